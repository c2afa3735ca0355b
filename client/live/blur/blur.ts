import type { MakeProcessor } from '../camera.ts'
import { BlurError } from '../devices.ts'

/** Whether this browser has what finding a person in a picture needs. */
export const canBlur = (): boolean =>
  ['OffscreenCanvas', 'VideoFrame', 'WebGL2RenderingContext'].every((name) => name in globalThis)

/** Loads what it needs with the first call. Rejects with a BlurError. */
export const makeBlur: MakeProcessor = async () => {
  try {
    const { createBlurProcessor } = await import('./blur-processor.ts')
    return createBlurProcessor()
  } catch (cause) {
    throw new BlurError('', { cause })
  }
}
