import { NodeIO } from '@gltf-transform/core'
import { KHRMaterialsSheen } from '@gltf-transform/extensions'
import validator from 'gltf-validator'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildModel, demoFair, GOODS_SHAPES } from '#assets/demo-fair.ts'

const { products } = demoFair()
const ValidatorReport = z.object({ issues: z.object({ numErrors: z.number() }) })
/** One product of each shape. */
const examples = GOODS_SHAPES.map((shape) => products.find((product) => product.model.shape === shape)!.slug)
const io = new NodeIO().registerExtensions([KHRMaterialsSheen])

const measure = async (glb: Uint8Array) => {
  const document = await io.readBinary(glb)
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  let triangles = 0
  for (const mesh of document.getRoot().listMeshes())
    for (const primitive of mesh.listPrimitives()) {
      triangles += primitive.getIndices()!.getCount() / 3
      const position = primitive.getAttribute('POSITION')!
      position.getMin([]).forEach((value, axis) => (low[axis] = Math.min(low[axis]!, value)))
      position.getMax([]).forEach((value, axis) => (high[axis] = Math.max(high[axis]!, value)))
    }
  return { document, triangles, size: high.map((value, axis) => value - low[axis]!) }
}

describe('models of the demo goods', () => {
  it.each(examples)('%s is a sound GLB in metres within the budget of an upload', async (slug) => {
    const glb = await buildModel(slug)
    const report = ValidatorReport.parse(await validator.validateBytes(glb, {}))
    expect(report.issues.numErrors).toBe(0)
    const { triangles, size } = await measure(glb)
    expect(triangles).toBeGreaterThan(4000)
    expect(triangles).toBeLessThan(45_000)
    expect(Math.max(...size)).toBeGreaterThan(0.2)
    expect(Math.max(...size)).toBeLessThan(2.1)
  })
  it('are the same bytes each time', async () => {
    const slug = 'silk-satin'
    expect(Buffer.compare(await buildModel(slug), await buildModel(slug))).toBe(0)
  })
  it('show cloth at its true scale: a header is 30 by 45 cm of it', async () => {
    const { document } = await measure(await buildModel('oxford-38'))
    const cloth = document
      .getRoot()
      .listMeshes()
      .find((mesh) => mesh.getName() === 'cloth')!
      .listPrimitives()[0]!
    const uv = cloth.getAttribute('TEXCOORD_0')!
    const [across, down] = uv.getMax([]).map((value, axis) => value - uv.getMin([])[axis]!)
    // A tile of this oxford is 76 ends at 38/cm, and 64 picks at 20/cm.
    expect(across! * 20).toBeCloseTo(300, 3)
    expect(down! * 32).toBeCloseTo(450, 3)
  })
  it('refuse a product that the demo does not have', async () => {
    await expect(buildModel('no-such-cloth')).rejects.toThrow(RangeError)
  })
})
