import { Checkbox, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useSearchParams } from 'react-router'
import type { FacetCounts, ProductFacet } from '#shared/protocol/search.ts'
import { useFacetName, useFacetValue } from './facet-labels.ts'
import classes from './facets.module.css'
import { chosenIn, withToggled, type ListFacet } from './search-url.ts'
import { WeightFacet } from './weight-facet.tsx'

const SHOWN_AT_FIRST = 6

interface FacetProps {
  facet: ListFacet
  counts: FacetCounts
}

/** The values of one facet with their counts; what is chosen stays to be seen even where it finds nothing. */
const ListFacetChoices = ({ facet, counts }: FacetProps) => {
  const intl = useIntl()
  const [search, setSearch] = useSearchParams()
  const [showsAll, setShowsAll] = useState(false)
  const nameOf = useFacetName()
  const valueOf = useFacetValue()
  const chosen = chosenIn(search, facet)
  const missing = chosen.filter((value) => !counts.some((one) => one.value === value))
  const all = [...counts, ...missing.map((value) => ({ value, count: 0 }))]
  const shown = all.filter(({ value }, at) => showsAll || at < SHOWN_AT_FIRST || chosen.includes(value))
  if (all.length === 0) return null
  return (
    <fieldset className={classes.facet}>
      <legend className={classes.legend}>{nameOf(facet)}</legend>
      {shown.map(({ value, count }) => (
        <div key={value} className={classes.choice}>
          <Checkbox
            size="sm"
            color="indigo"
            checked={chosen.includes(value)}
            label={valueOf(facet, value)}
            onChange={() =>
              setSearch(withToggled(search, facet, value), { replace: true, preventScrollReset: true })
            }
          />
          <span className={classes.count}>{intl.formatNumber(count)}</span>
        </div>
      ))}
      {all.length > SHOWN_AT_FIRST && (
        <UnstyledButton
          className={classes.more ?? ''}
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? (
            <FormattedMessage id="facet.fewer" defaultMessage="Show fewer" />
          ) : (
            <FormattedMessage
              id="facet.all"
              defaultMessage="Show all {count, number}"
              values={{ count: all.length }}
            />
          )}
        </UnstyledButton>
      )}
    </fieldset>
  )
}

/** Every facet of a search, in this order. */
export const FacetPanel = ({
  facets,
  counts,
}: {
  facets: readonly ProductFacet[]
  counts: Partial<Record<ProductFacet, FacetCounts>>
}) => (
  <div className={classes.panel}>
    {facets.map((facet) =>
      facet === 'weight' ? (
        <WeightFacet key={facet} counts={counts.weight ?? []} />
      ) : (
        <ListFacetChoices key={facet} facet={facet} counts={counts[facet] ?? []} />
      ),
    )}
  </div>
)
