import { open } from 'node:fs/promises'
import { Conversion, CustomSource, FilePathTarget, Input, Output, WEBM, WebMOutputFormat } from 'mediabunny'
import { wholeLength } from './whole-length.ts'

/**
 * Writes a recording, as a browser made it, with its duration and its cues, so that it can be played from anywhere.
 * Pictures and sound are copied as they are, a little at a time. Undefined where nothing in it can be played.
 */
export const makeSeekable = async (
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<{ durationMs: number } | undefined> => {
  const file = await open(from, 'r')
  try {
    const whole = await wholeLength(file)
    const source = new CustomSource({
      getSize: () => whole,
      async read(start, end) {
        const { buffer } = await file.read(new Uint8Array(end - start), 0, end - start, start)
        return buffer
      },
    })
    const input = new Input({ source, formats: [WEBM] })
    if (whole === 0 || !(await input.canRead())) return undefined
    const output = new Output({ format: new WebMOutputFormat(), target: new FilePathTarget(to) })
    const conversion = await Conversion.init({ input, output, showWarnings: false })
    if (!conversion.isValid) return undefined
    signal.addEventListener('abort', () => void conversion.cancel(), { once: true })
    await conversion.execute()
    signal.throwIfAborted()
    const durationMs = Math.round((await input.computeDuration()) * 1000)
    return durationMs > 0 ? { durationMs } : undefined
  } finally {
    await file.close()
  }
}
