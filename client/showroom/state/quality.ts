import { z } from 'zod'

/** How much the machine can draw. The low tier drops shadows and distance, never the fabric. */
export const QualityTier = z.enum(['high', 'medium', 'low'])
export type QualityTier = z.infer<typeof QualityTier>

/** `auto` leaves the choice to measurement. */
export const QualityChoice = z.enum([...QualityTier.options, 'auto'])
export type QualityChoice = z.infer<typeof QualityChoice>

/** What a tier may draw. The hall as a whole has 300k triangles and 150 calls on high, 80k and 60 on low. */
export interface QualityBudget {
  /** Triangles of all goods together; half of them are kept for those far away. */
  readonly goodsTriangles: number
  /** Draw calls of all goods with their own textures. */
  readonly goodsCalls: number
  /** Goods nearer than this have textures, in metres. */
  readonly texturedM: number
  /** Goods nearer than this are drawn at all, in metres. */
  readonly sketchM: number
  /** Triangles of a distant good. */
  readonly sketchTriangles: number
  readonly shadows: boolean
  /** Gloss and sheen from light all around; without it goods and metal are lit by the lamps alone. */
  readonly gloss: boolean
  /** Hall and visitors are built with few triangles: rounder or plainer, never fewer things. */
  readonly thrift: boolean
  readonly pixelRatio: number
  readonly visitors: number
  readonly namedVisitors: number
  readonly anisotropy: number
  /** Rays from each vertex of the hall for its ambient occlusion, baked once. */
  readonly occlusionRays: number
}

export const QUALITY: Readonly<Record<QualityTier, QualityBudget>> = {
  high: {
    goodsTriangles: 170_000,
    goodsCalls: 116,
    texturedM: 16,
    sketchM: 60,
    sketchTriangles: 260,
    shadows: true,
    gloss: true,
    thrift: false,
    pixelRatio: 2,
    visitors: 60,
    namedVisitors: 14,
    anisotropy: 8,
    occlusionRays: 18,
  },
  medium: {
    goodsTriangles: 100_000,
    goodsCalls: 84,
    texturedM: 11,
    sketchM: 40,
    sketchTriangles: 180,
    shadows: false,
    gloss: true,
    thrift: false,
    pixelRatio: 1.5,
    visitors: 48,
    namedVisitors: 10,
    anisotropy: 4,
    occlusionRays: 14,
  },
  low: {
    goodsTriangles: 48_000,
    goodsCalls: 40,
    texturedM: 7,
    sketchM: 30,
    sketchTriangles: 110,
    shadows: false,
    gloss: false,
    thrift: true,
    pixelRatio: 1,
    visitors: 20,
    namedVisitors: 6,
    anisotropy: 1,
    occlusionRays: 10,
  },
}

const ORDER: readonly QualityTier[] = ['low', 'medium', 'high']

/** The tier below or above, where there is one. */
export function stepTier(tier: QualityTier, by: -1 | 1): QualityTier {
  return ORDER[ORDER.indexOf(tier) + by] ?? tier
}

/** Whether pixels are drawn without a graphics card, by the renderer's name. */
export function isSoftware(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer)
}

/**
 * Where measuring begins: low where the renderer is software, else where it settled on this device before, else medium
 * on phones and high elsewhere.
 * @param renderer the graphics card's name, empty where the browser hides it
 */
export function firstTier(renderer: string, hasCoarsePointer: boolean, settled?: QualityTier): QualityTier {
  if (isSoftware(renderer)) return 'low'
  return settled ?? (hasCoarsePointer ? 'medium' : 'high')
}

/** A tier that has been too much this often is not tried again. */
const MOST_FAILURES = 2

/** Follows what is measured from tier to tier, and comes to rest instead of going up and down for ever. */
export function createTierSettler() {
  const failures: Record<QualityTier, number> = { high: 0, medium: 0, low: 0 }
  return {
    /** Frames come too slowly at this tier: the one to go on with. */
    tooMuch(tier: QualityTier): QualityTier {
      failures[tier] += 1
      return stepTier(tier, -1)
    },
    /** Frames come with time to spare at this tier: the one to go on with. */
    toSpare(tier: QualityTier): QualityTier {
      const above = stepTier(tier, 1)
      return failures[above] < MOST_FAILURES ? above : tier
    },
  }
}
