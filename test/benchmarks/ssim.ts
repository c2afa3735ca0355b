import type { Rendering } from '#server/assets/steps/raster/render.ts'

// Wang et al. 2004, "Image Quality Assessment": constants for 8-bit pictures, here with a flat 7 x 7 window.
const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2
const WINDOW = 7

const lumaOf = ({ rgb }: Rendering): Float64Array =>
  Float64Array.from(
    { length: rgb.length / 3 },
    (_, i) => 0.2126 * rgb[i * 3]! + 0.7152 * rgb[i * 3 + 1]! + 0.0722 * rgb[i * 3 + 2]!,
  )

/** Sums over all rectangles from the top left corner, so that any window costs four reads. */
const integral = (values: Float64Array, width: number, height: number): Float64Array => {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += values[y * width + x]!
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row
    }
  }
  return sums
}

/** Mean structural similarity of two pictures over the pixels that the model covers in either. */
export const maskedSsim = (a: Rendering, b: Rendering): number => {
  const { width, height } = a
  const [x, y] = [lumaOf(a), lumaOf(b)]
  const product = (p: Float64Array, q: Float64Array): Float64Array => p.map((value, i) => value * q[i]!)
  const tables = [x, y, product(x, x), product(y, y), product(x, y)].map((v) => integral(v, width, height))
  const half = (WINDOW - 1) / 2
  const count = WINDOW * WINDOW
  let sum = 0
  let pixels = 0
  for (let row = half; row < height - half; row++) {
    for (let column = half; column < width - half; column++) {
      const at = row * width + column
      if (a.mask[at]! < 128 && b.mask[at]! < 128) continue
      const [mx, my, xx, yy, xy] = tables.map((table) => {
        const [x0, x1, y0, y1] = [column - half, column + half + 1, row - half, row + half + 1]
        const w = width + 1
        return (table[y1 * w + x1]! - table[y0 * w + x1]! - table[y1 * w + x0]! + table[y0 * w + x0]!) / count
      }) as [number, number, number, number, number]
      const [vx, vy, cov] = [xx - mx * mx, yy - my * my, xy - mx * my]
      sum += ((2 * mx * my + C1) * (2 * cov + C2)) / ((mx * mx + my * my + C1) * (vx + vy + C2))
      pixels += 1
    }
  }
  return pixels === 0 ? 1 : sum / pixels
}
