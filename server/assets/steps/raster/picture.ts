import sharp from 'sharp'
import { decodeSrgb, srgbByte } from '#shared/textile/colour.ts'

/** One level of a picture: RGBA bytes. */
type Level = { data: Uint8Array; width: number; height: number }

/** A decoded picture with its mip levels, so that fine weaves do not flicker into noise. */
export type Picture = { levels: Level[]; width: number; height: number }

/** What the bytes of a picture are: colours, of which light is averaged, or figures such as heights and directions. */
type Meaning = 'colour' | 'figures'

const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => decodeSrgb(byte / 255))
const light = (byte: number): number => LINEAR[byte] ?? 0

const halve = ({ data, width, height }: Level, meaning: Meaning): Level => {
  const [w, h] = [Math.max(1, width >> 1), Math.max(1, height >> 1)]
  const half = new Uint8Array(w * h * 4)
  for (let y = 0; y < h; y++) {
    const [y0, y1] = [Math.min(height - 1, y * 2), Math.min(height - 1, y * 2 + 1)]
    for (let x = 0; x < w; x++) {
      const [x0, x1] = [Math.min(width - 1, x * 2), Math.min(width - 1, x * 2 + 1)]
      for (let c = 0; c < 4; c++) {
        const p = data[(y0 * width + x0) * 4 + c] ?? 0
        const q = data[(y0 * width + x1) * 4 + c] ?? 0
        const r = data[(y1 * width + x0) * 4 + c] ?? 0
        const s = data[(y1 * width + x1) * 4 + c] ?? 0
        // Bytes of dark and pale yarns averaged as they stand would make a cloth darker than it is.
        half[(y * w + x) * 4 + c] =
          meaning === 'colour' && c < 3
            ? srgbByte((light(p) + light(q) + light(r) + light(s)) / 4)
            : (p + q + r + s + 2) >> 2
      }
    }
  }
  return { data: half, width: w, height: h }
}

/** Decodes PNG, JPEG or WebP to at most `maxPixels` a side. Undefined when it cannot be decoded. */
export const decodePicture = async (
  bytes: Uint8Array,
  maxPixels: number,
  meaning: Meaning,
): Promise<Picture | undefined> => {
  try {
    const picture = meaning === 'colour' ? sharp(bytes).gamma() : sharp(bytes)
    const { data, info } = await picture
      .resize(maxPixels, maxPixels, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    // Of one class with the levels below, or each read would ask which it is.
    const plain = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    const levels: Level[] = [{ data: plain, width: info.width, height: info.height }]
    for (let last = levels[0]; last !== undefined && last.width * last.height > 1; last = levels.at(-1)) {
      levels.push(halve(last, meaning))
    }
    return { levels, width: info.width, height: info.height }
  } catch {
    return undefined
  }
}

/** Pictures are mostly powers of two a side: a mask wraps them, also below zero, without a division. */
const wrap = (i: number, size: number): number => {
  const mask = size - 1
  if ((size & mask) === 0) return i & mask
  const rest = i % size
  return rest < 0 ? rest + size : rest
}

const addBilinear = (level: Level, u: number, v: number, share: number, out: Float32Array): void => {
  const { data, width, height } = level
  const x = u * width - 0.5
  const y = v * height - 0.5
  const fx = Math.floor(x)
  const fy = Math.floor(y)
  const tx = x - fx
  const ty = y - fy
  const x0 = wrap(fx, width) * 4
  const x1 = wrap(fx + 1, width) * 4
  const row0 = wrap(fy, height) * width * 4
  const row1 = wrap(fy + 1, height) * width * 4
  const wa = (1 - tx) * (1 - ty) * share
  const wb = tx * (1 - ty) * share
  const wc = (1 - tx) * ty * share
  const wd = tx * ty * share
  for (let k = 0; k < 4; k++) {
    out[k] =
      (out[k] ?? 0) +
      (data[row0 + x0 + k] ?? 0) * wa +
      (data[row0 + x1 + k] ?? 0) * wb +
      (data[row1 + x0 + k] ?? 0) * wc +
      (data[row1 + x1 + k] ?? 0) * wd
  }
}

/** Trilinear sample with repeat; writes RGBA from 0 to 1. `lod` 0 is the full picture. */
export const samplePicture = (
  picture: Picture,
  u: number,
  v: number,
  lod: number,
  out: Float32Array,
): void => {
  for (let k = 0; k < 4; k++) out[k] = 0
  const most = picture.levels.length - 1
  const clamped = lod < 0 ? 0 : lod > most ? most : lod
  const lower = Math.floor(clamped)
  const rest = clamped - lower
  const first = picture.levels[lower]
  if (first !== undefined) addBilinear(first, u, v, (1 - rest) / 255, out)
  const second = rest > 0.02 ? picture.levels[lower + 1] : undefined
  if (second !== undefined) addBilinear(second, u, v, rest / 255, out)
}
