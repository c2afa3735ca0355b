import sharp from 'sharp'

/** How far from the expected number threads are looked for, as a share of it. */
const REACH = 0.2
/** Threads may lie this much askew, as a slope. */
const SLOPE = 0.08
const STEPS = 160
const SLANTS = 17

export type ThreadSystem = 'picks' | 'ends'

export interface Threads {
  /** Distance from thread to thread, in pixels. */
  periodPx: number
  /** How far their regularity stands out: its power over the median of all that was looked at. */
  clarity: number
}

/** Pixels of a picture from 0 to 255, without their mean, and fading towards the edges (Hann's window in 2D). */
const windowed = async (picture: Buffer) => {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const mean = data.reduce((sum, value, i) => sum + (i % channels === 0 ? value : 0), 0) / (width * height)
  const fade = (at: number, length: number) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / length)
  const values = Float64Array.from(
    { length: width * height },
    (_, i) =>
      ((data[i * channels] ?? 0) - mean) * fade(i % width, width) * fade(Math.floor(i / width), height),
  )
  return { values, width, height }
}

/**
 * Distance between the picks (threads that run across, one below the other) or the ends (threads that run down) of a
 * cloth in a picture: the strongest wave of a two-dimensional Fourier transform within 20 % of the expected distance,
 * so that threads that lie a little askew are measured square to themselves.
 */
export const measureThreads = async (
  picture: Buffer,
  threads: ThreadSystem,
  expectedPx: number,
): Promise<Threads> => {
  const { values, width, height } = await windowed(picture)
  const [lines, length] = threads === 'picks' ? [width, height] : [height, width]
  const at = (line: number, i: number) =>
    values[threads === 'picks' ? i * width + line : line * width + i] ?? 0
  const found: { frequency: number; power: number }[] = []
  for (let step = 0; step <= STEPS; step++) {
    // Cycles a pixel.
    const along = (1 - REACH + (2 * REACH * step) / STEPS) / expectedPx
    const waves = Array.from({ length: lines }, (_, line) => {
      let [re, im] = [0, 0]
      for (let i = 0; i < length; i++) {
        const angle = -2 * Math.PI * along * i
        re += at(line, i) * Math.cos(angle)
        im += at(line, i) * Math.sin(angle)
      }
      return [re, im] as const
    })
    for (let slant = 0; slant < SLANTS; slant++) {
      const across = along * SLOPE * ((2 * slant) / (SLANTS - 1) - 1)
      let [re, im] = [0, 0]
      waves.forEach(([waveRe, waveIm], line) => {
        const angle = -2 * Math.PI * across * line
        re += waveRe * Math.cos(angle) - waveIm * Math.sin(angle)
        im += waveRe * Math.sin(angle) + waveIm * Math.cos(angle)
      })
      found.push({ frequency: Math.hypot(along, across), power: re * re + im * im })
    }
  }
  const sorted = found.toSorted((a, b) => b.power - a.power)
  const [strongest] = sorted
  const median = sorted[Math.floor(sorted.length / 2)]
  if (!strongest || !median) throw new Error('nothing was looked at')
  return { periodPx: 1 / strongest.frequency, clarity: strongest.power / median.power }
}
