import { z } from 'zod'

/** A measurable quantity: outside `min`-`max` it's refused, outside `usual` people are asked whether it is meant. */
export type FieldRange = {
  unit: string
  min: number
  max: number
  usual?: readonly [number, number]
  integer?: true
}

/** Hard and usual ranges of every figure of a spec sheet, by field name; one name means one quantity everywhere. */
export const FIELD_RANGES = {
  percent: { unit: '%', min: 0, max: 100 },
  weightGsm: { unit: 'g/m²', min: 8, max: 2000, usual: [40, 700] },
  weightTolerancePercent: { unit: '%', min: 0, max: 20, usual: [2, 7] },
  widthCm: { unit: 'cm', min: 10, max: 500, usual: [40, 330] },
  usableWidthCm: { unit: 'cm', min: 10, max: 500, usual: [40, 330] },
  thicknessMm: { unit: 'mm', min: 0.02, max: 30, usual: [0.1, 8] },
  tex: { unit: 'tex', min: 0.5, max: 5000, usual: [4, 250] },
  plies: { unit: '', min: 1, max: 12, usual: [1, 3], integer: true },
  twistPerM: { unit: '1/m', min: 0, max: 4000, usual: [200, 1600] },
  endsPerCm: { unit: '1/cm', min: 3, max: 150, usual: [7, 110] },
  picksPerCm: { unit: '1/cm', min: 3, max: 150, usual: [6, 70] },
  walesPerCm: { unit: '1/cm', min: 3, max: 150, usual: [4, 25] },
  coursesPerCm: { unit: '1/cm', min: 3, max: 150, usual: [5, 35] },
  loopLengthMm: { unit: 'mm', min: 0.8, max: 30, usual: [1.8, 9] },
  warpCrimpPercent: { unit: '%', min: 0, max: 60, usual: [1, 20] },
  weftCrimpPercent: { unit: '%', min: 0, max: 60, usual: [1, 20] },
  finishLossPercent: { unit: '%', min: -40, max: 40, usual: [-12, 15] },
  lengthChangePercent: { unit: '%', min: -20, max: 10, usual: [-6, 3] },
  widthChangePercent: { unit: '%', min: -20, max: 10, usual: [-6, 3] },
  stretchPercent: { unit: '%', min: 0, max: 400, usual: [2, 120] },
  recoveryPercent: { unit: '%', min: 0, max: 100, usual: [70, 100] },
  repeatCm: { unit: 'cm', min: 0.05, max: 640, usual: [0.1, 100] },
  rollLengthM: { unit: 'm', min: 1, max: 5000, usual: [20, 300] },
  dimensionCm: { unit: 'cm', min: 0.1, max: 2000, usual: [1, 320] },
  toleranceCm: { unit: 'cm', min: 0, max: 20, usual: [0.3, 4] },
  massG: { unit: 'g', min: 1, max: 100_000, usual: [10, 6000] },
  threadsPerCm2: { unit: '1/cm²', min: 6, max: 300, usual: [30, 180] },
  fillGsm: { unit: 'g/m²', min: 10, max: 3000, usual: [80, 800] },
  fillG: { unit: 'g', min: 10, max: 20_000, usual: [150, 3000] },
  leatherThicknessMm: { unit: 'mm', min: 0.4, max: 6, usual: [0.6, 3] },
  skinAreaDm2: { unit: 'dm²', min: 5, max: 1000, usual: [30, 600] },
  footLengthMm: { unit: 'mm', min: 80, max: 350, usual: [100, 320] },
  euSize: { unit: 'EU', min: 14, max: 52, usual: [17, 48] },
  heelMm: { unit: 'mm', min: 0, max: 200, usual: [0, 110] },
  stapleMm: { unit: 'mm', min: 15, max: 60, usual: [25, 40] },
  micronaire: { unit: '', min: 2, max: 8, usual: [3.5, 4.9] },
  strengthGPerTex: { unit: 'g/tex', min: 15, max: 60, usual: [26, 40] },
  uniformityPercent: { unit: '%', min: 60, max: 95, usual: [79, 88] },
  reflectanceRd: { unit: '', min: 30, max: 95, usual: [70, 84] },
  yellownessB: { unit: '', min: 2, max: 25, usual: [6, 12] },
  trashPercent: { unit: '%', min: 0, max: 30, usual: [0.5, 8] },
  moisturePercent: { unit: '%', min: 0, max: 25, usual: [5, 9] },
  fibreFinenessUm: { unit: 'µm', min: 5, max: 120, usual: [11, 40] },
  cropYear: { unit: '', min: 1990, max: 2100, integer: true },
  baleKg: { unit: 'kg', min: 20, max: 600, usual: [180, 240] },
  bales: { unit: '', min: 1, max: 1_000_000, integer: true },
  moqPerColour: { unit: 'trade unit', min: 0, max: 10_000_000 },
  moqPerOrder: { unit: 'trade unit', min: 0, max: 10_000_000 },
  quantityTolerancePercent: { unit: '%', min: 0, max: 20, usual: [0, 10] },
  leadTimeDays: { unit: 'd', min: 0, max: 730, usual: [0, 120], integer: true },
  capacityPerMonth: { unit: 'trade unit', min: 1, max: 100_000_000 },
} as const satisfies Record<string, FieldRange>

export type FieldName = keyof typeof FIELD_RANGES

/** Name of the range under which a figure's schema was made; `SPEC_FIELDS` and the warnings read it back. */
export const rangeNames = z.registry<{ range: FieldName }>()

/** A figure within the hard range of its field. */
export const ranged = (name: FieldName) => {
  const range: FieldRange = FIELD_RANGES[name]
  const figure = z.number().min(range.min).max(range.max)
  return (range.integer ? figure.int() : figure).register(rangeNames, { range: name })
}
