import { z } from 'zod'
import { Composition, Structure } from './product-composition.ts'
import { ranged } from './product-ranges.ts'

const Measurement = z.object({
  point: z.string().min(1).max(60),
  size: z.string().min(1).max(20),
  valueCm: ranged('dimensionCm'),
  toleranceCm: ranged('toleranceCm'),
})
const MeasurementTable = z.array(Measurement).max(400)
const SizeSystem = z.enum(['GOST', 'EU', 'US', 'CN', 'oneSize'])
const Sizes = z.array(z.string().min(1).max(20)).min(1).max(40)
const Wearer = z.enum(['women', 'men', 'unisex', 'girls', 'boys', 'children', 'babies'])

export const garmentFields = {
  kind: z.literal('garment'),
  style: z.enum(['shirt', 'tShirt', 'tunic', 'dress', 'trousers', 'jeans', 'skirt', 'jacket', 'coat', 'knitwear',
    'workwear', 'apron', 'underwear', 'sportswear', 'schoolwear', 'robe', 'other']), // prettier-ignore
  wearer: Wearer,
  sizeSystem: SizeSystem,
  sizes: Sizes,
  composition: Composition,
  shellWeightGsm: ranged('weightGsm').optional(),
  massG: ranged('massG').optional(),
  measurements: MeasurementTable.optional(),
}

export const accessoryFields = {
  kind: z.literal('accessory'),
  style: z.enum([
    'scarf',
    'shawl',
    'tote',
    'bag',
    'belt',
    'hat',
    'gloves',
    'tie',
    'umbrella',
    'wallet',
    'other',
  ]),
  wearer: Wearer.optional(),
  composition: Composition.optional(),
  /** Where it isn't of fibres: leather, straw, metal. */
  material: z.string().max(120).optional(),
  shellWeightGsm: ranged('weightGsm').optional(),
  widthCm: ranged('dimensionCm').optional(),
  heightCm: ranged('dimensionCm').optional(),
  depthCm: ranged('dimensionCm').optional(),
  massG: ranged('massG').optional(),
}

const ShoeMaterial = z.enum(['leather', 'suede', 'nubuck', 'textile', 'felt', 'fur', 'synthetic', 'rubber', 'eva',
  'tpu', 'polyurethane', 'cork', 'wood']) // prettier-ignore

export const footwearFields = {
  kind: z.literal('footwear'),
  style: z.enum(['sneaker', 'shoe', 'boot', 'slipper', 'sandal', 'safety', 'feltBoot', 'other']),
  wearer: Wearer,
  upper: ShoeMaterial,
  lining: ShoeMaterial,
  insole: ShoeMaterial.optional(),
  outsole: ShoeMaterial,
  construction: z.enum([
    'cemented',
    'stitched',
    'goodyear',
    'blake',
    'injected',
    'vulcanised',
    'strobel',
    'felted',
  ]),
  smallestMm: ranged('footLengthMm'),
  largestMm: ranged('footLengthMm'),
  smallestEu: ranged('euSize'),
  largestEu: ranged('euSize'),
  heelMm: ranged('heelMm').optional(),
  massG: ranged('massG').optional(),
}

export const leatherFields = {
  kind: z.literal('leather'),
  species: z.enum([
    'cattle',
    'calf',
    'buffalo',
    'sheep',
    'lamb',
    'goat',
    'pig',
    'horse',
    'camel',
    'deer',
    'yak',
  ]),
  tannage: z.enum(['vegetable', 'chrome', 'chromeFree', 'combination', 'alum', 'oil']),
  article: z.enum([
    'fullGrain',
    'correctedGrain',
    'nappa',
    'suede',
    'nubuck',
    'split',
    'patent',
    'shearling',
  ]),
  thicknessMm: ranged('leatherThicknessMm'),
  averageAreaDm2: ranged('skinAreaDm2'),
  use: z.enum(['footwear', 'garment', 'bags', 'upholstery', 'gloves', 'saddlery', 'lining']).optional(),
  selection: z.string().max(60).optional(),
}

export const homeTextileFields = {
  kind: z.literal('homeTextile'),
  style: z.enum(['bedLinen', 'towel', 'cushion', 'curtain', 'blanket', 'tablecloth', 'napkin', 'rug', 'bathrobe',
    'quilt', 'pillow', 'other']), // prettier-ignore
  composition: Composition,
  structure: Structure.optional(),
  weightGsm: ranged('weightGsm').optional(),
  widthCm: ranged('dimensionCm'),
  lengthCm: ranged('dimensionCm'),
  depthCm: ranged('dimensionCm').optional(),
  /** Ends and picks of one square centimetre together. */
  threadsPerCm2: ranged('threadsPerCm2').optional(),
  fillComposition: Composition.optional(),
  fillGsm: ranged('fillGsm').optional(),
  fillG: ranged('fillG').optional(),
  piecesPerSet: z.int().min(1).max(24).optional(),
}

export const rawMaterialFields = {
  kind: z.literal('rawMaterial'),
  form: z.enum(['rawCotton', 'lint', 'sliver', 'yarn', 'wool', 'tops', 'silkCocoon', 'rawSilk', 'flaxFibre', 'staple',
    'hide', 'other']), // prettier-ignore
  composition: Composition,
  stapleMm: ranged('stapleMm').optional(),
  micronaire: ranged('micronaire').optional(),
  strengthGPerTex: ranged('strengthGPerTex').optional(),
  uniformityPercent: ranged('uniformityPercent').optional(),
  reflectanceRd: ranged('reflectanceRd').optional(),
  yellownessB: ranged('yellownessB').optional(),
  trashPercent: ranged('trashPercent').optional(),
  moisturePercent: ranged('moisturePercent').optional(),
  fibreFinenessUm: ranged('fibreFinenessUm').optional(),
  yarnTex: ranged('tex').optional(),
  cropYear: ranged('cropYear').optional(),
  baleKg: ranged('baleKg').optional(),
  bales: ranged('bales').optional(),
  /** Uzbek cotton: type 1-9 and grade I-V (O'z DSt 604). */
  uzType: z.int().min(1).max(9).optional(),
  uzGrade: z.enum(['I', 'II', 'III', 'IV', 'V']).optional(),
}
