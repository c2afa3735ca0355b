import { stat } from 'node:fs/promises'
import { FilePathSource, Input, MP4 } from 'mediabunny'

/** How long an MP4 file plays; undefined where there is none, or nothing in it can be played. */
export const playableLength = async (file: string): Promise<{ durationMs: number } | undefined> => {
  const exists = await stat(file).then(
    ({ size }) => size > 0,
    () => false,
  )
  if (!exists) return undefined
  const input = new Input({ source: new FilePathSource(file), formats: [MP4] })
  try {
    if (!(await input.canRead())) return undefined
    const durationMs = Math.round((await input.computeDuration()) * 1000)
    return durationMs > 0 ? { durationMs } : undefined
  } finally {
    input.dispose()
  }
}
