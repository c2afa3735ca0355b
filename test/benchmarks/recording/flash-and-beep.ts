/** Runs in a page before its own scripts: its camera is a flash and its microphone a beep, together, once a second. */
export const installFlashAndBeep = () => {
  const FLASH_MS = 300
  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) => {
    const context = new AudioContext()
    await context.resume()
    const stream = new MediaStream()
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 })
    const paint = canvas.getContext('2d')
    const sound = context.createMediaStreamDestination()
    const tone = new OscillatorNode(context, { frequency: 1000 })
    const gain = new GainNode(context, { gain: 0 })
    tone.connect(gain).connect(sound)
    tone.start()
    if (video) stream.addTrack(canvas.captureStream(60).getVideoTracks()[0] as MediaStreamTrack)
    if (audio) stream.addTrack(sound.stream.getAudioTracks()[0] as MediaStreamTrack)
    // Both devices, opened one after the other or at once, beat with the clock of the machine.
    let beatMs = Math.ceil(Date.now() / 1000) * 1000
    setInterval(() => {
      const now = Date.now()
      if (paint) {
        paint.fillStyle = now % 1000 < FLASH_MS ? '#ffffff' : '#000000'
        paint.fillRect(0, 0, canvas.width, canvas.height)
      }
      if (now < beatMs - 200) return
      const at = context.currentTime + (beatMs - now) / 1000
      gain.gain.setValueAtTime(0.8, at)
      gain.gain.setValueAtTime(0, at + FLASH_MS / 1000)
      beatMs += 1000
    }, 5)
    return stream
  }
}
