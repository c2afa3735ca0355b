import { z } from 'zod'
import { ranged } from './product-ranges.ts'

/** Fibre names of Regulation (EU) 1007/2011, Annex I. */
export const FIBRES = [
  'wool', 'virginWool', 'alpaca', 'llama', 'camel', 'cashmere', 'mohair', 'angora', 'vicuna', 'yak', 'guanaco',
  'cashgora', 'horsehair', 'silk', 'cotton', 'kapok', 'flax', 'hemp', 'jute', 'abaca', 'alfa', 'coir', 'broom',
  'ramie', 'sisal', 'sunn', 'henequen', 'maguey', 'acetate', 'alginate', 'cupro', 'modal', 'protein', 'triacetate',
  'viscose', 'acrylic', 'chlorofibre', 'fluorofibre', 'modacrylic', 'polyamide', 'aramid', 'polyimide', 'lyocell',
  'polylactide', 'polyester', 'polyethylene', 'polypropylene', 'polycarbamide', 'polyurethane', 'vinylal',
  'trivinyl', 'elastodiene', 'elastane', 'glassFibre', 'elastomultiester', 'elastolefin', 'melamine',
  'polypropylenePolyamideBicomponent', 'polyacrylate', 'metalFibre', 'paper', 'otherFibres',
] as const // prettier-ignore
export const Fibre = z.enum(FIBRES)
export type Fibre = z.infer<typeof Fibre>

const CompositionPart = z.object({ fibre: Fibre, percent: ranged('percent') })

/** Fibres by mass; the parts sum to 100 % and no fibre is named twice. */
export const Composition = z
  .array(CompositionPart)
  .min(1)
  .max(12)
  .refine((parts) => Math.abs(parts.reduce((sum, part) => sum + part.percent, 0) - 100) < 0.01, {
    error: 'composition_not_100',
  })
  .refine((parts) => new Set(parts.map((part) => part.fibre)).size === parts.length, {
    error: 'fibre_named_twice',
  })
export type Composition = z.infer<typeof Composition>

/** A yarn by its resulting count (all plies together), ISO 7211-5. */
export const Yarn = z.object({
  tex: ranged('tex'),
  plies: ranged('plies').optional(),
  twistPerM: ranged('twistPerM').optional(),
  twist: z.enum(['S', 'Z']).optional(),
  spinning: z
    .enum(['ring', 'compact', 'openEnd', 'airJet', 'worsted', 'woollen', 'filament', 'reeled'])
    .optional(),
})
export type Yarn = z.infer<typeof Yarn>

export const WOVEN_STRUCTURES = [
  'plain', 'poplin', 'oxford', 'twill21', 'twill31', 'twill22', 'herringbone', 'satin5', 'satin8', 'basket',
  'ripstop', 'dobby', 'jacquard', 'terryLoop',
] as const // prettier-ignore
export const KNIT_STRUCTURES = ['singleJersey', 'rib', 'interlock', 'pique', 'frenchTerry', 'tricot'] as const
export const Structure = z.enum([
  ...WOVEN_STRUCTURES,
  ...KNIT_STRUCTURES,
  'needled',
  'spunlace',
  'pile',
  'none',
])
export type Structure = z.infer<typeof Structure>
