import type { AssetReport } from '#shared/model/asset.ts'
import { readImageHeader } from '../formats/image-header.ts'
import { boundsOf, sizeOf, type Solid, triangleCount } from './solid.ts'

export type Measures = Pick<AssetReport, 'sizeCm' | 'triangles' | 'textures' | 'gpuMemoryMb'>

const BYTES_PER_MEGABYTE = 2 ** 20
/** A chain of mip levels adds a third. */
const MIP_FACTOR = 4 / 3
/** Position, normal and texture coordinates as 32-bit floats. */
const VERTEX_BYTES = 32
const INDEX_BYTES = 4

/** Size, triangles, textures and what they take on a graphics card uncompressed. */
export const measure = ({ document, parts }: Solid): Measures => {
  const [width, height, depth] = sizeOf(boundsOf(parts)).map((metres) => Math.round(metres * 1000) / 10)
  const textures = document.getRoot().listTextures()
  const textureBytes = textures.reduce((sum, texture) => {
    const header = readImageHeader(texture.getImage() ?? new Uint8Array(0))
    return sum + (header === undefined ? 0 : header.width * header.height * 4 * MIP_FACTOR)
  }, 0)
  const vertices = parts.reduce((sum, { positions }) => sum + positions.length / 3, 0)
  const triangles = triangleCount(parts)
  const bytes = textureBytes + vertices * VERTEX_BYTES + triangles * 3 * INDEX_BYTES
  return {
    sizeCm: { width: width ?? 0, height: height ?? 0, depth: depth ?? 0 },
    triangles,
    textures: textures.length,
    gpuMemoryMb: Math.round((bytes / BYTES_PER_MEGABYTE) * 10) / 10,
  }
}
