/** Loudness of a microphone, 0 to 1, a few times a second; the answered function ends it. */
export const watchLevel = (stream: MediaStream, onLevel: (level: number) => void): (() => void) => {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 512
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    let sum = 0
    for (const sample of samples) sum += sample * sample
    // From -60 dB, which is a quiet room, to -10 dB.
    const decibels = 10 * Math.log10(sum / samples.length + 1e-9)
    onLevel(Math.max(0, Math.min(1, (decibels + 60) / 50)))
  }, 80)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}

const TONES_HZ = [523, 659, 784] as const
const TONE_S = 0.22

/** Three notes through a loudspeaker, to hear whether it is the right one. */
export const playTestTone = async (speakerId: string | undefined): Promise<void> => {
  const context = new AudioContext()
  if (speakerId && 'setSinkId' in context && typeof context.setSinkId === 'function')
    await (context.setSinkId as (id: string) => Promise<void>)(speakerId).catch(() => undefined)
  const gain = context.createGain()
  gain.gain.value = 0.15
  gain.connect(context.destination)
  TONES_HZ.forEach((frequency, index) => {
    const tone = context.createOscillator()
    tone.frequency.value = frequency
    tone.connect(gain)
    tone.start(context.currentTime + index * TONE_S)
    tone.stop(context.currentTime + (index + 0.9) * TONE_S)
  })
  await new Promise((resolve) => setTimeout(resolve, TONES_HZ.length * TONE_S * 1000 + 100))
  await context.close()
}
