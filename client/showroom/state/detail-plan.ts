import type { AssetVariant, VariantName } from '#shared/model/asset.ts'
import type { QualityBudget } from './quality.ts'

/** What a good can be shown with, coarse to fine. `sketch` is made from the coarsest model, without textures. */
export type DetailLevel = 'nothing' | 'sketch' | VariantName

/** Variants with textures, coarse to fine. Preview comes before the lesser LODs: its textures are the smallest. */
const TEXTURED: readonly VariantName[] = ['preview', 'webLod3', 'webLod2', 'webLod1', 'web']
/** Variants that a sketch can be made from, the lightest first. */
const FOR_SKETCHES: readonly VariantName[] = ['webLod3', 'preview', 'webLod2', 'webLod1', 'web']
/** A good needs about a triangle for so many of the pixels of its height squared. */
const PIXELS_PER_TRIANGLE = 14
/** Larger or nearer than this the preview's textures of 256 px show. */
const PREVIEW_PIXELS = 120
const PREVIEW_M = 9

/** A good in the hall as planning sees it. */
export interface DetailCandidate {
  readonly variants: readonly AssetVariant[]
  distanceM: number
  /** In front of the viewer, roughly. */
  inView: boolean
  /** Height on the screen in pixels. */
  pixels: number
  /** Draw calls of its models; a guess until one is loaded. */
  drawCalls: number
  /** Its level by the last plan; written by `planDetail`. */
  level: DetailLevel
}

/** The variant by its name, where the product has it. */
export function variantOf(variants: readonly AssetVariant[], name: DetailLevel): AssetVariant | undefined {
  return variants.find((variant) => variant.name === name)
}

/** The lightest model of a product: what its sketch is made from. */
export function sketchVariant(variants: readonly AssetVariant[]): AssetVariant | undefined {
  for (const name of FOR_SKETCHES) {
    const variant = variantOf(variants, name)
    if (variant) return variant
  }
  return undefined
}

/** The finest model of a product, for inspection. */
export function finestVariant(variants: readonly AssetVariant[]): AssetVariant | undefined {
  for (const name of ['detail', 'web', 'webLod1', 'webLod2', 'webLod3', 'preview'] as const) {
    const variant = variantOf(variants, name)
    if (variant) return variant
  }
  return undefined
}

/** The level below the wanted one that is worth its triangles, or the sketch. */
function wantedLevel(candidate: DetailCandidate, trianglesLeft: number): DetailLevel {
  const wanted = (candidate.pixels * candidate.pixels) / PIXELS_PER_TRIANGLE
  let chosen: AssetVariant | undefined
  for (const name of TEXTURED) {
    const variant = variantOf(candidate.variants, name)
    if (!variant || variant.triangles > trianglesLeft) continue
    if (
      name === 'preview' &&
      (candidate.pixels > PREVIEW_PIXELS || candidate.distanceM < PREVIEW_M) &&
      hasWebWithin(candidate, trianglesLeft)
    )
      continue
    // webLod3 is for beyond 15 m; near goods take it only for want of anything else.
    if (name === 'webLod3' && (chosen || hasFinerThanLod3(candidate))) continue
    chosen = variant
    if (variant.triangles >= wanted) break
  }
  return chosen?.name ?? 'sketch'
}

function hasWebWithin(candidate: DetailCandidate, triangles: number): boolean {
  return candidate.variants.some(
    (v) => (v.name === 'web' || v.name === 'webLod1' || v.name === 'webLod2') && v.triangles <= triangles,
  )
}

function hasFinerThanLod3(candidate: DetailCandidate): boolean {
  return candidate.variants.some((v) => TEXTURED.indexOf(v.name) > TEXTURED.indexOf('webLod3'))
}

/** Share of the triangles that goods with textures may take; sketches get what is left. */
const TEXTURED_SHARE = 0.5

/**
 * Chooses what every good is shown with: nearest first, goods behind the viewer last, until the tier's triangles
 * and draw calls are spent. The near ones leave enough for each other: none takes more than a fifth of the textured
 * triangles that are left. Sorts the candidates in place, most urgent first, and writes their `level`.
 */
export function planDetail(candidates: DetailCandidate[], budget: QualityBudget): void {
  candidates.sort(byUrgency)
  let textured = budget.goodsTriangles * TEXTURED_SHARE
  let all = budget.goodsTriangles
  let calls = budget.goodsCalls
  for (const candidate of candidates) {
    candidate.level = 'nothing'
    if (candidate.distanceM > budget.sketchM || candidate.variants.length === 0) continue
    const isNear = candidate.distanceM <= budget.texturedM && candidate.drawCalls <= calls
    candidate.level = isNear ? wantedLevel(candidate, Math.max(0, textured / 5)) : 'sketch'
    const spent = variantOf(candidate.variants, candidate.level)
    if (spent) {
      textured -= spent.triangles
      all -= spent.triangles
      calls -= candidate.drawCalls
    } else if (all >= budget.sketchTriangles) {
      all -= budget.sketchTriangles
    } else {
      candidate.level = 'nothing'
    }
  }
}

function urgency(candidate: DetailCandidate): number {
  return candidate.inView ? candidate.distanceM : candidate.distanceM * 2 + 4
}

function byUrgency(a: DetailCandidate, b: DetailCandidate): number {
  return urgency(a) - urgency(b)
}
