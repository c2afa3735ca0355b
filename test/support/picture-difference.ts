import sharp from 'sharp'

/** Width of reference pictures: large enough for a header on a rail, too small for the hinting of letters. */
const WIDTH_PX = 480
/** Spreads edges over their neighbours, so that half a pixel's shift is no difference. */
const BLUR_SIGMA_PX = 1.2
/** A pixel differs where a channel is off by more than this, of 255. */
const STEP = 14

/** A picture as it is kept for reference. */
export const reduced = (picture: Buffer): Promise<Buffer> =>
  sharp(picture).resize(WIDTH_PX).webp({ quality: 90 }).toBuffer()

const smoothed = (picture: Buffer) =>
  sharp(picture).removeAlpha().blur(BLUR_SIGMA_PX).raw().toBuffer({ resolveWithObject: true })

export interface Difference {
  /** Mean of all channels' differences, of 255. */
  mean: number
  /** Share of pixels that differ. */
  share: number
  /** Where they do: white on black. */
  picture: Buffer
}

/** How two reduced pictures differ; wholly where one is taller. */
export const pictureDifference = async (one: Buffer, other: Buffer): Promise<Difference> => {
  const [a, b] = await Promise.all([smoothed(one), smoothed(other)])
  const { width, height, channels } = a.info
  const differs = Buffer.alloc(width * height)
  const raw = { raw: { width, height, channels: 1 } } as const
  if (b.info.height !== height)
    return { mean: 255, share: 1, picture: await sharp(differs.fill(255), raw).png().toBuffer() }
  let sum = 0
  a.data.forEach((value, i) => {
    const off = Math.abs(value - (b.data[i] ?? 0))
    sum += off
    if (off > STEP) differs[Math.floor(i / channels)] = 255
  })
  return {
    mean: sum / a.data.length,
    share: differs.filter((value) => value > 0).length / differs.length,
    picture: await sharp(differs, raw).png().toBuffer(),
  }
}
