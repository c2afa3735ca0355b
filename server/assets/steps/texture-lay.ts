import type { Document, Texture } from '@gltf-transform/core'
import { listTextureInfo, listTextureInfoByMaterial } from '@gltf-transform/functions'
import { readImageHeader } from '../formats/image-header.ts'
import type { Part } from './solid.ts'
import { textureMapping } from './texcoords.ts'

type Vector = readonly [number, number, number]

const areaOf = (a: Vector, b: Vector, c: Vector): number => {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]]
  return Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2
}

/** Area of a part's surface in m², and of the same triangles in one set of texture coordinates. */
const areasOf = (part: Part, texCoord: number, apply: (u: number, v: number) => [number, number]) => {
  const { positions, indices } = part
  const values = part.texCoords[texCoord]
  if (values === undefined) return undefined
  const at = (vertex: number): Vector => [
    positions[vertex * 3] ?? 0,
    positions[vertex * 3 + 1] ?? 0,
    positions[vertex * 3 + 2] ?? 0,
  ]
  const flat = (vertex: number): Vector => [...apply(values[vertex * 2] ?? 0, values[vertex * 2 + 1] ?? 0), 0]
  let surface = 0
  let picture = 0
  for (let i = 0; i + 2 < indices.length; i += 3) {
    const [a = 0, b = 0, c = 0] = indices.subarray(i, i + 3)
    surface += areaOf(at(a), at(b), at(c))
    picture += areaOf(flat(a), flat(b), flat(c))
  }
  return { surface, picture }
}

/** How far a picture's coordinates run over 0..1 of the part's. */
const reachOf = (apply: (u: number, v: number) => [number, number]): number => {
  const [[u0, v0], [u1, v1], [u2, v2]] = [apply(0, 0), apply(1, 0), apply(0, 1)]
  return Math.max(Math.hypot(u1 - u0, v1 - v0), Math.hypot(u2 - u0, v2 - v0))
}

/** How a texture lies on the model: texels per metre of surface, and whether it repeats over it. */
export type TextureLay = { texelsPerM: number; repeats: boolean }

/**
 * How each texture lies where it is coarsest: texels per metre as the mean over a part's triangles, the least over the
 * parts that show it. Textures that lie nowhere are left out. The parts carry the document's own materials, their
 * coordinates are within 0..1.
 */
export const textureLays = (document: Document, parts: readonly Part[]): Map<Texture, TextureLay> => {
  const lays = new Map<Texture, TextureLay>()
  for (const texture of document.getRoot().listTextures()) {
    const header = readImageHeader(texture.getImage() ?? new Uint8Array(0))
    if (header === undefined) continue
    const infos = new Set(listTextureInfo(texture))
    for (const part of parts) {
      if (part.material === null) continue
      for (const info of listTextureInfoByMaterial(part.material)) {
        if (!infos.has(info)) continue
        const { texCoord, apply } = textureMapping(info)
        const areas = areasOf(part, texCoord, apply)
        if (areas === undefined || areas.surface <= 0 || areas.picture <= 0) continue
        const here = Math.sqrt((areas.picture * header.width * header.height) / areas.surface)
        const before = lays.get(texture)
        lays.set(texture, {
          texelsPerM: Math.min(before?.texelsPerM ?? Infinity, here),
          repeats: (before?.repeats ?? false) || reachOf(apply) > 1.001,
        })
      }
    }
  }
  return lays
}
