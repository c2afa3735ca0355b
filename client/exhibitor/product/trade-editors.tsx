import { useIntl } from 'react-intl'
import { INCOTERMS } from '#shared/model/product.ts'
import { useUnit } from '../../ui-kit/trade-terms.ts'
import { useDraft } from './draft-form.tsx'
import { DraftChoice, DraftNumber, DraftText } from './draft-inputs.tsx'
import { RowList } from './row-list.tsx'
import classes from './product-form.module.css'

/** Prices by quantity: each holds from its quantity up to the next, so that no gap can be written. */
export const PriceTierEditor = ({ path }: { path: string }) => {
  const intl = useIntl()
  const unit = useUnit()
  const form = useDraft()
  const by = unit('trade unit', String(form.value('spec.trade.unit') ?? ''))
  const currency = String(form.value('spec.trade.currency') ?? '')
  const label = intl.formatMessage({ id: 'exhibitor.price.title', defaultMessage: 'Prices by quantity' })
  return (
    <div className={classes.wide} role="group" aria-label={label}>
      <p className={classes.sum}>{label}</p>
      <RowList
        path={path}
        max={12}
        entry={intl.formatMessage({ id: 'exhibitor.price.entry', defaultMessage: 'price' })}
        addLabel={intl.formatMessage({
          id: 'exhibitor.price.add',
          defaultMessage: 'Add a price for larger quantities',
        })}
        blank={() => ({ from: '', below: null, price: '' })}
      >
        {(row) => (
          <>
            <DraftNumber
              path={`${row}.from`}
              required
              unit={by}
              label={intl.formatMessage({ id: 'exhibitor.price.from', defaultMessage: 'From' })}
            />
            <DraftText
              path={`${row}.price`}
              required
              label={intl.formatMessage(
                { id: 'exhibitor.price.price', defaultMessage: 'Price, {currency} per {unit}' },
                { currency, unit: by },
              )}
            />
          </>
        )}
      </RowList>
    </div>
  )
}

export const IncotermEditor = ({ path, label }: { path: string; label: string }) => {
  const intl = useIntl()
  return (
    <div className={classes.wide} role="group" aria-label={label}>
      <p className={classes.sum}>{label}</p>
      <RowList
        path={path}
        max={11}
        entry={intl.formatMessage({ id: 'exhibitor.incoterm.entry', defaultMessage: 'delivery term' })}
        addLabel={intl.formatMessage({ id: 'exhibitor.incoterm.add', defaultMessage: 'Add a delivery term' })}
        blank={() => ({ term: '', place: '' })}
      >
        {(row) => (
          <>
            <DraftChoice
              path={`${row}.term`}
              required
              label={intl.formatMessage({ id: 'exhibitor.incoterm.term', defaultMessage: 'Term' })}
              choices={INCOTERMS.map((value) => ({ value, label: value }))}
            />
            <DraftText
              path={`${row}.place`}
              required
              label={intl.formatMessage({ id: 'exhibitor.incoterm.place', defaultMessage: 'Named place' })}
            />
          </>
        )}
      </RowList>
    </div>
  )
}

/** Points of measure by size, in centimetres with their tolerance. */
export const MeasurementEditor = ({ path, label }: { path: string; label: string }) => {
  const intl = useIntl()
  const unit = useUnit()
  return (
    <div className={classes.wide} role="group" aria-label={label}>
      <p className={classes.sum}>{label}</p>
      <RowList
        path={path}
        max={400}
        entry={intl.formatMessage({ id: 'exhibitor.measurement.entry', defaultMessage: 'measurement' })}
        addLabel={intl.formatMessage({
          id: 'exhibitor.measurement.add',
          defaultMessage: 'Add a measurement',
        })}
        blank={() => ({ point: '', size: '', valueCm: '', toleranceCm: 1 })}
      >
        {(row) => (
          <>
            <DraftText
              path={`${row}.point`}
              required
              label={intl.formatMessage({
                id: 'exhibitor.measurement.point',
                defaultMessage: 'Point of measure',
              })}
            />
            <DraftText
              path={`${row}.size`}
              required
              label={intl.formatMessage({ id: 'exhibitor.measurement.size', defaultMessage: 'Size' })}
            />
            <DraftNumber
              path={`${row}.valueCm`}
              required
              unit={unit('cm')}
              label={intl.formatMessage({ id: 'exhibitor.measurement.value', defaultMessage: 'Measure' })}
            />
            <DraftNumber
              path={`${row}.toleranceCm`}
              required
              unit={unit('cm')}
              label={intl.formatMessage({
                id: 'exhibitor.measurement.tolerance',
                defaultMessage: 'Tolerance ±',
              })}
            />
          </>
        )}
      </RowList>
    </div>
  )
}
