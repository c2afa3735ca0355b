import { Document, NodeIO } from '@gltf-transform/core'

/** A square of cloth, half a metre wide, as a GLB of a few hundred bytes. */
export const smallModel = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const document = new Document()
  const buffer = document.createBuffer()
  const positions = new Float32Array([0, 0, 0, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0.5, 0])
  const normals = new Float32Array([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1])
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', document.createAccessor().setType('VEC3').setArray(positions).setBuffer(buffer))
    .setAttribute('NORMAL', document.createAccessor().setType('VEC3').setArray(normals).setBuffer(buffer))
    .setIndices(
      document
        .createAccessor()
        .setType('SCALAR')
        .setArray(new Uint16Array([0, 1, 2, 0, 2, 3]))
        .setBuffer(buffer),
    )
    .setMaterial(document.createMaterial().setBaseColorFactor([0.2, 0.3, 0.6, 1]))
  const node = document.createNode().setMesh(document.createMesh().addPrimitive(primitive))
  document.createScene().addChild(node)
  return Uint8Array.from(await new NodeIO().writeBinary(document))
}
