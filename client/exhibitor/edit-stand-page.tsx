import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useParams } from 'react-router'
import type { StandInHall } from '#shared/protocol/fair.ts'
import { ApiError } from '../net/api.ts'
import { companyQuery } from '../net/goods-queries.ts'
import { standQuery } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { useTerm } from '../ui-kit/trade-terms.ts'
import { CompanyGate } from './company-gate.tsx'
import { LayoutEditor } from './stand/layout-editor.tsx'
import { DoorForm, InvitationForm, LayoutVersions } from './stand/stand-settings.tsx'

const OwnStand = ({ stand, companyId }: { stand: StandInHall; companyId: string }) => {
  const term = useTerm()
  const company = useQuery(companyQuery(companyId))
  return (
    <>
      <Text fz="xl" mb="xs">
        <FormattedMessage
          id="exhibitor.stand.name"
          defaultMessage="{number}, {company}"
          values={{ number: stand.number, company: stand.company?.name ?? '' }}
        />
      </Text>
      <Text c="ink.6" mb="xl">
        {stand.place.areaM2} m² · {term('shape', stand.place.shape)} ·{' '}
        <Anchor component={Link} to={`/stands/${stand.slug}`} underline="always">
          <FormattedMessage id="exhibitor.stands.visit" defaultMessage="Step in" />
        </Anchor>
      </Text>
      <Loaded query={company}>{({ products }) => <LayoutEditor stand={stand} products={products} />}</Loaded>
      <Section title={<FormattedMessage id="exhibitor.door.title" defaultMessage="Who may step in" />}>
        <DoorForm stand={stand} />
      </Section>
      <Section title={<FormattedMessage id="exhibitor.invite.title" defaultMessage="Invitations" />}>
        <InvitationForm standId={stand.id} />
      </Section>
      <Section title={<FormattedMessage id="exhibitor.layouts.title" defaultMessage="Earlier versions" />}>
        <LayoutVersions standId={stand.id} />
      </Section>
    </>
  )
}

const EditStand = ({ standId }: { standId: string }) => {
  const stand = useQuery(standQuery(standId))
  return (
    <Loaded query={stand}>
      {(data) => {
        if (!data.company)
          return (
            <Text>
              <FormattedMessage
                id="exhibitor.stand.free"
                defaultMessage="This stand has no company yet. The organisers assign it on their desk."
              />
            </Text>
          )
        if (!data.mayEdit) return <ErrorText error={new ApiError('not_allowed')} />
        return <OwnStand stand={data} companyId={data.company.id} />
      }}
    </Loaded>
  )
}

export const Page = () => {
  const intl = useIntl()
  const { standId = '' } = useParams()
  return (
    <PageFrame title={intl.formatMessage({ id: 'exhibitor.stand.title', defaultMessage: 'Stand' })}>
      <CompanyGate organiserToo>{() => <EditStand key={standId} standId={standId} />}</CompanyGate>
    </PageFrame>
  )
}
