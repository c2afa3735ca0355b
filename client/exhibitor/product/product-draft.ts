import { z } from 'zod'
import { type ProductKind, type ProductSpec } from '#shared/model/product.ts'
import { ProductDraft, type Product } from '#shared/protocol/catalogue.ts'
import { isRelevant } from '../../ui-kit/spec-sections.ts'
import { pruned, valueAt, type DraftTree, type DraftValue } from './draft-tree.ts'

const UNIT_OF: Record<ProductKind, ProductSpec['trade']['unit']> = {
  fabric: 'MTR',
  garment: 'H87',
  accessory: 'H87',
  footwear: 'PR',
  leather: 'DMK',
  homeTextile: 'H87',
  rawMaterial: 'KGM',
}

const OF_FIBRES = new Set<ProductKind>(['fabric', 'garment', 'accessory', 'homeTextile', 'rawMaterial'])

/** An empty product of a kind, with what most of its kind have. */
export const blankProduct = (kind: ProductKind, originCountry: string): DraftTree => ({
  name: { en: '', ru: '' },
  summary: { en: '', ru: '' },
  spec: {
    kind,
    articleNumber: '',
    ...(kind === 'fabric' && { material: 'woven' }),
    ...(OF_FIBRES.has(kind) && { composition: [{ fibre: 'cotton', percent: 100 }] }),
    colourways: [],
    tests: [],
    certificates: [],
    trade: {
      unit: UNIT_OF[kind],
      currency: 'USD',
      tiers: [{ from: 0, below: null, price: '' }],
      incoterms: [{ term: 'FCA', place: '' }],
      hsCode: '',
      originCountry,
    },
  },
})

const Tree = z.record(z.string(), z.json())

// A stored product is plain JSON; what is undefined in it is left out on the way.
const asTree = (value: object): DraftTree => Tree.parse(JSON.parse(JSON.stringify(value)))

/** A stored product as a form edits it. */
export const draftOf = ({ name, summary, spec }: Product): DraftTree => asTree({ name, summary, spec })

const numeric = (value: DraftValue | undefined) => (typeof value === 'number' ? value : 0)

/** Price tiers follow each other: each ends where the next begins, and the last is open. */
const joinedTiers = (tiers: DraftValue | undefined): DraftValue[] => {
  if (!Array.isArray(tiers)) return []
  const rows = tiers
    .flatMap((tier) => (typeof tier === 'object' && tier !== null && !Array.isArray(tier) ? [tier] : []))
    .sort((a, b) => numeric(a['from']) - numeric(b['from']))
  return rows.map((tier, index) => ({ ...tier, below: rows[index + 1]?.['from'] ?? null }))
}

/** Reads a form: a draft that the server takes, or what is still wrong with it. */
export const readDraft = (tree: DraftTree) => {
  const spec = valueAt(tree, 'spec')
  const fields = typeof spec === 'object' && spec !== null && !Array.isArray(spec) ? spec : {}
  const material = fields['material']
  // What a knit can't have stays in the form while it is one, in case it was chosen by mistake.
  const relevant = Object.fromEntries(
    Object.entries(fields).filter(([name]) => fields['kind'] !== 'fabric' || isRelevant(name, material)),
  )
  const trade = valueAt(tree, 'spec.trade')
  const joined: DraftTree = {
    ...tree,
    spec: {
      ...relevant,
      ...(typeof trade === 'object' &&
        trade !== null &&
        !Array.isArray(trade) && { trade: { ...trade, tiers: joinedTiers(trade['tiers']) } }),
    },
  }
  const filled = pruned(joined) ?? {}
  return { filled, parsed: ProductDraft.safeParse(filled) }
}
