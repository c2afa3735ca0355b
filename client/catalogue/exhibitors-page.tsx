import { Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { useSearchParams } from 'react-router'
import { EXHIBITOR_FACETS } from '#shared/protocol/search.ts'
import { PageFrame } from '../ui-kit/page.tsx'
import { exhibitorsQuery } from './catalogue-queries.ts'
import { ExhibitorRows } from './exhibitor-rows.tsx'
import { SearchFrame } from './search-frame.tsx'

const labels = defineMessages({
  title: { id: 'exhibitors.title', defaultMessage: 'Exhibitors' },
  field: { id: 'exhibitors.field', defaultMessage: 'Company, town, or what they make' },
})

export const Page = () => {
  const intl = useIntl()
  const [search] = useSearchParams()
  const query = useInfiniteQuery(exhibitorsQuery(search))
  const exhibitors = query.data?.pages.flatMap((page) => page.exhibitors) ?? []
  return (
    <PageFrame title={intl.formatMessage(labels.title)}>
      <SearchFrame
        fieldLabel={intl.formatMessage(labels.field)}
        facets={EXHIBITOR_FACETS}
        found={query.data?.pages[0]?.counted ?? undefined}
        error={query.error}
        onRetry={() => void query.refetch()}
        total={(count) => (
          <FormattedMessage
            id="exhibitors.total"
            defaultMessage="{count, plural, =0 {Nobody found} one {# exhibitor} other {# exhibitors}}"
            values={{ count }}
          />
        )}
        nothing={
          <p>
            <FormattedMessage
              id="exhibitors.nothing"
              defaultMessage="No exhibitor answers to all of this. Try fewer words, or another spelling: Cyrillic and Latin both do."
            />
          </p>
        }
        skeleton={Array.from({ length: 5 }, (_, at) => (
          <Skeleton key={at} height={112} mb="md" radius={2} />
        ))}
        more={{
          has: query.hasNextPage,
          isLoading: query.isFetchingNextPage,
          load: () => void query.fetchNextPage(),
        }}
      >
        <ExhibitorRows exhibitors={exhibitors} />
      </SearchFrame>
    </PageFrame>
  )
}
