import type { Lab } from '#shared/model/product-colour.ts'
import type { Fibre, Structure, Yarn } from '#shared/model/product-composition.ts'
import type { ColourBand, RecipeYarn, YarnColour } from '#shared/textile/recipe.ts'

/** A yarn as the sheet states it and as the picture of it needs it. */
export type SheetYarn = RecipeYarn & { spinning: NonNullable<Yarn['spinning']> }

export type SheetColour = {
  code: string
  en: string
  ru: string
  /** Of the whole cloth, as an instrument would read it. */
  lab: Lab
  /** Where threads differ; otherwise all of them have the colour above. */
  warpBands?: ColourBand[]
  weftBands?: ColourBand[]
}

type SheetBase = {
  slug: string
  structure: Structure
  composition: readonly (readonly [Fibre, number])[]
  widthCm: number
  thicknessMm: number
  dyeing: 'bleached' | 'pieceDyed' | 'yarnDyed' | 'stockDyed' | 'indigo' | 'greige'
  finish: string
  hand: readonly (
    | 'crisp'
    | 'soft'
    | 'dry'
    | 'silky'
    | 'smooth'
    | 'brushed'
    | 'springy'
    | 'full'
    | 'fluid'
    | 'firm'
    | 'lofty'
  )[]
  lossPercent: number
  shrink: readonly [lengthPercent: number, widthPercent: number]
  /** Washing, rubbing dry and wet, light, pilling. */
  grades: readonly [number, number, number, number, number]
  rollLengthM: number
  hsCode: string
  raised?: number
  unevenDye?: number
  colours: readonly SheetColour[]
}

export type WovenSheet = SheetBase & {
  material: 'woven'
  warp: SheetYarn
  weft: SheetYarn
  endsPerCm: number
  picksPerCm: number
  crimp: readonly [warpPercent: number, weftPercent: number]
  /** Terry: length of the pile yarn to that of the cloth; every second end is pile. */
  pileRatio?: number
}

export type KnitSheet = SheetBase & {
  material: 'knit'
  yarn: SheetYarn
  walesPerCm: number
  coursesPerCm: number
  loopLengthMm: number
}

/** A fabric of the demo fair: the figures from which its spec, its weight and its pictures all follow. */
export type FabricSheet = WovenSheet | KnitSheet

export const lab = (l: number, a: number, b: number): Lab => ({ l, a, b })
const one = (colour: Lab): YarnColour => [{ lab: colour, share: 1 }]
export const melange = (...parts: [share: number, colour: Lab][]): YarnColour =>
  parts.map(([share, colour]) => ({ share, lab: colour }))
/** Bands of threads: `bands([24, navy], [4, red])`. */
export const bands = (...list: [threads: number, colour: Lab | YarnColour][]): ColourBand[] =>
  list.map(([threads, colour]) => ({ threads, colour: 'l' in colour ? one(colour) : colour }))

export const ring = (fibre: Fibre, tex: number, more: Partial<SheetYarn> = {}): SheetYarn => ({
  fibre, tex, spinning: 'ring', twist: 'Z', ...more,
}) // prettier-ignore
