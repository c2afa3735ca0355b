import { CloseButton, NumberInput, Select } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Product } from '#shared/protocol/catalogue.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { Poster } from '../ui-kit/poster.tsx'
import { useTerm } from '../ui-kit/trade-terms.ts'
import type { DraftLine } from './enquiry-draft.ts'
import classes from './enquiry-form.module.css'

interface DraftLineRowProps {
  line: DraftLine
  product: UseQueryResult<Product>
  problem: string | undefined
  quantityNeeded: boolean
  onChange(change: Partial<DraftLine>): void
  onRemove(): void
}

/** One product of the draft: which colour, and how much of it. */
export const DraftLineRow = ({
  line,
  product,
  problem,
  quantityNeeded,
  onChange,
  onRemove,
}: DraftLineRowProps) => {
  const intl = useIntl()
  const local = useLocalText()
  const term = useTerm()
  const { data, isError } = product
  const name = data ? local(data.name) : ''
  const remove = (
    <CloseButton
      className={classes.remove ?? ''}
      onClick={onRemove}
      aria-label={intl.formatMessage(
        { id: 'enquiry.line.remove', defaultMessage: 'Take {name} out of the enquiry' },
        { name },
      )}
    />
  )
  if (isError)
    return (
      <li className={classes.line}>
        <p className={classes.gone} role="alert">
          <FormattedMessage
            id="enquiry.line.gone"
            defaultMessage="This product is no longer shown. Take it out to send the rest."
          />
        </p>
        {remove}
      </li>
    )
  if (!data) return <li className={classes.line} aria-busy="true" />
  const { colourways, trade, articleNumber } = data.spec
  const unit = term('unitShort', trade.unit)
  return (
    <li className={classes.line}>
      <Poster product={data} />
      <div className={classes.what}>
        <strong>{name}</strong>
        <span className={classes.small}>
          {articleNumber}
          {' · '}
          <FormattedMessage
            id="enquiry.line.moq"
            defaultMessage="orders from {quantity} {unit}"
            values={{ quantity: intl.formatNumber(trade.moqPerOrder), unit }}
          />
        </span>
      </div>
      <div className={classes.choices}>
        {colourways.length > 0 && (
          <Select
            label={intl.formatMessage({ id: 'enquiry.line.colour', defaultMessage: 'Colour' })}
            placeholder={intl.formatMessage({ id: 'enquiry.line.anyColour', defaultMessage: 'any' })}
            data={colourways.map(({ code, name: colour }) => ({
              value: code,
              label: `${code} ${local(colour)}`,
            }))}
            value={line.colourway || null}
            searchable
            clearable
            onChange={(colourway) => onChange({ colourway: colourway ?? '' })}
          />
        )}
        <NumberInput
          label={intl.formatMessage(
            { id: 'enquiry.line.quantity', defaultMessage: 'Quantity, {unit}' },
            { unit },
          )}
          withAsterisk={quantityNeeded}
          hideControls
          min={0}
          allowNegative={false}
          decimalScale={3}
          decimalSeparator={intl.locale === 'ru' ? ',' : '.'}
          allowedDecimalSeparators={['.', ',']}
          thousandSeparator={intl.locale === 'ru' ? ' ' : ','}
          value={line.quantity}
          error={problem}
          onChange={(quantity) => onChange({ quantity: String(quantity) })}
        />
      </div>
      {remove}
    </li>
  )
}
