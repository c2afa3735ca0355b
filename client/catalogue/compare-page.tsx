import { Button, CloseButton, Group, Skeleton, Switch, VisuallyHidden } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { Fragment, useEffect, useState } from 'react'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { Link, useSearchParams } from 'react-router'
import type { Product } from '#shared/protocol/catalogue.ts'
import { productQuery } from '../net/goods-queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import pageClasses from '../ui-kit/page.module.css'
import { PageFrame } from '../ui-kit/page.tsx'
import { Poster } from '../ui-kit/poster.tsx'
import { useTerm } from '../ui-kit/trade-terms.ts'
import classes from './compare-page.module.css'
import { useCompareSections } from './compare-rows.tsx'
import { comparedIn, MOST_COMPARED, useComparison } from './comparison.ts'
import { FavouriteButton } from './favourite-button.tsx'

const labels = defineMessages({
  title: { id: 'comparePage.title', defaultMessage: 'Compare' },
  only: { id: 'comparePage.only', defaultMessage: 'Only what differs' },
  table: { id: 'comparePage.table', defaultMessage: 'Data sheets side by side' },
  differs: { id: 'comparePage.differs', defaultMessage: 'differs' },
})

/** The ids of the address; without any, those that this browser keeps. Both are then the same. */
const useCompared = () => {
  const [search, setSearch] = useSearchParams()
  const kept = useComparison((state) => state.productIds)
  const isNamed = search.has('products')
  const productIds = isNamed ? comparedIn(search) : kept
  const set = (next: readonly string[]) => {
    useComparison.setState({ productIds: next })
    setSearch(next.length > 0 ? { products: next.join(',') } : {}, {
      replace: true,
      preventScrollReset: true,
    })
  }
  const address = productIds.join(',')
  useEffect(() => {
    if (!isNamed && address) setSearch({ products: address }, { replace: true })
    else if (address) useComparison.setState({ productIds: address.split(',') })
  }, [isNamed, address, setSearch])
  return { productIds, set }
}

const Head = ({ product, onRemove }: { product: Product; onRemove: () => void }) => {
  const intl = useIntl()
  const local = useLocalText()
  const name = local(product.name)
  return (
    <th scope="col" className={classes.head}>
      <div className={classes.picture}>
        <Poster product={product} eager />
        <CloseButton
          className={classes.remove ?? ''}
          variant="white"
          size={40}
          aria-label={intl.formatMessage(
            { id: 'compare.takeOut', defaultMessage: 'No longer compare {name}' },
            { name },
          )}
          onClick={onRemove}
        />
      </div>
      <Link className={classes.name} to={`/products/${product.id}`}>
        {name}
      </Link>
      <Group justify="space-between" wrap="nowrap" gap={4}>
        <span className={classes.company}>{product.company.name}</span>
        <FavouriteButton productId={product.id} name={name} size={36} />
      </Group>
    </th>
  )
}

const CompareTable = ({
  products,
  onRemove,
}: {
  products: readonly Product[]
  onRemove: (id: string) => void
}) => {
  const intl = useIntl()
  const term = useTerm()
  const sectionsOf = useCompareSections()
  const [onlyDifferences, setOnlyDifferences] = useState(false)
  const sections = sectionsOf(products.map(({ spec }) => spec)).flatMap(({ name, rows }) => {
    const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows
    return shown.length > 0 ? [{ name, rows: shown }] : []
  })
  return (
    <>
      {products.length > 1 && (
        <Switch
          my="md"
          color="indigo"
          label={intl.formatMessage(labels.only)}
          checked={onlyDifferences}
          onChange={({ currentTarget }) => setOnlyDifferences(currentTarget.checked)}
        />
      )}
      <div
        className={classes.scroll}
        tabIndex={0}
        role="region"
        aria-label={intl.formatMessage(labels.table)}
      >
        <table className={classes.table}>
          <thead>
            <tr>
              <td className={classes.corner} />
              {products.map((product) => (
                <Head key={product.id} product={product} onRemove={() => onRemove(product.id)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sections.map(({ name, rows }) => (
              <Fragment key={name}>
                <tr>
                  <th scope="colgroup" colSpan={products.length + 1} className={classes.section}>
                    <span>{term('section', name)}</span>
                  </th>
                </tr>
                {rows.map(({ key, label, cells, differs }) => (
                  <tr key={key} className={differs && products.length > 1 ? classes.differs : undefined}>
                    <th scope="row">
                      {label}
                      {differs && products.length > 1 && (
                        <span className={classes.mark} title={intl.formatMessage(labels.differs)}>
                          <VisuallyHidden> ({intl.formatMessage(labels.differs)})</VisuallyHidden>
                        </span>
                      )}
                    </th>
                    {cells.map((cell, at) => (
                      <td key={products[at]?.id ?? at}>{cell?.shown ?? cell?.text ?? '–'}</td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const Nothing = () => (
  <>
    <p className={pageClasses.lede}>
      <FormattedMessage
        id="comparePage.none"
        defaultMessage="Lay up to {count} products side by side: choose them in the lists, on their pages, or with one in hand in a hall."
        values={{ count: MOST_COMPARED }}
      />
    </p>
    <Button component={Link} to="/products" mt="md">
      <FormattedMessage id="comparePage.look" defaultMessage="Look through the goods" />
    </Button>
  </>
)

export const Page = () => {
  const intl = useIntl()
  const { productIds, set } = useCompared()
  const queries = useQueries({ queries: productIds.map(productQuery) })
  const products = queries.flatMap(({ data }) => (data ? [data] : []))
  const refused = queries.find(({ error }) => error !== null)
  return (
    <PageFrame title={intl.formatMessage(labels.title)}>
      {refused && <ErrorText error={refused.error} onRetry={() => set(products.map(({ id }) => id))} />}
      {productIds.length === 0 && <Nothing />}
      {queries.some(({ isPending }) => isPending) && <Skeleton height={420} mt="lg" radius={2} />}
      {products.length > 0 && queries.every(({ isPending }) => !isPending) && (
        <CompareTable
          products={products}
          onRemove={(id) => set(productIds.filter((productId) => productId !== id))}
        />
      )}
      {products.length > 0 && products.length < MOST_COMPARED && (
        <Button component={Link} to="/products" variant="outline" color="ink.9" mt="xl">
          <FormattedMessage id="comparePage.add" defaultMessage="Add another product" />
        </Button>
      )}
    </PageFrame>
  )
}
