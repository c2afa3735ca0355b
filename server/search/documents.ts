import type { ProductSpec } from '#shared/model/product.ts'
import { searchWords, soundKey } from '#shared/model/search-text.ts'
import type { LocalText } from '#shared/model/text.ts'
import { countryWords, tradeWords } from './trade-words.ts'

/** Grows when what a document holds changes: rows of an older edition are made anew at the next start. */
export const SEARCH_EDITION = 1

/** Texts by how much a match in them weighs: A most, D least (the letters of PostgreSQL's `setweight`). */
type Weighed = Record<'A' | 'B' | 'C' | 'D', readonly string[]>

/** `words` for the Russian and English stemmers, `keys` as they sound; each as one text for a weight. */
export interface SearchDocument {
  words: Record<keyof Weighed, string>
  keys: Record<keyof Weighed, string>
}

const documentOf = (texts: Weighed): SearchDocument => {
  const of = (weight: keyof Weighed) => texts[weight].flatMap(searchWords)
  const words = { A: of('A'), B: of('B'), C: of('C'), D: of('D') }
  const joined = (make: (word: string) => string) => ({
    A: words.A.map(make).join(' '),
    B: words.B.map(make).join(' '),
    C: words.C.map(make).join(' '),
    D: words.D.map(make).join(' '),
  })
  return { words: joined((word) => word), keys: joined(soundKey) }
}

const both = ({ en, ru }: LocalText) => (ru ? `${en} ${ru}` : en)

export interface SearchedCompany {
  name: string
  city: string
  country: string
}

export const fibresOf = (spec: ProductSpec): string[] => {
  const parts = 'composition' in spec && spec.composition ? spec.composition : []
  return parts.filter(({ percent }) => percent > 0).map(({ fibre }) => fibre)
}

export const structureOf = (spec: ProductSpec): string | null =>
  'structure' in spec && spec.structure && spec.structure !== 'none' ? spec.structure : null

export const materialOf = (spec: ProductSpec): string | null =>
  spec.kind === 'fabric' ? spec.material : null

/** Mass per area of the cloth that the product is or is made of, in g/m². */
export const weightOf = (spec: ProductSpec): number | null => {
  if ('weightGsm' in spec) return spec.weightGsm ?? null
  return 'shellWeightGsm' in spec ? (spec.shellWeightGsm ?? null) : null
}

export const certificatesOf = (spec: ProductSpec): string[] => [
  ...new Set(spec.certificates.map(({ scheme }) => scheme)),
]

// Fields whose values are words of the trade.
const WORD_FIELDS = [
  'kind', 'material', 'structure', 'style', 'species', 'tannage', 'article', 'form', 'dyeing', 'upper', 'outsole',
] // prettier-ignore

const termsOf = (spec: ProductSpec): string[] =>
  Object.entries(spec).flatMap(([field, value]) =>
    WORD_FIELDS.includes(field) && typeof value === 'string' ? [tradeWords(value)] : [],
  )

export const productDocument = (
  { name, summary, spec }: { name: LocalText; summary: LocalText; spec: ProductSpec },
  company: SearchedCompany,
): SearchDocument =>
  documentOf({
    A: [both(name), spec.articleNumber],
    B: [company.name, ...termsOf(spec), ...fibresOf(spec).map(tradeWords)],
    C: [
      company.city,
      countryWords(company.country),
      ...spec.colourways.map((colourway) => both(colourway.name)),
      ...certificatesOf(spec).map(tradeWords),
    ],
    D: [both(summary)],
  })

export const companyDocument = (
  company: SearchedCompany & { story: LocalText },
  shown: { names: readonly LocalText[]; terms: readonly string[] },
): SearchDocument =>
  documentOf({
    A: [company.name],
    B: [company.city, countryWords(company.country)],
    C: [...shown.terms.map(tradeWords), ...shown.names.map(both)],
    D: [both(company.story)],
  })

/** The distinct keys of documents that are words, in one order whoever writes them: writers can't block each other. */
export const vocabularyOf = (documents: readonly SearchDocument[]): string[] => {
  const words = documents.flatMap(({ keys }) => Object.values(keys).flatMap((text) => text.split(' ')))
  return [...new Set(words)].filter((word) => word.length > 2 && !/^\d+$/.test(word)).toSorted()
}
