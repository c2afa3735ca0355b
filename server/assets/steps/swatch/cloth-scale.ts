import type { Texture, TextureInfo } from '@gltf-transform/core'
import type { Part } from '../solid.ts'
import { textureMapping } from '../texcoords.ts'

/** How a part's colour texture lies on it. */
export type ClothScale = {
  part: Part
  texture: Texture
  info: TextureInfo
  areaM2: number
  /** Millimetres that one unit of the texture's u and v covers. */
  mmPerU: number
  mmPerV: number
  /** True where the texture is seen from its back: a twill would run the other way. */
  mirrored: boolean
  /** Texture coordinates of each corner of each triangle, texture transform included. */
  corners: Float32Array
}

/** Largest ratio between the scales of the middle half of the surface: beyond it nobody can say which one is true. */
const MAX_SPREAD = 1.25
/** More than this from a right angle between u and v, and the picture would be of a sheared cloth. */
const MAX_SHEAR_COS = 0.35

type Weighted = { value: number; weight: number }

const quantile = (sorted: readonly Weighted[], total: number, share: number): number => {
  let sum = 0
  for (const { value, weight } of sorted) {
    sum += weight
    if (sum >= total * share) return value
  }
  return sorted.at(-1)?.value ?? 0
}

/** The value in the middle, by weight; undefined where the middle half of the surface does not agree on one. */
const agreed = (list: readonly Weighted[]): number | undefined => {
  const sorted = list.toSorted((a, b) => a.value - b.value)
  const total = list.reduce((sum, { weight }) => sum + weight, 0)
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, total, share))
  if (!low || !middle || !high || high / low > MAX_SPREAD) return undefined
  return middle
}

type Triple = readonly [number, number, number]
const cross = (a: Triple, b: Triple): Triple => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

/**
 * Millimetres per unit of texture, from positions and texture coordinates of all triangles by their area. Undefined
 * where the part has no colour texture, or its scale differs from place to place.
 */
export const clothScale = (part: Part): ClothScale | undefined => {
  const texture = part.material?.getBaseColorTexture()
  const info = part.material?.getBaseColorTextureInfo()
  if (!texture || !info) return undefined
  const { texCoord, apply } = textureMapping(info)
  const uv = part.texCoords[texCoord]
  if (!uv) return undefined
  const { positions, indices } = part
  const corners = new Float32Array(indices.length * 2)
  const [alongU, alongV]: [Weighted[], Weighted[]] = [[], []]
  let [areaM2, shear, facing] = [0, 0, 0]
  for (let t = 0; t + 2 < indices.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => {
      const vertex = indices[t + k] ?? 0
      const [u, v] = apply(uv[vertex * 2] ?? 0, uv[vertex * 2 + 1] ?? 0)
      corners.set([u, v], (t + k) * 2)
      const place: Triple = [
        positions[vertex * 3] ?? 0,
        positions[vertex * 3 + 1] ?? 0,
        positions[vertex * 3 + 2] ?? 0,
      ]
      return { u, v, place }
    })
    if (!a || !b || !c) continue
    const e1: Triple = [b.place[0] - a.place[0], b.place[1] - a.place[1], b.place[2] - a.place[2]]
    const e2: Triple = [c.place[0] - a.place[0], c.place[1] - a.place[1], c.place[2] - a.place[2]]
    const normal = cross(e1, e2)
    const area = Math.hypot(...normal) / 2
    const [u1, v1, u2, v2] = [b.u - a.u, b.v - a.v, c.u - a.u, c.v - a.v]
    const twice = u1 * v2 - u2 * v1
    if (area === 0 || Math.abs(twice) < 1e-12) continue
    const du = [0, 1, 2].map((k) => ((e1[k] ?? 0) * v2 - (e2[k] ?? 0) * v1) / twice)
    const dv = [0, 1, 2].map((k) => ((e2[k] ?? 0) * u1 - (e1[k] ?? 0) * u2) / twice)
    const across: Triple = [du[0] ?? 0, du[1] ?? 0, du[2] ?? 0]
    const down: Triple = [dv[0] ?? 0, dv[1] ?? 0, dv[2] ?? 0]
    const [lengthU, lengthV] = [Math.hypot(...across), Math.hypot(...down)]
    alongU.push({ value: lengthU * 1000, weight: area })
    alongV.push({ value: lengthV * 1000, weight: area })
    shear += area * Math.abs(dot(across, down) / (lengthU * lengthV))
    // A texture's v runs down, so that u x v points into the cloth where it is seen from its face.
    facing -= area * Math.sign(dot(cross(across, down), normal))
    areaM2 += area
  }
  const [mmPerU, mmPerV] = [agreed(alongU), agreed(alongV)]
  if (mmPerU === undefined || mmPerV === undefined || shear > areaM2 * MAX_SHEAR_COS) return undefined
  return { part, texture, info, areaM2, mmPerU, mmPerV, mirrored: facing < 0, corners }
}
