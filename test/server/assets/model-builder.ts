import { Document, NodeIO } from '@gltf-transform/core'
import sharp from 'sharp'

/** A glTF JSON of the given content, as a file. */
export const gltfFile = (json: Record<string, unknown>): Buffer =>
  Buffer.from(JSON.stringify({ asset: { version: '2.0' }, ...json }))

/** One triangle whose positions are embedded; `node` goes beside its mesh. */
export const triangleGltf = (
  extra: Record<string, unknown> = {},
  positions = [0, 0, 0, 1, 0, 0, 0, 1, 0],
): Buffer => {
  const data = Buffer.from(new Float32Array(positions).buffer)
  return gltfFile({
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3', min: [0, 0, 0], max: [1, 1, 0] },
    ],
    bufferViews: [{ buffer: 0, byteLength: data.length }],
    buffers: [
      { byteLength: data.length, uri: `data:application/octet-stream;base64,${data.toString('base64')}` },
    ],
    ...extra,
  })
}

export type ClothOptions = {
  cells: number
  sizeM: number
  material?: 'plain' | 'checked'
  withNormals?: boolean
}

const checkedPng = (): Promise<Buffer> => {
  const pixels = Buffer.alloc(64 * 64 * 3)
  for (let i = 0; i < 64 * 64; i++) {
    const isDark = (((i % 64) >> 3) + (i >> 9)) % 2 === 0
    pixels.set(isDark ? [120, 30, 40] : [240, 235, 220], i * 3)
  }
  return sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer()
}

/** A waving square of cloth with `cells` x `cells` x 2 triangles, standing somewhere in space, as GLB. */
export const clothGlb = async ({
  cells,
  sizeM,
  material = 'plain',
  withNormals = true,
}: ClothOptions): Promise<Buffer> => {
  const document = new Document()
  const buffer = document.createBuffer()
  const side = cells + 1
  const positions = new Float32Array(side * side * 3)
  const normals = new Float32Array(side * side * 3)
  const texCoords = new Float32Array(side * side * 2)
  for (let i = 0; i < side * side; i++) {
    const [u, v] = [(i % side) / cells, Math.floor(i / side) / cells]
    const slope = Math.cos(u * 12) * 12 * 0.05
    positions.set([(u + 3) * sizeM, (v + 2) * sizeM, Math.sin(u * 12) * 0.05 * sizeM], i * 3)
    const length = Math.hypot(slope, 1)
    normals.set([-slope / length, 0, 1 / length], i * 3)
    texCoords.set([u * 3, v * 3], i * 2)
  }
  const indices: number[] = []
  for (let y = 0; y < cells; y++) {
    for (let x = 0; x < cells; x++) {
      const a = y * side + x
      indices.push(a, a + 1, a + side, a + 1, a + side + 1, a + side)
    }
  }
  const accessor = (
    type: 'SCALAR' | 'VEC2' | 'VEC3',
    array: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
  ) => document.createAccessor().setType(type).setArray(array).setBuffer(buffer)
  const cloth = document
    .createMaterial('cloth')
    .setRoughnessFactor(0.9)
    .setMetallicFactor(0)
    .setDoubleSided(true)
  cloth.setExtras({ article: 'FL-100' })
  if (material === 'checked') {
    const image = new Uint8Array(await checkedPng())
    cloth.setBaseColorTexture(document.createTexture('check').setImage(image).setMimeType('image/png'))
  }
  const primitive = document
    .createPrimitive()
    .setMaterial(cloth)
    .setIndices(accessor('SCALAR', new Uint32Array(indices)))
    .setAttribute('POSITION', accessor('VEC3', positions))
    .setAttribute('TEXCOORD_0', accessor('VEC2', texCoords))
  if (withNormals) primitive.setAttribute('NORMAL', accessor('VEC3', normals))
  const node = document.createNode('cloth').setMesh(document.createMesh('cloth').addPrimitive(primitive))
  document.createScene().addChild(node.setExtras({ colourway: 'navy' }))
  return Buffer.from(await new NodeIO().writeBinary(document))
}
