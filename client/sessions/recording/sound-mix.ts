/** One sound of all that is heard in a call. */
export const createSoundMix = () => {
  const context = new AudioContext({ sampleRate: 48_000 })
  const output = context.createMediaStreamDestination()
  // Without anything before it the output gives no silence either, and a recorder would wait for its sound.
  const silence = new ConstantSourceNode(context, { offset: 0 })
  silence.connect(output)
  silence.start()
  const sources = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>()
  return {
    track: output.stream.getAudioTracks()[0],
    /** These are heard from now on, and no others. */
    hear(tracks: ReadonlySet<MediaStreamTrack>): void {
      for (const [track, source] of sources)
        if (!tracks.has(track)) {
          source.disconnect()
          sources.delete(track)
        }
      for (const track of tracks) {
        if (sources.has(track)) continue
        const source = context.createMediaStreamSource(new MediaStream([track]))
        source.connect(output)
        sources.set(track, source)
      }
    },
    close: () => void context.close(),
  }
}
