import { z } from 'zod'
import { PRODUCT_SPECS, type ProductSpec } from './product-specs.ts'
import { FIELD_RANGES, rangeNames, type FieldRange } from './product-ranges.ts'
import { LANDLOCKED_COUNTRIES, SEA_INCOTERMS, type TradeTerms } from './product-trade.ts'

/** Something that may be but rarely is: a code, and the figures that its sentence names. */
export type UnusualValue = { path: string; code: string; values: Record<string, string | number> }

const childrenOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

const schemaBelow = (schema: unknown, key: string): unknown => {
  if (schema instanceof z.ZodOptional) return schemaBelow(schema.unwrap(), key)
  if (schema instanceof z.ZodArray) return schema.element
  return schema instanceof z.ZodObject ? schema.shape[key] : undefined
}

const outsideUsual = (schema: unknown, value: unknown, path: string): UnusualValue[] => {
  const bare = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  if (typeof value !== 'number' || !(bare instanceof z.ZodNumber))
    return childrenOf(value).flatMap(([key, child]) =>
      outsideUsual(schemaBelow(schema, key), child, path === '' ? key : `${path}.${key}`),
    )
  const name = rangeNames.get(bare)?.range
  const range: FieldRange | undefined = name && FIELD_RANGES[name]
  const [usualMin, usualMax] = range?.usual ?? [-Infinity, Infinity]
  if (value >= usualMin && value <= usualMax) return []
  return [{ path, code: 'unusual_value', values: { value, usualMin, usualMax, unit: range?.unit ?? '' } }]
}

const tradeWarnings = (trade: TradeTerms): UnusualValue[] => {
  const landlocked = LANDLOCKED_COUNTRIES.includes(trade.originCountry)
  const seaTerms = trade.incoterms.flatMap(({ term }, index) =>
    landlocked && SEA_INCOTERMS.some((sea) => sea === term)
      ? [
          {
            path: `trade.incoterms.${index}.term`,
            code: 'sea_term_from_landlocked',
            values: { term, country: trade.originCountry },
          },
        ]
      : [],
  )
  const dearer = trade.tiers.flatMap((tier, index) => {
    const before = trade.tiers[index - 1]
    return before && Number(tier.price) > Number(before.price)
      ? [
          {
            path: `trade.tiers.${index}.price`,
            code: 'price_rises_with_quantity',
            values: { price: tier.price, before: before.price },
          },
        ]
      : []
  })
  return [...seaTerms, ...dearer]
}

/** What an exhibitor should look at again before publishing; never a reason to refuse. */
export const unusualValues = (spec: ProductSpec): UnusualValue[] => [
  ...outsideUsual(PRODUCT_SPECS[spec.kind], spec, ''),
  ...tradeWarnings(spec.trade),
]
