import { z } from 'zod'
import { Id } from './ids.ts'

/** What one upload becomes; `original` is kept for its owner alone and never served to visitors. */
export const VariantName = z.enum([
  'preview',
  'web',
  'webLod1',
  'webLod2',
  'webLod3',
  'detail',
  'poster',
  'swatch',
])
export type VariantName = z.infer<typeof VariantName>

export const AssetVariant = z.object({
  name: VariantName,
  url: z.string(),
  mediaType: z.enum(['model/gltf-binary', 'image/webp', 'image/jpeg']),
  bytes: z.int().nonnegative(),
  /** 0 for pictures. */
  triangles: z.int().nonnegative(),
  /** Edge of the square of cloth that a swatch shows, in mm at its true size; only swatches have one. */
  sizeMm: z.number().positive().optional(),
})
export type AssetVariant = z.infer<typeof AssetVariant>

export const ASSET_STEPS = [
  'queued', 'precheck', 'import', 'validate', 'measure', 'repair', 'optimise', 'poster', 'swatch', 'store', 'publish',
] as const // prettier-ignore
export const AssetStep = z.enum(ASSET_STEPS)
export type AssetStep = z.infer<typeof AssetStep>

/** A finding in plain words: a stable code and the figures that its sentence names. The client translates it. */
export const AssetNote = z.object({
  level: z.enum(['info', 'warning', 'error']),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type AssetNote = z.infer<typeof AssetNote>

export const AssetReport = z.object({
  format: z.enum(['glb', 'gltf', 'obj', 'fbx', 'usdz']),
  bytesIn: z.int(),
  sizeCm: z.object({ width: z.number(), height: z.number(), depth: z.number() }),
  triangles: z.int(),
  textures: z.int(),
  gpuMemoryMb: z.number(),
  /** Edge of the swatch in mm; none where the model does not tell its cloth's scale. */
  swatchMm: z.number().positive().optional(),
  notes: z.array(AssetNote),
})
export type AssetReport = z.infer<typeof AssetReport>

export const AssetState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('processing'), step: AssetStep, share: z.number().min(0).max(1) }),
  z.object({ state: z.literal('ready'), report: AssetReport, variants: z.array(AssetVariant) }),
  z.object({ state: z.literal('failed'), failure: AssetNote }),
])
export type AssetState = z.infer<typeof AssetState>

export const AssetVersion = z.object({
  id: Id,
  productId: Id,
  version: z.int().positive(),
  fileName: z.string(),
  status: AssetState,
})
export type AssetVersion = z.infer<typeof AssetVersion>
