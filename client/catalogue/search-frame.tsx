import { Button, Drawer, Group, Skeleton } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useCallback, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useSearchParams } from 'react-router'
import type { FacetCounts, ProductFacet } from '#shared/protocol/search.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { ChosenChips } from './chosen-chips.tsx'
import { FacetPanel } from './facet-panel.tsx'
import { SearchField } from './search-field.tsx'
import classes from './search-frame.module.css'
import { choiceCount, withoutChoices, withParam } from './search-url.ts'

interface Found {
  total: number
  facets: Partial<Record<ProductFacet, FacetCounts>>
}

interface SearchFrameProps {
  fieldLabel: string
  facets: readonly ProductFacet[]
  /** Undefined until the first answer is there. */
  found: Found | undefined
  error: Error | null
  onRetry: () => void
  /** How many were found, in words. */
  total: (count: number) => ReactNode
  /** Beside the total: the order. */
  tools?: ReactNode
  nothing: ReactNode
  skeleton: ReactNode
  more: { has: boolean; isLoading: boolean; load: () => void }
  children: ReactNode
}

/** What is around every list that is searched: the field, the facets (in a drawer on a phone), the total, the way on. */
export const SearchFrame = (props: SearchFrameProps) => {
  const { facets, found, error, more } = props
  const intl = useIntl()
  const [search, setSearch] = useSearchParams()
  const wide = useMediaQuery('(min-width: 960px)', true, { getInitialValueInEffect: false })
  const [open, drawer] = useDisclosure(false)
  const chosen = choiceCount(search, facets)
  const text = search.get('q') ?? ''
  const onSearch = useCallback(
    (next: string) =>
      setSearch((now) => withParam(now, 'q', next), { replace: true, preventScrollReset: true }),
    [setSearch],
  )
  const panel = found ? (
    <FacetPanel facets={facets} counts={found.facets} />
  ) : (
    <Skeleton height={420} radius={2} />
  )
  const filterTitle = intl.formatMessage({ id: 'search.filter', defaultMessage: 'Narrow down' })
  return (
    <>
      <div className={classes.field}>
        <SearchField label={props.fieldLabel} value={text} onSearch={onSearch} />
      </div>
      <div className={classes.columns}>
        {wide && (
          <aside className={classes.side} aria-label={filterTitle}>
            {panel}
          </aside>
        )}
        <section aria-busy={!found}>
          <div className={classes.bar}>
            <p className={classes.total} role="status">
              {found && props.total(found.total)}
            </p>
            {!wide && (
              <Button
                variant="outline"
                color="ink.9"
                size="sm"
                leftSection={<IconFilter size={16} />}
                aria-expanded={open}
                onClick={drawer.open}
              >
                <FormattedMessage
                  id="search.filterButton"
                  defaultMessage="{count, plural, =0 {Narrow down} other {Narrowed down: #}}"
                  values={{ count: chosen }}
                />
              </Button>
            )}
            {props.tools}
          </div>
          <ChosenChips facets={facets} />
          {error && <ErrorText error={error} onRetry={props.onRetry} />}
          {!found && !error && props.skeleton}
          {found && found.total > 0 && props.children}
          {found && found.total === 0 && (
            <div className={classes.nothing}>
              {props.nothing}
              <Group mt="md">
                {chosen > 0 && (
                  <Button
                    variant="outline"
                    color="ink.9"
                    size="sm"
                    onClick={() => setSearch(withoutChoices(search))}
                  >
                    <FormattedMessage
                      id="search.withoutChoices"
                      defaultMessage="Search without narrowing down"
                    />
                  </Button>
                )}
                {text && (
                  <Button
                    variant="subtle"
                    color="indigo"
                    size="sm"
                    onClick={() => setSearch(withParam(search, 'q', ''))}
                  >
                    <FormattedMessage id="search.withoutText" defaultMessage="Take the words away" />
                  </Button>
                )}
              </Group>
            </div>
          )}
          {more.has && (
            <Group justify="center" mt="xl">
              <Button variant="outline" color="ink.9" loading={more.isLoading} onClick={more.load}>
                <FormattedMessage id="search.more" defaultMessage="Show more" />
              </Button>
            </Group>
          )}
        </section>
      </div>
      {!wide && (
        <Drawer
          opened={open}
          onClose={drawer.close}
          position="bottom"
          size="85%"
          title={filterTitle}
          lockScroll={false}
        >
          {panel}
          <Button fullWidth mt="xl" onClick={drawer.close}>
            <FormattedMessage
              id="search.showFound"
              defaultMessage="Show {count, plural, one {# result} other {# results}}"
              values={{ count: found?.total ?? 0 }}
            />
          </Button>
        </Drawer>
      )}
    </>
  )
}
