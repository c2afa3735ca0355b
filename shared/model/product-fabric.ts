import { z } from 'zod'
import { Composition, Structure, Yarn } from './product-composition.ts'
import { ranged } from './product-ranges.ts'

export const FABRIC_HANDS = [
  'crisp', 'soft', 'dry', 'silky', 'smooth', 'brushed', 'springy', 'full', 'fluid', 'firm', 'lofty',
] as const // prettier-ignore

export const FABRIC_MATERIALS = ['woven', 'knit', 'nonwoven', 'fur', 'film'] as const

/** A fabric by the metre: woven, knit or nonwoven. */
export const fabricFields = {
  kind: z.literal('fabric'),
  material: z.enum(FABRIC_MATERIALS),
  structure: Structure,
  composition: Composition,
  weightGsm: ranged('weightGsm'),
  weightTolerancePercent: ranged('weightTolerancePercent').optional(),
  widthCm: ranged('widthCm'),
  usableWidthCm: ranged('usableWidthCm').optional(),
  thicknessMm: ranged('thicknessMm').optional(),
  warpYarn: Yarn.optional(),
  weftYarn: Yarn.optional(),
  /** The yarn of a knit. */
  yarn: Yarn.optional(),
  endsPerCm: ranged('endsPerCm').optional(),
  picksPerCm: ranged('picksPerCm').optional(),
  warpCrimpPercent: ranged('warpCrimpPercent').optional(),
  weftCrimpPercent: ranged('weftCrimpPercent').optional(),
  walesPerCm: ranged('walesPerCm').optional(),
  coursesPerCm: ranged('coursesPerCm').optional(),
  loopLengthMm: ranged('loopLengthMm').optional(),
  /** Mass lost in finishing (scouring, desizing, singeing); negative where coating or milling adds. */
  finishLossPercent: ranged('finishLossPercent').optional(),
  lengthChangePercent: ranged('lengthChangePercent').optional(),
  widthChangePercent: ranged('widthChangePercent').optional(),
  stretchWarpPercent: ranged('stretchPercent').optional(),
  stretchWeftPercent: ranged('stretchPercent').optional(),
  recoveryPercent: ranged('recoveryPercent').optional(),
  dyeing: z
    .enum(['greige', 'bleached', 'pieceDyed', 'yarnDyed', 'stockDyed', 'solutionDyed', 'indigo', 'printed'])
    .optional(),
  finish: z.string().max(200).optional(),
  hand: z.array(z.enum(FABRIC_HANDS)).max(4).optional(),
  patternRepeatWarpCm: ranged('repeatCm').optional(),
  patternRepeatWeftCm: ranged('repeatCm').optional(),
  rollLengthM: ranged('rollLengthM').optional(),
}
