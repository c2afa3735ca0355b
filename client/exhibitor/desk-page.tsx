import { Anchor, Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { ProductCard } from '#shared/model/cards.ts'
import { assetsQuery, companyQuery } from '../net/goods-queries.ts'
import { fairQuery } from '../net/queries.ts'
import { ProgrammeEditor } from '../programme/programme-editor.tsx'
import { unreadEnquiriesQuery } from '../trade/enquiry-queries.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { Poster } from '../ui-kit/poster.tsx'
import { useTerm } from '../ui-kit/trade-terms.ts'
import { CompanyGate } from './company-gate.tsx'
import { CompanySection } from './company-section.tsx'
import { useAssetFacts } from './model/use-asset-facts.ts'
import classes from './desk-page.module.css'

/** What is happening to a product's newest model, in a few words. */
const ModelState = ({ product }: { product: ProductCard }) => {
  const term = useTerm()
  const { data } = useQuery(assetsQuery(product.id))
  const newest = data?.versions[0]
  if (!data) return null
  if (!newest) return <FormattedMessage id="exhibitor.model.none" defaultMessage="No model yet" />
  if (newest.status.state === 'processing')
    return (
      <FormattedMessage
        id="exhibitor.model.processing"
        defaultMessage="Model in work: {step}"
        values={{ step: term('step', newest.status.step) }}
      />
    )
  if (newest.status.state === 'failed')
    return <FormattedMessage id="exhibitor.model.failed" defaultMessage="The newest model was refused" />
  return <FormattedMessage id="exhibitor.model.ready" defaultMessage="Model ready" />
}

const ProductRow = ({ product }: { product: ProductCard }) => {
  const local = useLocalText()
  const term = useTerm()
  return (
    <li className={classes.item}>
      <Poster product={product} />
      <div>
        <Link className={classes.name} to={`/desk/products/${product.id}`}>
          {local(product.name)}
        </Link>
        <div className={classes.kind}>{term('kind', product.kind)}</div>
      </div>
      <div className={classes.state}>
        {product.published ? (
          <span className={classes.published}>
            <FormattedMessage id="exhibitor.product.published" defaultMessage="Published" />
          </span>
        ) : (
          <FormattedMessage id="exhibitor.product.draft" defaultMessage="Draft, seen by your company only" />
        )}
        <br />
        <ModelState product={product} />
      </div>
    </li>
  )
}

const Products = ({ products }: { products: readonly ProductCard[] }) => (
  <Section title={<FormattedMessage id="exhibitor.products.title" defaultMessage="Products" />}>
    <div className={classes.head}>
      <span>
        <FormattedMessage
          id="exhibitor.products.count"
          defaultMessage="{count, plural, =0 {Nothing yet. Begin with the article buyers ask for most: its data first, its 3D model after.} one {# product} other {# products}}"
          values={{ count: products.length }}
        />
      </span>
      <Button component={Link} to="/desk/products/new">
        <FormattedMessage id="exhibitor.products.new" defaultMessage="New product" />
      </Button>
    </div>
    <ul className={classes.list}>
      {products.map((product) => (
        <ProductRow key={product.id} product={product} />
      ))}
    </ul>
  </Section>
)

const Stands = ({ companyId }: { companyId: string }) => {
  const term = useTerm()
  const fair = useQuery(fairQuery)
  return (
    <Section title={<FormattedMessage id="exhibitor.stands.title" defaultMessage="Stands" />}>
      <Loaded query={fair}>
        {({ stands, halls }) => {
          const own = stands.filter(({ company }) => company?.id === companyId)
          if (own.length === 0)
            return (
              <Text maw="62ch">
                <FormattedMessage
                  id="exhibitor.stands.none"
                  defaultMessage="Your company has no stand yet. The organisers assign them; your products can be prepared meanwhile."
                />
              </Text>
            )
          return (
            <ul className={classes.list}>
              {own.map((stand) => (
                <li className={classes.stand} key={stand.id}>
                  <span>
                    <Anchor component={Link} to={`/desk/stands/${stand.id}`} underline="always" fz="lg">
                      <FormattedMessage
                        id="exhibitor.stands.name"
                        defaultMessage="Stand {number}, {hall}"
                        values={{
                          number: stand.number,
                          hall: halls.find(({ id }) => id === stand.hallId)?.name ?? '',
                        }}
                      />
                    </Anchor>
                    <br />
                    <span className={classes.kind}>
                      {stand.place.areaM2} m² · {term('shape', stand.place.shape)} ·{' '}
                      {term('door', stand.door)}
                    </span>
                  </span>
                  <Anchor component={Link} to={`/stands/${stand.slug}`}>
                    <FormattedMessage id="exhibitor.stands.visit" defaultMessage="Step in" />
                  </Anchor>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </Section>
  )
}

const Sessions = ({ companyId }: { companyId: string }) => {
  const { data } = useQuery(fairQuery)
  const own = data?.stands.filter(({ company }) => company?.id === companyId) ?? []
  if (own.length === 0) return null
  return (
    <Section
      title={<FormattedMessage id="exhibitor.sessions.title" defaultMessage="Sessions at the stand" />}
    >
      <ProgrammeEditor directory={{ halls: [], stands: own }} ofStandsOnly />
    </Section>
  )
}

const Enquiries = () => {
  const { data } = useQuery(unreadEnquiriesQuery)
  return (
    <Section title={<FormattedMessage id="enquiry.inbox.title" defaultMessage="Enquiries" />}>
      <Anchor component={Link} to="/desk/enquiries" underline="always" fz="lg">
        <FormattedMessage
          id="exhibitor.enquiries"
          defaultMessage="{unread, plural, =0 {All enquiries; nothing unread} one {All enquiries; # unread} other {All enquiries; # unread}}"
          values={{ unread: data?.company ?? 0 }}
        />
      </Anchor>
    </Section>
  )
}

const Desk = ({ companyId }: { companyId: string }) => {
  const company = useQuery(companyQuery(companyId))
  useAssetFacts()
  return (
    <Loaded query={company}>
      {({ company: profile, products, mayEdit }) => (
        <>
          <Enquiries />
          <Products products={products} />
          <Stands companyId={companyId} />
          <Sessions companyId={companyId} />
          <CompanySection company={profile} mayEdit={mayEdit} />
        </>
      )}
    </Loaded>
  )
}

/** An exhibitor's own desk: the company, its goods and its stands. */
export const Page = () => {
  const intl = useIntl()
  return (
    <PageFrame title={intl.formatMessage({ id: 'exhibitor.desk.title', defaultMessage: 'My company' })}>
      <CompanyGate>
        {(companyId, me) => (
          <>
            <Text fz="xl">
              {me.memberships.find((membership) => membership.companyId === companyId)?.name}
            </Text>
            <Desk companyId={companyId} />
          </>
        )}
      </CompanyGate>
    </PageFrame>
  )
}
