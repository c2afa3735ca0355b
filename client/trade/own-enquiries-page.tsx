import { Anchor, Button, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { meQuery } from '../net/queries.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import { PageFrame } from '../ui-kit/page.tsx'
import { EnquiryList } from './enquiry-list.tsx'
import { ownEnquiriesQuery } from './enquiry-queries.ts'

const OwnEnquiries = () => {
  const query = useInfiniteQuery(ownEnquiriesQuery)
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const enquiries = pages.flatMap((page) => page.enquiries)
        if (enquiries.length === 0)
          return (
            <Text mt="lg" maw="62ch">
              <FormattedMessage
                id="enquiry.own.none"
                defaultMessage="You have not asked anything yet. On the page of a product, or at a stand, “Ask for samples or a price” begins an enquiry. <link>See who exhibits</link>"
                values={{
                  link: (text) => (
                    <Anchor component={Link} to="/exhibitors" underline="always">
                      {text}
                    </Anchor>
                  ),
                }}
              />
            </Text>
          )
        return (
          <div style={{ marginTop: 28 }}>
            <EnquiryList
              enquiries={enquiries}
              base="/enquiries"
              more={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            />
          </div>
        )
      }}
    </Loaded>
  )
}

/** What the visitor has asked exhibitors, and what they answered. */
export const Page = () => {
  const intl = useIntl()
  const me = useQuery(meQuery)
  return (
    <PageFrame title={intl.formatMessage({ id: 'enquiry.own.title', defaultMessage: 'My enquiries' })}>
      <Loaded query={me}>
        {({ email }) =>
          email === undefined ? (
            <>
              <Text my="lg" maw="62ch">
                <FormattedMessage
                  id="enquiry.own.signIn"
                  defaultMessage="Sign in to see what you have asked and what exhibitors answered."
                />
              </Text>
              <Button component={Link} to="/sign-in?next=/enquiries">
                <FormattedMessage id="accounts.signIn.action" defaultMessage="Sign in" />
              </Button>
            </>
          ) : (
            <OwnEnquiries />
          )
        }
      </Loaded>
    </PageFrame>
  )
}
