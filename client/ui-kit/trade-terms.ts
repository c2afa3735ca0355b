import { useIntl, type MessageDescriptor } from 'react-intl'
import type { ProductKind } from '#shared/model/product.ts'
import {
  dyeingTerms,
  handTerms,
  materialTerms,
  spinningTerms,
  structureTerms,
  twistTerms,
} from './terms/construction-terms.ts'
import {
  doorTerms,
  fairRoleTerms,
  lanyardTerms,
  shapeTerms,
  slotTerms,
  stepTerms,
  variantTerms,
} from './terms/fair-terms.ts'
import { fibreTerms } from './terms/fibre-terms.ts'
import { fieldTerms, sectionTerms } from './terms/field-terms.ts'
import {
  constructionTerms,
  kindTerms,
  leatherArticleTerms,
  leatherUseTerms,
  rawFormTerms,
  shoeMaterialTerms,
  sizeSystemTerms,
  speciesTerms,
  styleTerms,
  tannageTerms,
  uzGradeTerms,
  wearerTerms,
} from './terms/goods-terms.ts'
import {
  careTerms,
  certificateTerms,
  testTerms,
  tradeUnitTerms,
  unitShortTerms,
  unitTerms,
} from './terms/trade-and-proof-terms.ts'

const GROUPS = {
  fibre: fibreTerms,
  structure: structureTerms,
  material: materialTerms,
  spinning: spinningTerms,
  twist: twistTerms,
  hand: handTerms,
  dyeing: dyeingTerms,
  kind: kindTerms,
  style: styleTerms,
  wearer: wearerTerms,
  sizeSystem: sizeSystemTerms,
  shoeMaterial: shoeMaterialTerms,
  construction: constructionTerms,
  species: speciesTerms,
  tannage: tannageTerms,
  leatherArticle: leatherArticleTerms,
  leatherUse: leatherUseTerms,
  rawForm: rawFormTerms,
  uzGrade: uzGradeTerms,
  tradeUnit: tradeUnitTerms,
  unitShort: unitShortTerms,
  test: testTerms,
  certificate: certificateTerms,
  care: careTerms,
  slot: slotTerms,
  door: doorTerms,
  shape: shapeTerms,
  lanyard: lanyardTerms,
  fairRole: fairRoleTerms,
  step: stepTerms,
  variant: variantTerms,
  section: sectionTerms,
  field: fieldTerms,
} satisfies Record<string, Record<string, MessageDescriptor>>

export type TermGroup = keyof typeof GROUPS

const messageOf = (group: TermGroup, key: string): MessageDescriptor | undefined => {
  const terms: Record<string, MessageDescriptor> = GROUPS[group]
  return terms[key]
}

/** Puts a stored value into the reader's words: `term('fibre', 'flax')` is “linen (flax)”. Unknown ones stay as they are. */
export const useTerm = () => {
  const intl = useIntl()
  return (group: TermGroup, key: string): string => {
    const message = messageOf(group, key)
    return message ? intl.formatMessage(message) : key
  }
}

/** Care codes that have words; others are shown as their exhibitor wrote them. */
export const CARE_CODES = Object.keys(careTerms)

const CHOICE_GROUPS: Record<string, TermGroup> = {
  material: 'material',
  structure: 'structure',
  dyeing: 'dyeing',
  hand: 'hand',
  style: 'style',
  wearer: 'wearer',
  sizeSystem: 'sizeSystem',
  upper: 'shoeMaterial',
  lining: 'shoeMaterial',
  insole: 'shoeMaterial',
  outsole: 'shoeMaterial',
  construction: 'construction',
  species: 'species',
  tannage: 'tannage',
  article: 'leatherArticle',
  use: 'leatherUse',
  form: 'rawForm',
  uzGrade: 'uzGrade',
  twist: 'twist',
  spinning: 'spinning',
  unit: 'tradeUnit',
}

const lastOf = (path: string) => path.slice(path.lastIndexOf('.') + 1)

/** In whose words the choices of a spec field stand; undefined where they are international codes. */
export const choiceGroup = (path: string): TermGroup | undefined => CHOICE_GROUPS[lastOf(path)]

/** The name of a row of the data sheet: one quantity may be called differently on different goods. */
export const useFieldLabel = () => {
  const term = useTerm()
  return (kind: ProductKind, path: string): string => {
    const name = lastOf(path)
    const own = `${kind}_${name}`
    return term('field', messageOf('field', own) ? own : name)
  }
}

const UNITS: Record<string, MessageDescriptor> = {
  'g/m²': unitTerms.gPerM2,
  '%': unitTerms.percent,
  cm: unitTerms.cm,
  mm: unitTerms.mm,
  m: unitTerms.m,
  tex: unitTerms.tex,
  '1/m': unitTerms.perM,
  '1/cm': unitTerms.perCm,
  '1/cm²': unitTerms.perCm2,
  g: unitTerms.g,
  kg: unitTerms.kg,
  'g/tex': unitTerms.gPerTex,
  µm: unitTerms.um,
  'dm²': unitTerms.dm2,
  EU: unitTerms.eu,
  d: unitTerms.days,
  N: unitTerms.newton,
  'µN·m': unitTerms.micronewtonMetre,
  cycles: unitTerms.cycles,
  '1-5': unitTerms.grade5,
  '1-8': unitTerms.grade8,
}

/** A unit as the reader writes it; `trade unit` becomes the unit by which the product is sold. */
export const useUnit = () => {
  const intl = useIntl()
  const term = useTerm()
  return (unit: string, tradeUnit = ''): string => {
    if (unit === 'trade unit') return tradeUnit && term('unitShort', tradeUnit)
    const message = UNITS[unit]
    return message ? intl.formatMessage(message) : unit
  }
}

/** Names of countries in the reader's language. */
export const useCountryName = () => {
  const { locale } = useIntl()
  return (code: string): string =>
    /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code) : code
}
