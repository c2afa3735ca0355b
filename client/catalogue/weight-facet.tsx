import { NumberInput, UnstyledButton } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { defineMessages, useIntl } from 'react-intl'
import { useSearchParams } from 'react-router'
import { WEIGHT_BANDS_GSM, type FacetCounts } from '#shared/protocol/search.ts'
import { bandAt, useFacetName, useWeightText } from './facet-labels.ts'
import classes from './facets.module.css'
import { weightIn, withWeight, type WeightRange } from './search-url.ts'

const labels = defineMessages({
  from: { id: 'facet.weight.fromField', defaultMessage: 'from' },
  to: { id: 'facet.weight.toField', defaultMessage: 'to' },
})

/** Mass per area: bands with their counts, or bounds of one's own. */
export const WeightFacet = ({ counts }: { counts: FacetCounts }) => {
  const intl = useIntl()
  const [search, setSearch] = useSearchParams()
  const nameOf = useFacetName()
  const textOf = useWeightText()
  const range = weightIn(search)
  const choose = (next: WeightRange) =>
    setSearch(withWeight(search, next), { replace: true, preventScrollReset: true })
  const typed = useDebouncedCallback(choose, 400)
  const isChosen = ({ from, to }: WeightRange) => from === range.from && to === range.to
  const bound = (value: string | number) => (typeof value === 'number' ? value : undefined)
  const countAt = (from: number) => counts.find(({ value }) => value === String(from))?.count ?? 0
  const bands = WEIGHT_BANDS_GSM.filter((from) => countAt(from) > 0 || isChosen(bandAt(from)))
  if (bands.length === 0 && range.from === undefined && range.to === undefined) return null
  return (
    <fieldset className={classes.facet}>
      <legend className={classes.legend}>{nameOf('weight')}</legend>
      {bands.map((from) => {
        const band = bandAt(from)
        const chosen = isChosen(band)
        return (
          <div key={from} className={classes.choice}>
            <UnstyledButton
              className={classes.band ?? ''}
              aria-pressed={chosen}
              onClick={() => choose(chosen ? { from: undefined, to: undefined } : band)}
            >
              {textOf(band)}
            </UnstyledButton>
            <span className={classes.count}>{intl.formatNumber(countAt(from))}</span>
          </div>
        )
      })}
      <div className={classes.bounds}>
        {(['from', 'to'] as const).map((end) => (
          <NumberInput
            key={`${end} ${range[end] ?? ''}`}
            size="xs"
            hideControls
            label={intl.formatMessage(labels[end])}
            min={0}
            max={2000}
            allowDecimal={false}
            allowNegative={false}
            defaultValue={range[end] ?? ''}
            onChange={(value) => typed({ ...range, [end]: bound(value) })}
          />
        ))}
      </div>
    </fieldset>
  )
}
