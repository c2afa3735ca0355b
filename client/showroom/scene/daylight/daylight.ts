import {
  CubeTexture,
  DataTexture,
  DataUtils,
  HalfFloatType,
  LinearFilter,
  LinearMipmapLinearFilter,
  LinearSRGBColorSpace,
} from 'three'
import { SHARPEST } from './prefilter.ts'

type Levels = readonly (readonly Float32Array[])[]

let made: Promise<Levels> | undefined

/** Light from all around, the same for every picture: worked out once, in a worker, as soon as somebody asks. */
const daylightLevels = (): Promise<Levels> =>
  (made ??= new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./daylight.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Levels>) => {
      worker.terminate()
      resolve(data)
    }
    worker.onerror = (event) => {
      made = undefined
      reject(new Error(event.message))
    }
  }))

/** Begins early with what takes a moment. */
export const prepareDaylight = (): void => void daylightLevels().catch(() => undefined)

const cubeOf = (faces: readonly Float32Array[], size: number): DataTexture[] =>
  faces.map((texels) => {
    const texture = new DataTexture(Uint16Array.from(texels, DataUtils.toHalfFloat), size, size)
    texture.type = HalfFloatType
    return texture
  })

/**
 * The prefiltered cube that materials take their gloss from: a white hall under a glass roof, worked out instead of
 * fetched, and beside the picture instead of by it (a renderer without a graphics card takes seconds). Whoever asks
 * disposes of it.
 */
export const makeDaylight = async (): Promise<CubeTexture> => {
  const levels = await daylightLevels()
  const [sharpest, ...rest] = levels.map((faces, level) => cubeOf(faces, SHARPEST >> level))
  const texture = new CubeTexture(sharpest)
  texture.type = HalfFloatType
  texture.colorSpace = LinearSRGBColorSpace
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = false
  // The renderer counts the levels of a cube as if it had been rendered: one more than materials may read. The last
  // is read by none of them.
  const unread = cubeOf(
    (levels.at(-1) ?? []).map(() => new Float32Array((SHARPEST >> levels.length) ** 2 * 4)),
    SHARPEST >> levels.length,
  )
  texture.mipmaps = [...rest, unread].map((faces) => new CubeTexture(faces))
  Object.assign(texture, { isPMREMTexture: true })
  texture.needsUpdate = true
  return texture
}
