import { Anchor, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useParams } from 'react-router'
import type { Company } from '#shared/protocol/catalogue.ts'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { ProductTools } from '../catalogue/product-tools.tsx'
import { companyQuery } from '../net/goods-queries.ts'
import { fairQuery } from '../net/queries.ts'
import { AskLink } from '../trade/index.ts'
import { CertificateList } from '../ui-kit/data-sheet-lists.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { ProductGrid } from '../ui-kit/product-grid.tsx'
import { useCountryName } from '../ui-kit/trade-terms.ts'
import { CompanyFacts } from './company-facts.tsx'
import classes from './company-page.module.css'

/** The ways to a company's stands: on foot in 3D, or as a page. */
const StandLinks = ({ company, fair }: { company: Company; fair: FairDirectory }) => {
  const stands = fair.stands.filter((stand) => stand.company?.id === company.id)
  return stands.map((stand) => {
    const hall = fair.halls.find(({ id }) => id === stand.hallId)
    return (
      <Group key={stand.id} gap="md" mt="lg">
        {hall && (
          <Button component={Link} to={`/halls/${hall.slug}?stand=${stand.id}`}>
            <FormattedMessage
              id="company.walk"
              defaultMessage="Walk to stand {number}"
              values={{ number: stand.number }}
            />
          </Button>
        )}
        <Anchor component={Link} to={`/stands/${stand.slug}`}>
          <FormattedMessage id="company.standPage" defaultMessage="The stand as a page" />
        </Anchor>
      </Group>
    )
  })
}

export const Page = () => {
  const { companyId = '' } = useParams()
  const intl = useIntl()
  const local = useLocalText()
  const country = useCountryName()
  const query = useQuery(companyQuery(companyId))
  const { data: fair } = useQuery(fairQuery)
  return (
    <Loaded query={query}>
      {({ company, products, certificates }) => (
        <PageFrame
          title={company.name}
          lede={[company.city, country(company.country)].filter(Boolean).join(', ')}
        >
          {fair && <StandLinks company={company} fair={fair} />}
          <AskLink companyId={company.id} />
          <div className={classes.columns}>
            <p className={classes.story}>{local(company.story)}</p>
            <CompanyFacts company={company} />
          </div>
          <Section
            title={
              <FormattedMessage
                id="company.goods"
                defaultMessage="Goods {count}"
                values={{
                  count: (
                    <span key="count" className={classes.count}>
                      {intl.formatNumber(products.length)}
                    </span>
                  ),
                }}
              />
            }
          >
            <ProductGrid
              products={products}
              renderTools={({ id, name, published }) =>
                published && <ProductTools productId={id} name={local(name)} size={40} />
              }
            />
          </Section>
          {certificates.length > 0 && (
            <Section title={<FormattedMessage id="company.certificates" defaultMessage="Certificates" />}>
              <div className={classes.certificates}>
                <CertificateList certificates={certificates} />
              </div>
            </Section>
          )}
        </PageFrame>
      )}
    </Loaded>
  )
}
