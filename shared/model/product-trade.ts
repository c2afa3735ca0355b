import { z } from 'zod'
import { ranged } from './product-ranges.ts'

export const CURRENCIES = [
  'RUB',
  'BYN',
  'KZT',
  'KGS',
  'AMD',
  'UZS',
  'TJS',
  'USD',
  'EUR',
  'CNY',
  'TRY',
] as const
export const Currency = z.enum(CURRENCIES)

/** UN/ECE Recommendation 20: metre, square metre, kilogram, tonne, piece, pair, set, gram; DMK is dm². */
export const TRADE_UNITS = ['MTR', 'MTK', 'KGM', 'TNE', 'H87', 'PR', 'SET', 'GM', 'DMK'] as const
export const TradeUnit = z.enum(TRADE_UNITS)
export type TradeUnit = z.infer<typeof TradeUnit>

export const SEA_INCOTERMS = ['FAS', 'FOB', 'CFR', 'CIF'] as const
/** Incoterms 2020. */
export const INCOTERMS = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', ...SEA_INCOTERMS] as const
export const LANDLOCKED_COUNTRIES: readonly string[] = ['KZ', 'UZ', 'KG', 'TJ', 'AM', 'BY']

export const Country = z.string().regex(/^[A-Z]{2}$/)

/** A price as a decimal string, so that no rounding happens on the way. */
export const Money = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/)

const PriceTier = z.object({
  /** Quantities from here on, */
  from: z.number().min(0),
  /** up to but without this one; null is without end. */
  below: z.number().positive().nullable(),
  price: Money,
})

/** Tiers follow each other without gap or overlap and the last one is open. */
const PriceTiers = z
  .array(PriceTier)
  .min(1)
  .max(12)
  .superRefine((tiers, context) => {
    tiers.forEach((tier, index) => {
      const next = tiers[index + 1]
      const joined = next === undefined ? tier.below === null : tier.below === next.from
      if (!joined || (tier.below !== null && tier.below <= tier.from))
        context.addIssue({ code: 'custom', path: [index, 'below'], message: 'price_tiers_gap' })
    })
  })

/** Terms on which a product is offered. */
export const TradeTerms = z
  .object({
    unit: TradeUnit,
    currency: Currency,
    tiers: PriceTiers,
    moqPerColour: ranged('moqPerColour').optional(),
    moqPerOrder: ranged('moqPerOrder'),
    quantityTolerancePercent: ranged('quantityTolerancePercent').optional(),
    sampleLeadTimeDays: ranged('leadTimeDays').optional(),
    leadTimeDays: ranged('leadTimeDays'),
    capacityPerMonth: ranged('capacityPerMonth').optional(),
    incoterms: z
      .array(z.object({ term: z.enum(INCOTERMS), place: z.string().min(1).max(120) }))
      .min(1)
      .max(11),
    /** TN VED EAEU: 10 digits, the first 6 international. */
    hsCode: z.string().regex(/^\d{10}$/),
    originCountry: Country,
  })
  .refine(({ tiers, moqPerOrder }) => (tiers[0]?.from ?? 0) <= moqPerOrder, {
    error: 'price_tiers_above_moq',
    path: ['tiers'],
  })
export type TradeTerms = z.infer<typeof TradeTerms>
