import { z } from 'zod'
import { localText } from './text.ts'

/** CIELAB under D65 and the 10° observer, as an instrument reads it. */
export const Lab = z.object({
  l: z.number().min(0).max(100),
  a: z.number().min(-128).max(128),
  b: z.number().min(-128).max(128),
})
export type Lab = z.infer<typeof Lab>

/** One colour of a product. The figures bind together with the lab dip; a screen only indicates. */
export const Colourway = z.object({
  code: z.string().trim().min(1).max(40),
  name: localText(80),
  lab: Lab,
  illuminant: z.literal('D65'),
  observerDeg: z.literal(10),
  instrument: z.string().max(120).optional(),
  /** A reference in the exhibitor's or another system, as text only. */
  reference: z.object({ system: z.string().min(1).max(60), code: z.string().min(1).max(60) }).optional(),
  /** Reflectance from 400 to 700 nm every 10 nm; fluorescent colours exceed 1. */
  reflectance: z.array(z.number().min(0).max(2)).length(31).optional(),
})
export type Colourway = z.infer<typeof Colourway>
