import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { ProductSpec } from '#shared/model/product.ts'
import { useCountryName, useTerm, useUnit } from './trade-terms.ts'
import classes from './data-sheet.module.css'

type Trade = ProductSpec['trade']

/** A line of a data sheet: what it is, and its value. */
export const SheetRow = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={classes.row}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** 10 digits as customs papers write them: 5209 42 000 0. */
const hsText = (code: string) => code.replace(/^(\d{4})(\d{2})(\d{3})(\d)$/, '$1 $2 $3 $4')

/** Each tier of the price: the price as its exhibitor wrote it, and the quantities for which it holds. */
const useTierTexts = () => {
  const intl = useIntl()
  const unit = useUnit()
  return (trade: Trade): { from: number; price: string; quantity: string }[] => {
    const by = unit('trade unit', trade.unit)
    return trade.tiers.map(({ from, below, price }) => ({
      from,
      // The price stays the decimal string that the exhibitor wrote: no rounding on the way.
      price: `${price} ${trade.currency} / ${by}`,
      quantity:
        below === null
          ? intl.formatMessage(
              { id: 'sheet.tier.open', defaultMessage: 'from {from} {unit}' },
              { from: intl.formatNumber(from), unit: by },
            )
          : intl.formatMessage(
              { id: 'sheet.tier.between', defaultMessage: 'from {from} to under {below} {unit}' },
              { from: intl.formatNumber(from), below: intl.formatNumber(below), unit: by },
            ),
    }))
  }
}

/** Minimum orders, times and terms of delivery by field, in words; null where nothing is stated. */
const useTermTexts = () => {
  const intl = useIntl()
  const unit = useUnit()
  const country = useCountryName()
  return (trade: Trade): (readonly [field: string, text: string | null])[] => {
    const amount = (value: number | undefined, ofUnit: string) =>
      value === undefined ? null : `${intl.formatNumber(value)} ${unit(ofUnit, trade.unit)}`
    return [
      ['moqPerColour', amount(trade.moqPerColour, 'trade unit')],
      ['moqPerOrder', amount(trade.moqPerOrder, 'trade unit')],
      ['quantityTolerancePercent', amount(trade.quantityTolerancePercent, '%')],
      ['sampleLeadTimeDays', amount(trade.sampleLeadTimeDays, 'd')],
      ['leadTimeDays', amount(trade.leadTimeDays, 'd')],
      ['capacityPerMonth', amount(trade.capacityPerMonth, 'trade unit')],
      ['incoterms', trade.incoterms.map(({ term: code, place }) => `${code} ${place}`).join(', ')],
      ['hsCode', hsText(trade.hsCode)],
      ['originCountry', country(trade.originCountry)],
    ]
  }
}

/** All trade terms of a product as texts by field, the price tiers first and a line each. */
export const useTradeTexts = () => {
  const tiers = useTierTexts()
  const terms = useTermTexts()
  return (trade: Trade): (readonly [field: string, text: string | null])[] => [
    [
      'tiers',
      tiers(trade)
        .map(({ price, quantity }) => `${price}, ${quantity}`)
        .join('\n'),
    ],
    ...terms(trade),
  ]
}

/** Prices, minimum orders, times and terms of delivery. */
export const TradeTermRows = ({ trade }: { trade: Trade }) => {
  const term = useTerm()
  const tiers = useTierTexts()
  const terms = useTermTexts()
  return (
    <dl className={classes.rows}>
      <SheetRow label={term('field', 'tiers')}>
        <ul className={classes.plainList}>
          {tiers(trade).map(({ from, price, quantity }) => (
            <li key={from} className={classes.figure}>
              {price} <span className={classes.small}>{quantity}</span>
            </li>
          ))}
        </ul>
      </SheetRow>
      {terms(trade).map(
        ([name, text]) =>
          text !== null && (
            <SheetRow key={name} label={term('field', name)}>
              {text}
            </SheetRow>
          ),
      )}
    </dl>
  )
}
