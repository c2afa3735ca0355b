import { SPEC_FIELDS, type ProductKind, type SpecField } from '#shared/model/product.ts'
import type { sectionTerms } from './terms/field-terms.ts'

export type SectionName = keyof typeof sectionTerms

/** Sections in the order of a trade data sheet. */
export const SECTION_ORDER: readonly SectionName[] = [
  'identity', 'construction', 'materials', 'composition', 'warpYarn', 'weftYarn', 'yarn', 'fibre', 'measures',
  'sizes', 'behaviour', 'finish', 'colourways', 'care', 'tests', 'certificates', 'trade',
] // prettier-ignore

const FIELDS_OF: Partial<Record<SectionName, readonly string[]>> = {
  identity: [
    'articleNumber',
    'style',
    'wearer',
    'form',
    'cropYear',
    'species',
    'article',
    'use',
    'selection',
  ],
  construction: [
    'structure', 'endsPerCm', 'picksPerCm', 'warpCrimpPercent', 'weftCrimpPercent', 'walesPerCm', 'coursesPerCm',
    'loopLengthMm', 'threadsPerCm2', 'tannage', 'construction',
  ], // prettier-ignore
  materials: ['upper', 'lining', 'insole', 'outsole'],
  composition: ['composition', 'fillComposition'],
  fibre: [
    'stapleMm', 'micronaire', 'strengthGPerTex', 'uniformityPercent', 'reflectanceRd', 'yellownessB', 'trashPercent',
    'moisturePercent', 'fibreFinenessUm', 'yarnTex', 'uzType', 'uzGrade',
  ], // prettier-ignore
  sizes: ['sizeSystem', 'sizes', 'measurements', 'smallestMm', 'largestMm', 'smallestEu', 'largestEu'],
  behaviour: [
    'lengthChangePercent', 'widthChangePercent', 'stretchWarpPercent', 'stretchWeftPercent', 'recoveryPercent', 'hand',
  ], // prettier-ignore
  finish: ['dyeing', 'finish', 'finishLossPercent', 'patternRepeatWarpCm', 'patternRepeatWeftCm'],
  colourways: ['colourways'],
  care: ['careCodes'],
  tests: ['tests'],
  certificates: ['certificates'],
}

const BY_FIELD = new Map(
  Object.entries(FIELDS_OF).flatMap(([section, fields]) => fields.map((field) => [field, section] as const)),
)

const PREFIXED: Record<string, SectionName> = {
  warpYarn: 'warpYarn',
  weftYarn: 'weftYarn',
  yarn: 'yarn',
  trade: 'trade',
}

const sectionOf = (kind: ProductKind, path: string): SectionName => {
  const [head = '', rest] = path.split('.')
  if (rest !== undefined) return PREFIXED[head] ?? 'measures'
  // Fabrics are first of all woven or knit; on an accessory it is a word of its maker.
  if (head === 'material') return kind === 'fabric' ? 'construction' : 'composition'
  return SECTION_ORDER.find((section) => section === BY_FIELD.get(head)) ?? 'measures'
}

const WOVEN_ONLY = new Set([
  'warpYarn', 'weftYarn', 'endsPerCm', 'picksPerCm', 'warpCrimpPercent', 'weftCrimpPercent',
]) // prettier-ignore
const KNIT_ONLY = new Set(['yarn', 'walesPerCm', 'coursesPerCm', 'loopLengthMm'])

/** False for what a fabric of this material can't have: ends of a knit, wales of a woven. */
export const isRelevant = (path: string, material: unknown): boolean => {
  const head = path.split('.')[0] ?? ''
  if (WOVEN_ONLY.has(head)) return material === 'woven'
  return !KNIT_ONLY.has(head) || material === 'knit'
}

export interface SpecSection {
  name: SectionName
  fields: readonly SpecField[]
}

/** The fields of a kind in the sections of a trade data sheet, in order; `material` leaves out what can't apply. */
export const specSections = (kind: ProductKind, material?: unknown): SpecSection[] => {
  const fields = SPEC_FIELDS[kind].filter(({ path }) => kind !== 'fabric' || isRelevant(path, material))
  return SECTION_ORDER.flatMap((name) => {
    const own = fields.filter(({ path }) => sectionOf(kind, path) === name)
    return own.length > 0 ? [{ name, fields: own }] : []
  })
}
