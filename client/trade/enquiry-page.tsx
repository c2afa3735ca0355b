import { Anchor, Button, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl'
import { Link, useLocation, useParams } from 'react-router'
import type { Enquiry } from '#shared/protocol/trade.ts'
import { meQuery } from '../net/queries.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import { PageFrame } from '../ui-kit/page.tsx'
import { useCountryName } from '../ui-kit/trade-terms.ts'
import { EnquiryGoods } from './enquiry-goods.tsx'
import { EnquiryHandling } from './enquiry-handling.tsx'
import { enquiryQuery } from './enquiry-queries.ts'
import { EnquiryThread } from './enquiry-thread.tsx'
import { useEnquiryTerms } from './enquiry-terms.ts'
import classes from './enquiry-page.module.css'

const Fact = ({ label, children }: { label: ReactNode; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
)

const Facts = ({ enquiry }: { enquiry: Enquiry }) => {
  const terms = useEnquiryTerms()
  const country = useCountryName()
  const { side, buyer, state, wantedBy, assignee } = enquiry
  const place = [enquiry.city, enquiry.country && country(enquiry.country)].filter(Boolean).join(', ')
  return (
    <dl className={classes.facts}>
      <Fact label={<FormattedMessage id="enquiry.csv.state" defaultMessage="State" />}>
        {terms.state(state)}
      </Fact>
      {side === 'company' && (
        <Fact label={<FormattedMessage id="enquiry.csv.email" defaultMessage="E-mail" />}>
          <Anchor href={`mailto:${buyer.email}`}>{buyer.email}</Anchor>
        </Fact>
      )}
      {place && (
        <Fact label={<FormattedMessage id="enquiry.destination" defaultMessage="Destination" />}>
          {place}
        </Fact>
      )}
      {wantedBy && (
        <Fact label={<FormattedMessage id="enquiry.wantedBy" defaultMessage="Wanted by" />}>
          <FormattedDate value={wantedBy} timeZone="UTC" day="numeric" month="long" year="numeric" />
        </Fact>
      )}
      {side === 'buyer' && assignee && (
        <Fact label={<FormattedMessage id="enquiry.assignee" defaultMessage="Taken by" />}>
          {assignee.name}
        </Fact>
      )}
    </dl>
  )
}

const EnquiryView = ({ enquiry }: { enquiry: Enquiry }) => {
  const terms = useEnquiryTerms()
  const { side, company, buyer, kind, lines } = enquiry
  const name = side === 'buyer' ? company.name : buyer.name
  return (
    <PageFrame
      title={`${terms.kind(kind)}: ${name}`}
      lede={
        side === 'buyer' ? (
          <Anchor component={Link} to="/enquiries">
            <FormattedMessage id="enquiry.backToOwn" defaultMessage="All my enquiries" />
          </Anchor>
        ) : (
          <>
            {buyer.companyName && <>{buyer.companyName} · </>}
            <Anchor component={Link} to="/desk/enquiries">
              <FormattedMessage id="enquiry.backToInbox" defaultMessage="All enquiries" />
            </Anchor>
          </>
        )
      }
    >
      <div className={classes.columns}>
        <section>
          <EnquiryThread key={enquiry.id} enquiry={enquiry} />
        </section>
        <aside>
          {side === 'company' && <EnquiryHandling enquiry={enquiry} />}
          <Facts enquiry={enquiry} />
          {lines.length > 0 && (
            <>
              <Title order={2} fz={22} mb="sm">
                <FormattedMessage id="enquiry.goods" defaultMessage="Goods" />
              </Title>
              <EnquiryGoods lines={lines} />
            </>
          )}
        </aside>
      </div>
    </PageFrame>
  )
}

const SignInFirst = () => {
  const intl = useIntl()
  const { pathname } = useLocation()
  return (
    <PageFrame title={intl.formatMessage({ id: 'enquiry.one', defaultMessage: 'Enquiry' })}>
      <Text my="lg" maw="62ch">
        <FormattedMessage
          id="enquiry.own.signIn"
          defaultMessage="Sign in to see what you have asked and what exhibitors answered."
        />
      </Text>
      <Button component={Link} to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
        <FormattedMessage id="accounts.signIn.action" defaultMessage="Sign in" />
      </Button>
    </PageFrame>
  )
}

const Read = ({ enquiryId }: { enquiryId: string }) => {
  const query = useQuery(enquiryQuery(enquiryId))
  return <Loaded query={query}>{(enquiry) => <EnquiryView enquiry={enquiry} />}</Loaded>
}

/** One enquiry with its thread, as each side sees it. */
export const Page = () => {
  const { enquiryId = '' } = useParams()
  const me = useQuery(meQuery)
  return (
    <Loaded query={me}>
      {({ email }) => (email === undefined ? <SignInFirst /> : <Read enquiryId={enquiryId} />)}
    </Loaded>
  )
}
