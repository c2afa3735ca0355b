import { Anchor, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useParams } from 'react-router'
import type { Product } from '#shared/protocol/catalogue.ts'
import { ProductTools } from '../catalogue/product-tools.tsx'
import { useLiveStands } from '../net/live-stands.ts'
import { productQuery } from '../net/goods-queries.ts'
import { AskLink } from '../trade/index.ts'
import { DataSheet } from '../ui-kit/data-sheet.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import pageClasses from '../ui-kit/page.module.css'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { Poster } from '../ui-kit/poster.tsx'
import { Swatch } from '../ui-kit/swatch/swatch.tsx'
import classes from './product-page.module.css'

const ProductViewer = lazy(() =>
  import('../showroom/product-viewer.tsx').then(({ ProductViewer: component }) => ({ default: component })),
)

/** The poster at once; the model when somebody wants to turn it. */
const Picture = ({ product }: { product: Product }) => {
  const intl = useIntl()
  const local = useLocalText()
  const [state, setState] = useState<'poster' | 'loading' | 'ready' | 'failed'>('poster')
  const onState = useCallback((next: 'ready' | 'failed') => setState(next), [])
  const variant =
    product.variants.find(({ name }) => name === 'detail') ??
    product.variants.find(({ name }) => name === 'web')
  const label = intl.formatMessage(
    { id: 'product.model', defaultMessage: '{name} in 3D: drag to turn, scroll to come nearer' },
    { name: local(product.name) },
  )
  return (
    <div>
      <div className={classes.picture}>
        {state !== 'ready' && <Poster product={product} eager />}
        {(state === 'loading' || state === 'ready') && variant && (
          <div className={classes.viewer}>
            <Suspense>
              <ProductViewer variant={variant} label={label} onState={onState} />
            </Suspense>
          </div>
        )}
      </div>
      <Group mt="sm" mih={36} role="status">
        {state === 'poster' && variant && (
          <Button variant="outline" color="ink.9" size="sm" onClick={() => setState('loading')}>
            <FormattedMessage id="product.turn" defaultMessage="Turn it in 3D" />
          </Button>
        )}
        {state === 'loading' && (
          <FormattedMessage id="product.loading" defaultMessage="The model is coming…" />
        )}
        {state === 'ready' && (
          <FormattedMessage
            id="product.hint"
            defaultMessage="Drag to turn, pinch or scroll to come nearer."
          />
        )}
        {state === 'failed' && (
          <>
            <FormattedMessage
              id="product.failed"
              defaultMessage="The model could not be shown here; the picture and the data are complete."
            />
            <Button variant="subtle" size="xs" onClick={() => setState('loading')}>
              <FormattedMessage id="product.again" defaultMessage="Try again" />
            </Button>
          </>
        )}
      </Group>
    </div>
  )
}

const SizeLine = ({ product }: { product: Product }) => {
  const intl = useIntl()
  if (!product.sizeCm) return null
  const cm = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 1 })
  const { width, height, depth } = product.sizeCm
  return (
    <p className={pageClasses.muted}>
      <FormattedMessage
        id="product.size"
        defaultMessage="As modelled: {width} × {height} × {depth} cm (width × height × depth)"
        values={{ width: cm(width), height: cm(height), depth: cm(depth) }}
      />
    </p>
  )
}

export const Page = () => {
  const { productId = '' } = useParams()
  const local = useLocalText()
  const query = useQuery(productQuery(productId))
  useLiveStands()
  return (
    <Loaded query={query}>
      {(product) => (
        <PageFrame title={local(product.name)} lede={local(product.summary)}>
          <p>
            <Anchor component={Link} to={`/companies/${product.company.id}`}>
              {product.company.name}
            </Anchor>
            {product.stands.map((stand) => (
              <Anchor key={stand.id} component={Link} to={`/stands/${stand.slug}`} ml="lg">
                <FormattedMessage
                  id="product.atStand"
                  defaultMessage="At stand {number}"
                  values={{ number: stand.number }}
                />
              </Anchor>
            ))}
            {product.mayEdit && (
              <Anchor component={Link} to={`/desk/products/${product.id}`} ml="lg">
                <FormattedMessage id="product.edit" defaultMessage="Edit" />
              </Anchor>
            )}
          </p>
          <Group gap={8} mt="md">
            <ProductTools productId={product.id} name={local(product.name)} />
            {product.published && <AskLink companyId={product.company.id} productId={product.id} />}
          </Group>
          <div className={classes.columns}>
            <div>
              <Picture product={product} />
              <SizeLine product={product} />
              <Swatch product={product} />
            </div>
            <Section title={<FormattedMessage id="product.data" defaultMessage="Data sheet" />}>
              <DataSheet spec={product.spec} />
            </Section>
          </div>
        </PageFrame>
      )}
    </Loaded>
  )
}
