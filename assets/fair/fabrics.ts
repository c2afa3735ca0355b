import type { Colourway } from '#shared/model/product-colour.ts'
import { TEST_MEASURES, type TestProperty, type TestResult } from '#shared/model/product-proof.ts'
import { seedFrom } from '#shared/textile/noise.ts'
import type { ColourBand, FabricRecipe } from '#shared/textile/recipe.ts'
import { knitWeightGsm, wovenWeightGsm } from '#shared/textile/weight.ts'
import { APPAREL_SHEETS } from './apparel-sheets.ts'
import { COTTON_SHEETS } from './cotton-sheets.ts'
import type { FabricSheet, SheetYarn } from './fabric-sheet.ts'
import { HOME_SHEETS } from './home-sheets.ts'
import { JERSEY_SHEETS } from './jersey-sheets.ts'
import { KNIT_SHEETS, SILK_SHEETS } from './knit-and-silk-sheets.ts'
import { WINTER_SHEETS } from './winter-sheets.ts'
import { LINEN_SHEETS, WOOL_SHEETS } from './wool-and-linen-sheets.ts'

export const FABRIC_SHEETS: readonly FabricSheet[] = [
  ...COTTON_SHEETS, ...WOOL_SHEETS, ...LINEN_SHEETS, ...KNIT_SHEETS, ...SILK_SHEETS,
  ...HOME_SHEETS, ...APPAREL_SHEETS, ...WINTER_SHEETS, ...JERSEY_SHEETS,
] // prettier-ignore

/** A sheet by its slug; throws where there is none, for the demo's own data names them. */
export const fabricSheet = (slug: string): FabricSheet => {
  const sheet = FABRIC_SHEETS.find((candidate) => candidate.slug === slug)
  if (!sheet) throw new RangeError(`no fabric sheet ${slug}`)
  return sheet
}

/** Weight that the sheet states, in g/m²: what its construction weighs, rounded as mills do. */
export const statedWeightGsm = (sheet: FabricSheet): number => {
  const finished = 1 - sheet.lossPercent / 100
  const weight =
    finished *
    (sheet.material === 'knit' ? knitWeightGsm({ ...sheet, tex: sheet.yarn.tex }) : wovenSheetWeight(sheet))
  return weight > 100 ? Math.round(weight / 5) * 5 : Math.round(weight)
}

const wovenSheetWeight = (sheet: Extract<FabricSheet, { material: 'woven' }>): number => {
  const construction = {
    warpTex: sheet.warp.tex,
    weftTex: sheet.weft.tex,
    endsPerCm: sheet.endsPerCm,
    picksPerCm: sheet.picksPerCm,
    warpCrimpPercent: sheet.crimp[0],
    weftCrimpPercent: sheet.crimp[1],
  }
  // Every second end of a terry is pile, so many times longer than the cloth.
  const pile = sheet.pileRatio ? (sheet.endsPerCm / 2) * sheet.warp.tex * (sheet.pileRatio - 1.05) * 0.1 : 0
  return wovenWeightGsm(construction) + pile
}

const colourOf = (sheet: FabricSheet, code: string) => {
  const colour = sheet.colours.find((candidate) => candidate.code === code)
  if (!colour) throw new RangeError(`no colourway ${code} of ${sheet.slug}`)
  return colour
}

/** What the fabric looks like in one of its colourways, for `makeFabricMaps`. */
export const recipeFor = (sheet: FabricSheet, code: string): FabricRecipe => {
  const colour = colourOf(sheet, code)
  const plain: ColourBand[] = [{ threads: 1, colour: [{ lab: colour.lab, share: 1 }] }]
  const common = {
    structure: sheet.structure,
    seed: seedFrom(`${sheet.slug}/${code}`),
    raised: sheet.raised ?? 0,
    unevenDye: sheet.unevenDye ?? 0,
  }
  if (sheet.material === 'knit')
    return {
      ...common,
      construction: 'knit',
      yarn: sheet.yarn,
      walesPerCm: sheet.walesPerCm,
      coursesPerCm: sheet.coursesPerCm,
      courseBands: colour.warpBands ?? plain,
    }
  return {
    ...common,
    construction: 'woven',
    warp: sheet.warp,
    weft: sheet.weft,
    endsPerCm: sheet.endsPerCm,
    picksPerCm: sheet.picksPerCm,
    warpBands: colour.warpBands ?? plain,
    weftBands: colour.weftBands ?? plain,
  }
}

export const colourwaysOf = (sheet: FabricSheet): Colourway[] =>
  sheet.colours.map(({ code, en, ru, lab }) => ({
    code,
    name: { en, ru },
    lab,
    illuminant: 'D65',
    observerDeg: 10,
  }))

const yarnOf = ({ tex, plies, twist, spinning }: SheetYarn) => ({
  tex,
  spinning,
  ...(plies !== undefined && { plies }),
  ...(twist !== undefined && { twist }),
})

const result = (property: TestProperty, value: number, article: string): TestResult => ({
  property,
  value,
  ...(property === 'pilling' && { cycles: 2000 }),
  method: TEST_MEASURES[property].method,
  edition: 'example',
  laboratory: 'Example laboratory (invented)',
  reportNumber: `EXAMPLE-${article}`,
  testedOn: '2026-02-16',
})

/** Test results of the sheet, marked as examples. */
export const testsOf = (sheet: FabricSheet, article: string): TestResult[] => {
  const [washing, dry, wet, light, pilling] = sheet.grades
  return [
    result('weightGsm', statedWeightGsm(sheet), article),
    result('lengthChangePercent', sheet.shrink[0], article),
    result('widthChangePercent', sheet.shrink[1], article),
    result('fastnessWashing', washing, article),
    result('fastnessRubbingDry', dry, article),
    result('fastnessRubbingWet', wet, article),
    result('fastnessLight', light, article),
    result('pilling', pilling, article),
  ]
}

export const compositionOf = (sheet: FabricSheet) =>
  sheet.composition.map(([fibre, percent]) => ({ fibre, percent }))

/** The fields of a fabric's spec that follow from its sheet. */
export const fabricData = (sheet: FabricSheet) => ({
  kind: 'fabric' as const,
  material: sheet.material,
  structure: sheet.structure,
  composition: compositionOf(sheet),
  weightGsm: statedWeightGsm(sheet),
  weightTolerancePercent: 5,
  widthCm: sheet.widthCm,
  usableWidthCm: sheet.widthCm - (sheet.material === 'knit' ? 5 : 3),
  thicknessMm: sheet.thicknessMm,
  ...(sheet.material === 'knit'
    ? {
        yarn: yarnOf(sheet.yarn),
        walesPerCm: sheet.walesPerCm,
        coursesPerCm: sheet.coursesPerCm,
        loopLengthMm: sheet.loopLengthMm,
      }
    : {
        warpYarn: yarnOf(sheet.warp),
        weftYarn: yarnOf(sheet.weft),
        endsPerCm: sheet.endsPerCm,
        picksPerCm: sheet.picksPerCm,
        warpCrimpPercent: sheet.crimp[0],
        weftCrimpPercent: sheet.crimp[1],
      }),
  finishLossPercent: sheet.lossPercent,
  lengthChangePercent: sheet.shrink[0],
  widthChangePercent: sheet.shrink[1],
  dyeing: sheet.dyeing,
  finish: sheet.finish,
  hand: [...sheet.hand],
  rollLengthM: sheet.rollLengthM,
})
