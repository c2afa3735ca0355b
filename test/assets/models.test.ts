import { NodeIO } from '@gltf-transform/core'
import { KHRMaterialsAnisotropy, KHRMaterialsSheen } from '@gltf-transform/extensions'
import validator from 'gltf-validator'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Mesh } from '#assets/goods/mesh.ts'
import { buildModel, buildModelOf, demoFair, GOODS_SHAPES, type GoodsShape } from '#assets/demo-fair.ts'
import { modelParts } from '#assets/goods/build-model.ts'
import { writeGlb } from '#assets/goods/glb.ts'

const { products } = demoFair()
const ValidatorReport = z.object({ issues: z.object({ numErrors: z.number() }) })
/** What a form is made of in these tests where the demo has no product of it. */
const MADE_OF: Partial<Record<GoodsShape, readonly [fabric: string, colourway: string]>> = {
  curtain: ['linen-natural', 'FLX'],
  bedLinen: ['sateen-bed', 'SGE'],
  tableDrape: ['silk-satin', 'POM'],
  dressForm: ['silk-satin', 'PEA'],
  sneaker: ['canvas-basket', 'NAT'],
  sliver: ['cotton-lint', 'RAW'],
}
/** A product of a form: the demo's own, or another one's cloth brought into it. */
const exampleOf = (shape: GoodsShape) => {
  const own = products.find(({ model }) => model.shape === shape)
  if (own) return own
  const [fabric, colourway] = MADE_OF[shape]!
  const other = products.find(({ model }) => model.fabric === fabric)!
  return { ...other, model: { shape, fabric, colourway } }
}
const build = async (shape: GoodsShape) => {
  const product = exampleOf(shape)
  const parts = modelParts(product)
  const cloth = parts.find(({ name }) => name === 'cloth')?.mesh
  return { glb: await writeGlb(product.slug, parts), cloth }
}
const built = new Map<GoodsShape, ReturnType<typeof build>>()
/** The example of a form, as `buildModelOf` makes it, and its cloth; each takes seconds, so all tests share one. */
const example = (shape: GoodsShape) => {
  const known = built.get(shape) ?? build(shape)
  built.set(shape, known)
  return known
}
/** Area of a cloth in the model over that of the cloth that it is cut from. */
const stretchOf = ({ positions, uvMm, indices }: Mesh) => {
  let [cloth, model] = [0, 0]
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = indices.slice(i, i + 3) as [number, number, number]
    const edge = (to: number, axis: number) => 1000 * (positions[to * 3 + axis]! - positions[a * 3 + axis]!)
    const [p, q] = [[0, 1, 2].map((axis) => edge(b, axis)), [0, 1, 2].map((axis) => edge(c, axis))]
    model += Math.hypot(
      p[1]! * q[2]! - p[2]! * q[1]!,
      p[2]! * q[0]! - p[0]! * q[2]!,
      p[0]! * q[1]! - p[1]! * q[0]!,
    )
    const flat = (to: number, axis: number) => uvMm[to * 2 + axis]! - uvMm[a * 2 + axis]!
    cloth += Math.abs(flat(b, 0) * flat(c, 1) - flat(b, 1) * flat(c, 0))
  }
  return model / cloth
}
const io = new NodeIO().registerExtensions([KHRMaterialsAnisotropy, KHRMaterialsSheen])

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
  it.each(GOODS_SHAPES)('%s is a sound GLB in metres within the budget of a fair', async (shape) => {
    const { glb } = await example(shape)
    const report = ValidatorReport.parse(await validator.validateBytes(glb, {}))
    expect(report.issues.numErrors).toBe(0)
    const { triangles, size } = await measure(glb)
    expect(triangles).toBeGreaterThan(4000)
    expect(triangles).toBeLessThan(15_500)
    expect(Math.max(...size)).toBeGreaterThan(0.2)
    expect(Math.max(...size)).toBeLessThan(2.1)
  })
  it.each(['curtain', 'tableDrape', 'dressForm', 'folded', 'bolt', 'roll'] as const)(
    '%s is cut from as much cloth as it shows',
    async (shape) => {
      const { cloth } = await example(shape)
      expect(stretchOf(cloth!)).toBeGreaterThan(0.9)
      expect(stretchOf(cloth!)).toBeLessThan(1.1)
    },
  )
  it('bed linen fits a square metre', async () => {
    const { size } = await measure((await example('bedLinen')).glb)
    expect(Math.max(size[0]!, size[2]!)).toBeLessThanOrEqual(1)
  })
  it('are the same bytes each time', async () => {
    const gown = await example('dressForm')
    expect(Buffer.compare(gown.glb, await buildModelOf(exampleOf('dressForm')))).toBe(0)
    expect(Buffer.compare(await buildModel('oxford-38'), await buildModel('oxford-38'))).toBe(0)
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
