import { FormattedMessage, useIntl } from 'react-intl'
import { FIBRES } from '#shared/model/product.ts'
import { useTerm } from '../../ui-kit/trade-terms.ts'
import { DraftChoice, DraftNumber } from './draft-inputs.tsx'
import { useDraftField } from './draft-form.tsx'
import type { DraftValue } from './draft-tree.ts'
import { RowList } from './row-list.tsx'
import classes from './product-form.module.css'

const percentOf = (part: DraftValue): number =>
  typeof part === 'object' && part !== null && !Array.isArray(part) ? Number(part['percent']) || 0 : 0

const sumOf = (parts: readonly DraftValue[]) =>
  Math.round(parts.reduce<number>((sum, part) => sum + percentOf(part), 0) * 100) / 100

const Sum = ({ path }: { path: string }) => {
  const { list } = useDraftField(path)
  if (list.length === 0) return null
  const sum = sumOf(list)
  const right = Math.abs(sum - 100) < 0.01
  return (
    <p className={`${classes.sum} ${classes.wide}`} role="status">
      <svg className={classes.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="8" fill="#e2ddd4" />
        <rect width={Math.min(100, sum)} height="8" fill={right ? '#2f6f62' : '#9d2f2c'} />
      </svg>
      {right ? (
        <FormattedMessage id="exhibitor.composition.full" defaultMessage="100 %, complete" />
      ) : (
        <FormattedMessage
          id="exhibitor.composition.sum"
          defaultMessage="{sum, number} % so far, {direction, select, under {{gap, number} % missing} other {{gap, number} % too much}}"
          values={{
            sum,
            gap: Math.round(Math.abs(100 - sum) * 100) / 100,
            direction: sum < 100 ? 'under' : 'over',
          }}
        />
      )}
    </p>
  )
}

/** Fibres by mass; a new part takes what is missing to 100 %. */
export const CompositionEditor = ({
  path,
  label,
  required,
}: {
  path: string
  label: string
  required: boolean
}) => {
  const intl = useIntl()
  const term = useTerm()
  const fibres = FIBRES.map((value) => ({ value, label: term('fibre', value) })).sort((a, b) =>
    a.label.localeCompare(b.label, intl.locale),
  )
  return (
    <div className={classes.wide} role="group" aria-label={label}>
      <RowList
        path={path}
        max={12}
        entry={intl.formatMessage({ id: 'exhibitor.composition.entry', defaultMessage: 'fibre' })}
        addLabel={intl.formatMessage({ id: 'exhibitor.composition.add', defaultMessage: 'Add a fibre' })}
        blank={(list) => ({ fibre: '', percent: Math.max(0, 100 - sumOf(list)) || '' })}
      >
        {(row) => (
          <>
            <DraftChoice
              path={`${row}.fibre`}
              label={intl.formatMessage({ id: 'exhibitor.composition.fibre', defaultMessage: 'Fibre' })}
              choices={fibres}
              required={required}
            />
            <DraftNumber
              path={`${row}.percent`}
              label={intl.formatMessage({ id: 'exhibitor.composition.share', defaultMessage: 'Share' })}
              unit="%"
              required={required}
            />
          </>
        )}
      </RowList>
      <Sum path={path} />
    </div>
  )
}
