import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
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

const PriceTiers = ({ trade }: { trade: Trade }) => {
  const intl = useIntl()
  const unit = useUnit()
  const by = unit('trade unit', trade.unit)
  return (
    <ul className={classes.plainList}>
      {trade.tiers.map(({ from, below, price }) => (
        <li key={from} className={classes.figure}>
          {/* The price stays the decimal string that the exhibitor wrote: no rounding on the way. */}
          {price} {trade.currency} / {by}{' '}
          <span className={classes.small}>
            {below === null ? (
              <FormattedMessage
                id="sheet.tier.open"
                defaultMessage="from {from} {unit}"
                values={{ from: intl.formatNumber(from), unit: by }}
              />
            ) : (
              <FormattedMessage
                id="sheet.tier.between"
                defaultMessage="from {from} to under {below} {unit}"
                values={{ from: intl.formatNumber(from), below: intl.formatNumber(below), unit: by }}
              />
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Prices, minimum orders, times and terms of delivery. */
export const TradeTermRows = ({ trade }: { trade: Trade }) => {
  const intl = useIntl()
  const term = useTerm()
  const unit = useUnit()
  const country = useCountryName()
  const amount = (value: number | undefined, ofUnit: string) =>
    value === undefined ? null : `${intl.formatNumber(value)} ${unit(ofUnit, trade.unit)}`
  const figures = [
    ['moqPerColour', amount(trade.moqPerColour, 'trade unit')],
    ['moqPerOrder', amount(trade.moqPerOrder, 'trade unit')],
    ['quantityTolerancePercent', amount(trade.quantityTolerancePercent, '%')],
    ['sampleLeadTimeDays', amount(trade.sampleLeadTimeDays, 'd')],
    ['leadTimeDays', amount(trade.leadTimeDays, 'd')],
    ['capacityPerMonth', amount(trade.capacityPerMonth, 'trade unit')],
    ['incoterms', trade.incoterms.map(({ term: code, place }) => `${code} ${place}`).join(', ')],
    ['hsCode', hsText(trade.hsCode)],
    ['originCountry', country(trade.originCountry)],
  ] as const
  return (
    <dl className={classes.rows}>
      <SheetRow label={term('field', 'tiers')}>
        <PriceTiers trade={trade} />
      </SheetRow>
      {figures.map(
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
