import type { ClothScale } from './cloth-scale.ts'

/** Edges of the texture's cells that are looked at to find a place without gaps. */
const CELLS = 192

/** Cells of the unit square that some triangle covers. */
const coverage = (corners: Float32Array): Uint8Array => {
  const covered = new Uint8Array(CELLS * CELLS)
  for (let t = 0; t + 5 < corners.length; t += 6) {
    const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = Array.from(
      corners.subarray(t, t + 6),
      (value) => value * CELLS,
    )
    const twice = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
    if (twice === 0) continue
    const [left, right] = [Math.max(0, Math.floor(Math.min(ax, bx, cx))), Math.min(CELLS - 1, Math.ceil(Math.max(ax, bx, cx)))]
    const [top, low] = [Math.max(0, Math.floor(Math.min(ay, by, cy))), Math.min(CELLS - 1, Math.ceil(Math.max(ay, by, cy)))]
    for (let y = top; y <= low; y++)
      for (let x = left; x <= right; x++) {
        const [px, py] = [x + 0.5, y + 0.5]
        const s = ((px - ax) * (cy - ay) - (cx - ax) * (py - ay)) / twice
        const r = ((bx - ax) * (py - ay) - (px - ax) * (by - ay)) / twice
        if (s >= -1e-6 && r >= -1e-6 && s + r <= 1 + 1e-6) covered[y * CELLS + x] = 1
      }
  }
  return covered
} // prettier-ignore

/** True where the texture runs on over its edges on this part: cloth that repeats. */
const repeats = (corners: Float32Array): boolean => {
  const low = [Infinity, Infinity]
  const high = [-Infinity, -Infinity]
  corners.forEach((value, i) => {
    low[i % 2] = Math.min(low[i % 2] ?? 0, value)
    high[i % 2] = Math.max(high[i % 2] ?? 0, value)
  })
  return [0, 1].every((axis) => (high[axis] ?? 0) - (low[axis] ?? 0) > 1.2)
}

/**
 * Middle of a piece of the texture, `sideMm` square, that lies on the part without a gap; the place nearest to the
 * middle of the texture. Undefined where there is none.
 */
export const findWindow = (
  { corners, mmPerU, mmPerV }: ClothScale,
  sideMm: number,
): readonly [u: number, v: number] | undefined => {
  if (repeats(corners)) return [0.5, 0.5]
  const [wide, tall] = [Math.ceil((sideMm / mmPerU) * CELLS), Math.ceil((sideMm / mmPerV) * CELLS)]
  if (wide > CELLS || tall > CELLS) return undefined
  const covered = coverage(corners)
  // Sums over rectangles from the top left corner: each window then costs four look-ups.
  const sums = new Uint32Array((CELLS + 1) * (CELLS + 1))
  for (let y = 0; y < CELLS; y++)
    for (let x = 0; x < CELLS; x++)
      sums[(y + 1) * (CELLS + 1) + x + 1] =
        (covered[y * CELLS + x] ?? 0) +
        (sums[y * (CELLS + 1) + x + 1] ?? 0) +
        (sums[(y + 1) * (CELLS + 1) + x] ?? 0) -
        (sums[y * (CELLS + 1) + x] ?? 0)
  const sumTo = (x: number, y: number) => sums[y * (CELLS + 1) + x] ?? 0
  let best: { away: number; middle: readonly [number, number] } | undefined
  for (let y = 0; y + tall <= CELLS; y++)
    for (let x = 0; x + wide <= CELLS; x++) {
      const full = sumTo(x + wide, y + tall) - sumTo(x, y + tall) - sumTo(x + wide, y) + sumTo(x, y)
      if (full < wide * tall) continue
      const middle = [(x + wide / 2) / CELLS, (y + tall / 2) / CELLS] as const
      const away = Math.hypot(middle[0] - 0.5, middle[1] - 0.5)
      if (!best || away < best.away) best = { away, middle }
    }
  return best?.middle
}
