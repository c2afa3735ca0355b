import { UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useSearchParams } from 'react-router'
import type { ProductFacet } from '#shared/protocol/search.ts'
import { useFacetValue, useWeightText } from './facet-labels.ts'
import classes from './search-frame.module.css'
import { chosenIn, LIST_FACETS, weightIn, withoutChoices, withToggled, withWeight } from './search-url.ts'

/** What narrows the list down, each with the way to take it back. */
export const ChosenChips = ({ facets }: { facets: readonly ProductFacet[] }) => {
  const intl = useIntl()
  const [search, setSearch] = useSearchParams()
  const valueOf = useFacetValue()
  const weightText = useWeightText()
  const weight = weightIn(search)
  const hasWeight = facets.includes('weight') && (weight.from !== undefined || weight.to !== undefined)
  const chips = [
    ...LIST_FACETS.filter((facet) => facets.includes(facet)).flatMap((facet) =>
      chosenIn(search, facet).map((value) => ({
        key: `${facet} ${value}`,
        label: valueOf(facet, value),
        without: withToggled(search, facet, value),
      })),
    ),
    ...(hasWeight
      ? [
          {
            key: 'weight',
            label: weightText(weight),
            without: withWeight(search, { from: undefined, to: undefined }),
          },
        ]
      : []),
  ]
  if (chips.length === 0) return null
  const go = (next: URLSearchParams) => setSearch(next, { replace: true, preventScrollReset: true })
  return (
    <ul className={classes.chips}>
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <UnstyledButton
            className={classes.chip ?? ''}
            aria-label={intl.formatMessage(
              { id: 'search.takeBack', defaultMessage: 'No longer only {choice}' },
              { choice: label },
            )}
            onClick={() => go(without)}
          >
            {label}
            <IconX size={14} aria-hidden />
          </UnstyledButton>
        </li>
      ))}
      <li>
        <UnstyledButton className={classes.clear ?? ''} onClick={() => go(withoutChoices(search))}>
          <FormattedMessage id="search.clearChoices" defaultMessage="Take all back" />
        </UnstyledButton>
      </li>
    </ul>
  )
}
