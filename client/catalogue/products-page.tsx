import { NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { useSearchParams } from 'react-router'
import { PRODUCT_FACETS, PRODUCT_SORTS } from '#shared/protocol/search.ts'
import { useLanguage } from '../app/language.tsx'
import { PageFrame } from '../ui-kit/page.tsx'
import { productsQuery } from './catalogue-queries.ts'
import { ProductTiles, TileSkeletons } from './product-tiles.tsx'
import { SearchFrame } from './search-frame.tsx'
import { productQueryIn, withParam } from './search-url.ts'

const labels = defineMessages({
  title: { id: 'productsPage.title', defaultMessage: 'Goods' },
  field: { id: 'productsPage.field', defaultMessage: 'Fabric, fibre, mill, town or article number' },
  sort: { id: 'productsPage.sort', defaultMessage: 'Order' },
  relevance: { id: 'productsPage.sort.relevance', defaultMessage: 'Best match' },
  newest: { id: 'productsPage.sort.newest', defaultMessage: 'Newest' },
  name: { id: 'productsPage.sort.name', defaultMessage: 'Name' },
  lightest: { id: 'productsPage.sort.lightest', defaultMessage: 'Lightest first' },
  heaviest: { id: 'productsPage.sort.heaviest', defaultMessage: 'Heaviest first' },
})

/** The order of the list. Without words nothing matches better than the rest, and the newest come first. */
const SortChoice = () => {
  const intl = useIntl()
  const [search, setSearch] = useSearchParams()
  const hasText = (search.get('q') ?? '') !== ''
  return (
    <NativeSelect
      size="sm"
      aria-label={intl.formatMessage(labels.sort)}
      value={productQueryIn(search).sort}
      data={PRODUCT_SORTS.map((sort) => ({
        value: sort,
        label: intl.formatMessage(labels[sort === 'relevance' && !hasText ? 'newest' : sort]),
      }))}
      onChange={({ currentTarget: { value } }) =>
        setSearch(withParam(search, 'sort', value === 'relevance' ? '' : value), {
          replace: true,
          preventScrollReset: true,
        })
      }
    />
  )
}

export const Page = () => {
  const intl = useIntl()
  const { locale } = useLanguage()
  const [search] = useSearchParams()
  const query = useInfiniteQuery(productsQuery(search, locale))
  const products = query.data?.pages.flatMap((page) => page.products) ?? []
  return (
    <PageFrame title={intl.formatMessage(labels.title)}>
      <SearchFrame
        fieldLabel={intl.formatMessage(labels.field)}
        facets={PRODUCT_FACETS}
        found={query.data?.pages[0]?.counted ?? undefined}
        error={query.error}
        onRetry={() => void query.refetch()}
        total={(count) => (
          <FormattedMessage
            id="productsPage.total"
            defaultMessage="{count, plural, =0 {Nothing found} one {# product} other {# products}}"
            values={{ count }}
          />
        )}
        tools={<SortChoice />}
        nothing={
          <p>
            <FormattedMessage
              id="productsPage.nothing"
              defaultMessage="Nothing at the fair answers to all of this. Try fewer words, or another spelling: Cyrillic and Latin both do."
            />
          </p>
        }
        skeleton={<TileSkeletons />}
        more={{
          has: query.hasNextPage,
          isLoading: query.isFetchingNextPage,
          load: () => void query.fetchNextPage(),
        }}
      >
        <ProductTiles products={products} />
      </SearchFrame>
    </PageFrame>
  )
}
