import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssetVariant, VariantName } from '#shared/model/asset.ts'
import { encodeGlb, type EncodeOptions } from './encode.ts'
import { simplify } from './simplify.ts'
import { type Part, type Solid, triangleCount } from './solid.ts'
import { mergeAllParts, mergePlainParts } from './vertex-colours.ts'

/** One file that the run has written. */
export type VariantFile = {
  name: VariantName
  path: string
  mediaType: AssetVariant['mediaType']
  bytes: number
  triangles: number
}

export const TARGETS = {
  preview: { bytes: 100_000, triangles: 5_000 },
  web: { bytes: 1_000_000, triangles: 40_000 },
  webLod1: { bytes: 400_000, triangles: 10_000 },
  webLod2: { bytes: 150_000, triangles: 2_500 },
  webLod3: { bytes: 50_000, triangles: 599 },
  detail: { bytes: 3_000_000, triangles: 150_000 },
} as const

export type ModelVariant = keyof typeof TARGETS

/** Each level has at most this share of the one before, also where the model is small to begin with. */
const LEVEL_SHARE = 0.35
const MIN_LEVEL_TRIANGLES = 64

/** At 40 cm a screen of 1,800 lines and 58° shows 4 pixels a millimetre; nearer than that one takes it in hand. */
const WALKING_TEXELS_PER_MM = 8

const writeVariant = async (
  outDir: string,
  name: ModelVariant,
  parts: readonly Part[],
  glb: Uint8Array,
): Promise<VariantFile> => {
  const path = join(outDir, `${name}.glb`)
  await writeFile(path, glb)
  return {
    name,
    path,
    mediaType: 'model/gltf-binary',
    bytes: glb.byteLength,
    triangles: triangleCount(parts),
  }
}

const makeDetail = async (solid: Solid): Promise<{ parts: Part[]; glb: Uint8Array }> => {
  const attempts = [
    { triangles: 150_000, freeError: 0.00003, maxPixels: 2048, quality: 90 },
    { triangles: 150_000, freeError: 0.0001, maxPixels: 2048, quality: 80 },
    { triangles: 100_000, freeError: 0.0002, maxPixels: 1024, quality: 85 },
    { triangles: 60_000, freeError: 0.0005, maxPixels: 1024, quality: 75 },
  ]
  let best: { parts: Part[]; glb: Uint8Array } | undefined
  for (const { triangles, freeError, maxPixels, quality } of attempts) {
    const parts = await simplify(solid.parts, { maxTriangles: triangles, freeError })
    const glb = await encodeGlb(solid, parts, {
      textures: { maxPixels, quality },
      positionBits: 14,
      normalBits: 10,
    })
    best = { parts, glb }
    if (glb.byteLength <= TARGETS.detail.bytes) break
  }
  if (best === undefined) throw new RangeError('no attempt')
  return best
}

const makePreview = async (
  solid: Solid,
  from: readonly Part[],
): Promise<{ parts: Part[]; glb: Uint8Array }> => {
  let triangles: number = TARGETS.preview.triangles
  let maxPixels = 256
  for (;;) {
    const parts = await mergePlainParts(
      solid,
      await simplify(from, { maxTriangles: triangles, freeError: 0.001, coarse: true }),
    )
    const options: EncodeOptions = {
      textures: { maxPixels, quality: 65 },
      positionBits: 11,
      normalBits: 8,
      colourOnly: true,
    }
    const glb = await encodeGlb(solid, parts, options)
    if (glb.byteLength <= TARGETS.preview.bytes || maxPixels <= 16) return { parts, glb }
    triangles = Math.ceil(triangles * 0.7)
    maxPixels /= 2
  }
}

export type OptimiseOptions = { outDir: string; onVariant: (done: number, of: number) => void }

/** Result: files, and the parts of `detail` for the poster. */
export const optimise = async (
  solid: Solid,
  { outDir, onVariant }: OptimiseOptions,
): Promise<{ variants: VariantFile[]; detail: Part[] }> => {
  const variants: VariantFile[] = []
  const keep = async (name: ModelVariant, parts: readonly Part[], glb: Uint8Array): Promise<void> => {
    variants.push(await writeVariant(outDir, name, parts, glb))
    onVariant(variants.length, Object.keys(TARGETS).length)
  }
  const budget = (name: ModelVariant, before: readonly Part[]): number =>
    Math.min(TARGETS[name].triangles, Math.max(MIN_LEVEL_TRIANGLES, triangleCount(before) * LEVEL_SHARE))

  const detail = await makeDetail(solid)
  await keep('detail', detail.parts, detail.glb)

  const web = await simplify(solid.parts, { maxTriangles: TARGETS.web.triangles, freeError: 0.0004 })
  const webTextures = { maxPixels: 1024, texelsPerMm: WALKING_TEXELS_PER_MM, quality: 80 }
  await keep(
    'web',
    web,
    await encodeGlb(solid, web, { textures: webTextures, positionBits: 13, normalBits: 8 }),
  )

  const lod1 = await simplify(web, { maxTriangles: budget('webLod1', web), freeError: 0.001 })
  const lod1Options = {
    textures: { maxPixels: 512, scale: 0.5, texelsPerMm: WALKING_TEXELS_PER_MM / 2, quality: 75 },
    positionBits: 12,
    normalBits: 8,
  }
  await keep('webLod1', lod1, await encodeGlb(solid, lod1, lod1Options))

  const reduced = await simplify(lod1, {
    maxTriangles: budget('webLod2', lod1),
    freeError: 0.002,
    coarse: true,
  })
  const lod2 = await mergePlainParts(solid, reduced)
  const lod2Options = {
    textures: { maxPixels: 256, scale: 0.25, texelsPerMm: WALKING_TEXELS_PER_MM / 4, quality: 70 },
    positionBits: 11,
    normalBits: 8,
    colourOnly: true,
  }
  await keep('webLod2', lod2, await encodeGlb(solid, lod2, lod2Options))

  const far = await simplify(lod2, { maxTriangles: budget('webLod3', lod2), freeError: 0.005, coarse: true })
  const lod3 = await mergeAllParts(solid, far)
  const lod3Options = { textures: { maxPixels: 64, quality: 60 }, positionBits: 10, normalBits: 8 }
  await keep('webLod3', lod3, await encodeGlb(solid, lod3, lod3Options))

  const preview = await makePreview(solid, web)
  await keep('preview', preview.parts, preview.glb)
  return { variants, detail: detail.parts }
}
