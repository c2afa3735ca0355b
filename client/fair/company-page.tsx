import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useParams } from 'react-router'
import { companyQuery, fairQuery } from '../net/queries.ts'
import { AskLink } from '../trade/index.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import pageClasses from '../ui-kit/page.module.css'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { ProductGrid } from '../ui-kit/product-grid.tsx'

export const Page = () => {
  const { companyId = '' } = useParams()
  const intl = useIntl()
  const local = useLocalText()
  const query = useQuery(companyQuery(companyId))
  const { data: fair } = useQuery(fairQuery)
  return (
    <Loaded query={query}>
      {({ company, products }) => {
        const stands = fair?.stands.filter((stand) => stand.company?.id === company.id) ?? []
        const place = [company.city, intl.formatDisplayName(company.country, { type: 'region' })]
          .filter(Boolean)
          .join(', ')
        return (
          <PageFrame title={company.name} lede={local(company.story)}>
            <p className={pageClasses.muted}>
              {place}
              {company.address && ` · ${company.address}`}
              {company.founded && (
                <>
                  {' · '}
                  <FormattedMessage
                    id="company.founded"
                    defaultMessage="since {year}"
                    values={{ year: String(company.founded) }}
                  />
                </>
              )}
            </p>
            <p>
              {stands.map((stand) => (
                <Anchor key={stand.id} component={Link} to={`/stands/${stand.slug}`} mr="lg">
                  <FormattedMessage
                    id="company.stand"
                    defaultMessage="Visit stand {number}"
                    values={{ number: stand.number }}
                  />
                </Anchor>
              ))}
              {company.website && (
                <Anchor href={company.website} target="_blank" rel="noopener noreferrer">
                  {new URL(company.website).host}
                </Anchor>
              )}
            </p>
            <AskLink companyId={company.id} />
            <Section title={<FormattedMessage id="company.goods" defaultMessage="Goods" />}>
              <ProductGrid products={products} />
            </Section>
          </PageFrame>
        )
      }}
    </Loaded>
  )
}
