import type { TilePaths } from './woven-paths.ts'
import type { YarnPath } from './yarn-path.ts'

/** What each texel of a tile sees: which yarn, where across (-1 to 1) and along it (mm), and how high (mm). */
export type YarnBuffer = {
  sizePx: number
  /** Index into the paths plus one; 0 where light falls through. */
  path: Uint16Array
  across: Float32Array
  alongMm: Float32Array
  heightMm: Float32Array
  /** Direction of the yarn's axis, radians from +x. */
  angle: Float32Array
}

const EMPTY_HEIGHT = -1e6

/** Draws one segment of a yarn as part of an elliptic tube; the higher surface wins. */
const drawSegment = (
  buffer: YarnBuffer,
  tile: TilePaths,
  path: YarnPath,
  point: number,
  pathNumber: number,
  alongStartMm: number,
  lengthMm: number,
) => {
  const { sizePx } = buffer
  const x0 = path.x[point] ?? 0
  const y0 = path.y[point] ?? 0
  const dx = ((path.x[point + 1] ?? 0) - x0) / lengthMm
  const dy = ((path.y[point + 1] ?? 0) - y0) / lengthMm
  const z0 = path.z[point] ?? 0
  const z1 = path.z[point + 1] ?? 0
  const w0 = path.halfWidthMm[point] ?? 0
  const w1 = path.halfWidthMm[point + 1] ?? 0
  const reach = Math.max(w0, w1)
  const pxPerMmX = sizePx / tile.widthMm
  const pxPerMmY = sizePx / tile.heightMm
  const angle = Math.atan2(dy, dx)
  const left = Math.floor((Math.min(x0, x0 + dx * lengthMm) - reach) * pxPerMmX)
  const right = Math.ceil((Math.max(x0, x0 + dx * lengthMm) + reach) * pxPerMmX)
  const low = Math.floor((Math.min(y0, y0 + dy * lengthMm) - reach) * pxPerMmY)
  const high = Math.ceil((Math.max(y0, y0 + dy * lengthMm) + reach) * pxPerMmY)
  // Neighbouring segments of a bend overlap a little, so that no wedge stays open.
  const overlap = 0.15 * lengthMm + 0.6 / Math.min(pxPerMmX, pxPerMmY)
  for (let py = low; py <= high; py++) {
    const row = (((sizePx - 1 - py) % sizePx) + sizePx) % sizePx
    const my = (py + 0.5) / pxPerMmY - y0
    for (let px = left; px <= right; px++) {
      const mx = (px + 0.5) / pxPerMmX - x0
      const along = mx * dx + my * dy
      if (along < -overlap || along > lengthMm + overlap) continue
      const t = Math.min(1, Math.max(0, along / lengthMm))
      const u = (my * dx - mx * dy) / (w0 + (w1 - w0) * t)
      if (u < -1 || u > 1) continue
      const height = z0 + (z1 - z0) * t + path.halfHeightMm * Math.sqrt(1 - u * u)
      const column = ((px % sizePx) + sizePx) % sizePx
      const texel = row * sizePx + column
      if (height <= (buffer.heightMm[texel] ?? 0)) continue
      buffer.heightMm[texel] = height
      buffer.path[texel] = pathNumber
      buffer.across[texel] = u
      buffer.alongMm[texel] = alongStartMm + along
      buffer.angle[texel] = angle
    }
  }
}

/** Length of each path in mm, by path. */
export const pathLengthsMm = (tile: TilePaths): number[] =>
  tile.paths.map((path) => {
    let length = 0
    for (let i = 0; i + 1 < path.x.length; i++)
      length += Math.hypot((path.x[i + 1] ?? 0) - (path.x[i] ?? 0), (path.y[i + 1] ?? 0) - (path.y[i] ?? 0))
    return length
  })

/** Draws all yarns of a tile, seen from straight above; the tile wraps at its edges. */
export const drawYarns = (tile: TilePaths, sizePx: number): YarnBuffer => {
  const texels = sizePx * sizePx
  const buffer: YarnBuffer = {
    sizePx,
    path: new Uint16Array(texels),
    across: new Float32Array(texels),
    alongMm: new Float32Array(texels),
    heightMm: new Float32Array(texels).fill(EMPTY_HEIGHT),
    angle: new Float32Array(texels),
  }
  tile.paths.forEach((path, index) => {
    let along = 0
    for (let i = 0; i + 1 < path.x.length; i++) {
      const length = Math.hypot(
        (path.x[i + 1] ?? 0) - (path.x[i] ?? 0),
        (path.y[i + 1] ?? 0) - (path.y[i] ?? 0),
      )
      if (length < 1e-6) continue
      drawSegment(buffer, tile, path, i, index + 1, along, length)
      along += length
    }
  })
  return buffer
}
