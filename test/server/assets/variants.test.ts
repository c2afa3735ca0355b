import { readFile } from 'node:fs/promises'
import { getBounds } from '@gltf-transform/functions'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { gltfIo } from '#server/assets/formats/gltf-io.ts'
import type { PipelineResult } from '#server/assets/pipeline.ts'
import { validateGltf } from '#server/assets/steps/validate.ts'
import type { AssetStep } from '#shared/model/asset.ts'
import { AssetReport, type VariantName } from '#shared/model/asset.ts'
import { clothGlb, triangleGltf } from './model-builder.ts'
import { usePipeline } from './pipeline-run.ts'

const codes = (report: AssetReport): string[] => report.notes.map(({ code }) => code)

describe('variants of a model', () => {
  const { run } = usePipeline()
  let result: PipelineResult
  const steps: AssetStep[] = []
  const variant = (name: VariantName) => result.variants.find((candidate) => candidate.name === name)!

  beforeAll(async () => {
    const glb = await clothGlb({ cells: 170, sizeM: 1.5, material: 'checked' })
    result = await run(glb, 'cloth.glb', { onProgress: (step) => void steps.push(step) })
  })

  it('come with a report that the contract accepts', () => {
    const report = AssetReport.parse(result.report)
    expect(report).toMatchObject({
      format: 'glb',
      triangles: 57_800,
      textures: 1,
      sizeCm: { width: 150, height: 150 },
    })
    expect(codes(report)).toContain('validator_clean')
  })

  it('are told of step by step, in order', () => {
    const order = [...new Set(steps)]
    expect(order).toEqual([
      'precheck',
      'import',
      'validate',
      'repair',
      'measure',
      'optimise',
      'poster',
      'swatch',
    ])
  })

  it.each([
    ['preview', 5_000, 100_000],
    ['web', 40_000, 1_000_000],
    ['webLod1', 10_000, 400_000],
    ['webLod2', 2_500, 150_000],
    ['webLod3', 599, 50_000],
    ['detail', 150_000, 3_000_000],
  ] as const)('keep the budget of %s', (name, triangles, bytes) => {
    expect(variant(name).triangles).toBeGreaterThan(0)
    expect(variant(name).triangles).toBeLessThanOrEqual(triangles)
    expect(variant(name).bytes).toBeLessThanOrEqual(bytes)
  })

  it.each(['preview', 'web', 'webLod1', 'webLod2', 'webLod3', 'detail'] as const)(
    'are valid glTF in metres that stand on the floor: %s',
    async (name) => {
      const bytes = new Uint8Array(await readFile(variant(name).path))
      const nothing = { main: 'a.glb', names: [], read: () => Promise.reject(new Error('none')) }
      expect((await validateGltf(bytes, nothing)).findings).toEqual([])
      const document = await (await gltfIo()).readBinary(bytes)
      const { min, max } = getBounds(document.getRoot().listScenes()[0]!)
      expect(min[1]).toBeCloseTo(0, 2)
      expect(max[1]).toBeCloseTo(1.5, 1)
      expect(min[0] + max[0]).toBeCloseTo(0, 1)
    },
  )

  it('keep extras of materials and nodes', async () => {
    const document = await (await gltfIo()).readBinary(new Uint8Array(await readFile(variant('web').path)))
    expect(document.getRoot().listMaterials()[0]?.getExtras()).toEqual({ article: 'FL-100' })
    expect(document.getRoot().getDefaultScene()?.getExtras()).toEqual({
      parts: { cloth: { colourway: 'navy' } },
    })
  })

  it('serve only pictures that were encoded here', async () => {
    const document = await (await gltfIo()).readBinary(new Uint8Array(await readFile(variant('web').path)))
    const types = document
      .getRoot()
      .listTextures()
      .map((texture) => texture.getMimeType())
    expect(types).toEqual(['image/webp'])
  })

  it('have a poster in 3:4 that shows the model before white', async () => {
    const { width, height } = await sharp(variant('poster').path).metadata()
    expect(width / height).toBeCloseTo(0.75)
    expect(width).toBeGreaterThanOrEqual(768)
    const { data, info } = await sharp(variant('poster').path).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) =>
      data[(Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3 + 2]!
    expect(at(0.03, 0.03)).toBeGreaterThan(225)
    const middle = Array.from({ length: 60 }, (_, i) => at(0.3 + i * 0.006, 0.5))
    expect(Math.min(...middle)).toBeLessThan(110)
    expect(Math.max(...middle)).toBeGreaterThan(150)
  })
})

describe('repairs', () => {
  const { run } = usePipeline()
  const measure = async (content: Uint8Array, name: string) =>
    (await run(content, name, { until: 'measure' })).report

  it.each([
    [1, undefined, 100],
    [180, 'cm', 180],
    [2000, 'mm', 200],
  ])('takes a glTF of %s m for what goods are', async (sizeM, unit, widthCm) => {
    const report = await measure(await clothGlb({ cells: 4, sizeM }), 'a.glb')
    expect(report.sizeCm.width).toBeCloseTo(widthCm, 0)
    expect(report.notes.find(({ code }) => code === 'unit_guessed')?.values.unit).toBe(unit)
  })

  it('takes an OBJ of 60 units for centimetres', async () => {
    const report = await measure(Buffer.from('v 0 0 0\nv 60 0 0\nv 0 60 0\nf 1 2 3\n'), 'a.obj')
    expect(report.sizeCm).toMatchObject({ width: 60, height: 60 })
  })

  it('moves the pivot to the middle of the bottom and says so', async () => {
    expect(codes(await measure(await clothGlb({ cells: 4, sizeM: 1 }), 'a.glb'))).toContain('pivot_moved')
  })

  it('computes normals where they are missing', async () => {
    const report = await measure(await clothGlb({ cells: 4, sizeM: 1, withNormals: false }), 'a.glb')
    expect(report.notes).toContainEqual({ level: 'info', code: 'normals_computed', values: { count: 1 } })
  })

  it('leaves lines out, and refuses a model of nothing else', async () => {
    const mesh = (mode: number) => ({ primitives: [{ attributes: { POSITION: 0 }, mode }] })
    const nodes = [{ mesh: 0 }, { mesh: 1 }]
    const both = triangleGltf({ scenes: [{ nodes: [0, 1] }], nodes, meshes: [mesh(4), mesh(1)] })
    expect(codes(await measure(both, 'a.gltf'))).toContain('lines_removed')
    await expect(measure(triangleGltf({ meshes: [mesh(1)] }), 'a.gltf')).rejects.toThrow('no_geometry')
  })

  it('reports a picture that was not uploaded and goes on', async () => {
    const file = triangleGltf({
      images: [{ uri: 'cloth.png' }],
      textures: [{ source: 0 }],
      materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
    })
    const report = await measure(file, 'a.gltf')
    expect(report.textures).toBe(0)
    expect(report.notes).toContainEqual(
      expect.objectContaining({ code: 'textures_missing', values: { count: 1, names: 'cloth.png' } }),
    )
  })
})
