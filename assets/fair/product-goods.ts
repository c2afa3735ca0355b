import type { z } from 'zod'
import type {
  homeTextileFields,
  garmentFields,
  footwearFields,
  leatherFields,
} from '#shared/model/product-goods.ts'
import { fabricSheet, statedWeightGsm } from './fabrics.ts'

export type MadeGoods = {
  unit: 'H87' | 'PR' | 'SET' | 'DMK' | 'TNE' | 'KGM'
  hsCode: string
  data: Record<string, unknown>
}
type HomeStyle = z.infer<typeof homeTextileFields.style>
type GarmentStyle = z.infer<typeof garmentFields.style>
type Wearer = z.infer<typeof garmentFields.wearer>
type Footwear = { [K in keyof typeof footwearFields]: z.infer<(typeof footwearFields)[K]> }
type Leather = { [K in keyof typeof leatherFields]: z.infer<(typeof leatherFields)[K]> }

/** Threads of a square centimetre of a woven, both ways, where the trade counts them: beds and tables, not blankets. */
const threadsOf = (slug: string) => {
  const sheet = fabricSheet(slug)
  return sheet.material === 'woven' && !sheet.pileRatio && sheet.endsPerCm + sheet.picksPerCm >= 30
    ? { threadsPerCm2: sheet.endsPerCm + sheet.picksPerCm }
    : {}
}

/** Home textiles of a fabric sheet: what they weigh and how dense they are follows from it. */
export const home = (
  fabric: string, style: HomeStyle, hsCode: string, widthCm: number, lengthCm: number, more: Record<string, unknown> = {},
): MadeGoods => ({
  unit: Number(more['piecesPerSet'] ?? 1) > 1 ? 'SET' : 'H87',
  hsCode,
  data: {
    kind: 'homeTextile', style, structure: fabricSheet(fabric).structure, weightGsm: statedWeightGsm(fabricSheet(fabric)),
    widthCm, lengthCm, piecesPerSet: 1, ...threadsOf(fabric), ...more,
  },
}) // prettier-ignore

/** A filled cushion of a fabric sheet. */
export const cushion = (fabric: string, edgeCm: number): MadeGoods =>
  home(fabric, 'cushion', '9404909000', edgeCm, edgeCm, {
    depthCm: 16,
    fillComposition: [{ fibre: 'polyester', percent: 100 }],
    fillG: Math.round((edgeCm * edgeCm * 0.2) / 10) * 10,
  })

const SIZES = {
  women: { sizeSystem: 'GOST', sizes: ['42', '44', '46', '48', '50', '52'], base: '46' },
  men: { sizeSystem: 'GOST', sizes: ['46', '48', '50', '52', '54', '56'], base: '50' },
  unisex: { sizeSystem: 'EU', sizes: ['S', 'M', 'L', 'XL'], base: 'M' },
  children: { sizeSystem: 'EU', sizes: ['98', '104', '110', '116', '122'], base: '110' },
} as const

/** A garment of a fabric sheet; `clothM2` is what its middle size takes, from which its mass follows. */
export const garment = (
  fabric: string, style: GarmentStyle, wearer: keyof typeof SIZES & Wearer, hsCode: string,
  { lengthCm, halfChestCm, clothM2 }: { lengthCm: number; halfChestCm: number; clothM2: number },
): MadeGoods => {
  const weightGsm = statedWeightGsm(fabricSheet(fabric))
  const { base, ...sizes } = SIZES[wearer]
  return {
    unit: 'H87',
    hsCode,
    data: {
      kind: 'garment', style, wearer, ...sizes, shellWeightGsm: weightGsm,
      massG: Math.round((weightGsm * clothM2) / 5) * 5,
      measurements: [
        { point: 'chest, half', size: base, valueCm: halfChestCm, toleranceCm: 1 },
        { point: 'length from shoulder', size: base, valueCm: lengthCm, toleranceCm: 1 },
      ],
    },
  }
} // prettier-ignore

const FEET = {
  women: { smallestMm: 225, largestMm: 265, smallestEu: 36, largestEu: 41 },
  men: { smallestMm: 255, largestMm: 300, smallestEu: 40, largestEu: 46 },
  unisex: { smallestMm: 230, largestMm: 300, smallestEu: 36, largestEu: 46 },
  children: { smallestMm: 165, largestMm: 215, smallestEu: 27, largestEu: 34 },
} as const

/** Shoes by the pair, in the sizes of their wearer. */
export const shoes = (
  style: Footwear['style'], wearer: keyof typeof FEET, hsCode: string,
  [upper, lining, outsole]: readonly [Footwear['upper'], Footwear['lining'], Footwear['outsole']],
  construction: Footwear['construction'], heelMm: number, massG: number,
): MadeGoods => ({
  unit: 'PR', hsCode, data: { kind: 'footwear', style, wearer, upper, lining, outsole, construction, heelMm, massG, ...FEET[wearer] },
}) // prettier-ignore

/** Leather by the square decimetre. */
export const leather = (
  species: Leather['species'], tannage: Leather['tannage'], article: Leather['article'], use: NonNullable<Leather['use']>,
  hsCode: string, thicknessMm: number, averageAreaDm2: number,
): MadeGoods => ({
  unit: 'DMK', hsCode, data: { kind: 'leather', species, tannage, article, use, thicknessMm, averageAreaDm2, selection: 'I-III' },
}) // prettier-ignore

/** A bag of a fabric sheet or, where `material` says so, of leather. */
export const bag = (
  hsCode: string, widthCm: number, heightCm: number, depthCm: number, massG: number, material?: string,
): MadeGoods => ({
  unit: 'H87', hsCode,
  data: { kind: 'accessory', style: 'tote', widthCm, heightCm, depthCm, massG, ...(material !== undefined && { material }) },
}) // prettier-ignore

/** A scarf or shawl of a fabric sheet; its mass follows from its size. */
export const scarf = (fabric: string, hsCode: string, widthCm: number, heightCm: number, style: 'scarf' | 'shawl' = 'scarf'): MadeGoods => {
  const shellWeightGsm = statedWeightGsm(fabricSheet(fabric))
  return {
    unit: 'H87', hsCode,
    data: { kind: 'accessory', style, wearer: 'unisex', shellWeightGsm, widthCm, heightCm, massG: Math.round((shellWeightGsm * widthCm * heightCm) / 10_000) },
  }
} // prettier-ignore

/** Cotton lint with its instrument reading. */
export const lint = (
  type: number, grade: 'I' | 'II' | 'III',
  reading: { stapleMm: number; micronaire: number; strengthGPerTex: number; uniformityPercent: number; reflectanceRd: number; yellownessB: number; trashPercent: number },
  bales: number,
): MadeGoods => ({
  unit: 'TNE', hsCode: '5201009000',
  data: {
    kind: 'rawMaterial', form: 'lint', composition: [{ fibre: 'cotton', percent: 100 }], ...reading, moisturePercent: 7,
    cropYear: 2025, baleKg: 215, bales, uzType: type, uzGrade: grade,
  },
}) // prettier-ignore

/** Fibre combed or carded into a band, by the tonne. */
export const sliver = (
  form: 'sliver' | 'tops', fibre: 'cotton' | 'wool', hsCode: string,
  figures: { stapleMm?: number; micronaire?: number; fibreFinenessUm?: number },
): MadeGoods => ({
  unit: 'TNE', hsCode,
  data: { kind: 'rawMaterial', form, composition: [{ fibre, percent: 100 }], cropYear: 2025, moisturePercent: fibre === 'wool' ? 8.5 : 7, ...figures },
}) // prettier-ignore
