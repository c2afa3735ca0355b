import type { Lab } from '#shared/model/product-colour.ts'
import type { Fibre, Structure } from '#shared/model/product-composition.ts'

/** A yarn as the eye sees it. */
export type RecipeYarn = {
  tex: number
  fibre: Fibre
  /** Smooth continuous filaments instead of spun staple. */
  filament?: boolean
  plies?: number
  twistPerM?: number
  twist?: 'S' | 'Z'
  /** Multiplies the fibre's own unevenness: above 1 for slub yarns. */
  slub?: number
}

/** The colours of one yarn: a single one, or a melange of several by share. */
export type YarnColour = readonly { lab: Lab; share: number }[]

/** `threads` neighbouring threads of one colour; a sequence of bands makes stripes and checks. */
export type ColourBand = { threads: number; colour: YarnColour }

type Common = {
  structure: Structure
  /** 0 clear-cut to 1 milled and raised: softens the weave under a cover of fibres. */
  raised?: number
  /** Lightness differences between threads, 0-1: indigo and hand-dyed yarn is uneven. */
  unevenDye?: number
  seed: number
}

export type WovenRecipe = Common & {
  construction: 'woven'
  warp: RecipeYarn
  weft: RecipeYarn
  endsPerCm: number
  picksPerCm: number
  warpBands: readonly ColourBand[]
  weftBands: readonly ColourBand[]
  direction?: 'S' | 'Z'
}

export type KnitRecipe = Common & {
  construction: 'knit'
  yarn: RecipeYarn
  walesPerCm: number
  coursesPerCm: number
  courseBands: readonly ColourBand[]
}

/** Everything from which a cloth's maps are made; the same figures as on its spec sheet. */
export type FabricRecipe = WovenRecipe | KnitRecipe

/** One plain colour over all threads. */
export const solid = (l: number, a: number, b: number): ColourBand[] => [
  { threads: 1, colour: [{ lab: { l, a, b }, share: 1 }] },
]
