import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useLocation, useParams, useSearchParams } from 'react-router'
import { companyQuery } from '../net/goods-queries.ts'
import { PageFrame } from '../ui-kit/page.tsx'
import { AskCompany } from './ask-company.tsx'

/** The enquiry form as a page; `?product=` begins with that product. */
export const Page = () => {
  const intl = useIntl()
  const { companyId = '' } = useParams()
  const [search] = useSearchParams()
  const { pathname, search: query } = useLocation()
  const { data } = useQuery(companyQuery(companyId))
  const title = intl.formatMessage({ id: 'enquiry.title', defaultMessage: 'Your enquiry' })
  return (
    <PageFrame
      title={title}
      lede={
        data && (
          <FormattedMessage
            id="enquiry.lede"
            defaultMessage="To <link>{company}</link>: ask for samples, a price, or anything you need to know."
            values={{
              company: data.company.name,
              link: (text) => (
                <Anchor component={Link} to={`/companies/${companyId}`} inherit underline="always">
                  {text}
                </Anchor>
              ),
            }}
          />
        )
      }
    >
      <div style={{ marginTop: 28 }}>
        <AskCompany
          companyId={companyId}
          productId={search.get('product') ?? undefined}
          returnTo={`${pathname}${query}`}
        />
      </div>
    </PageFrame>
  )
}
