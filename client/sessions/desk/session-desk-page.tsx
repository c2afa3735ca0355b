import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { Link, useParams } from 'react-router'
import type { Session } from '#shared/model/programme.ts'
import { NotFoundPage } from '../../app/error-pages.tsx'
import { ApiError } from '../../net/api.ts'
import { programmeQuery } from '../../net/queries.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import { Loaded } from '../../ui-kit/loaded.tsx'
import { useLocalText } from '../../ui-kit/local-text.ts'
import { PageFrame, Section } from '../../ui-kit/page.tsx'
import { HoldSession } from '../hold-session.tsx'
import { liveSessionQuery } from '../session-queries.ts'
import { AttendanceSection } from './attendance-section.tsx'
import { InvitationsSection } from './invitations-section.tsx'
import { LogSection } from './log-section.tsx'

const Desk = ({ session }: { session: Session }) => {
  const held = useQuery(liveSessionQuery(session.id))
  return (
    <Loaded query={held}>
      {({ header, mayHost }) =>
        mayHost ? (
          <>
            <InvitationsSection sessionId={session.id} isDraft={session.state === 'draft'} />
            <Section title={<FormattedMessage id="session.desk.held" defaultMessage="How it is held" />}>
              <HoldSession session={session} mayHost settings={header?.settings} />
            </Section>
            {header && (
              <>
                <AttendanceSection sessionId={session.id} />
                <LogSection sessionId={session.id} />
              </>
            )}
          </>
        ) : (
          <ErrorText error={new ApiError('not_allowed')} />
        )
      }
    </Loaded>
  )
}

/** What those who hold a session do before and after it: invite, set, and see who came and what happened. */
export const Page = () => {
  const local = useLocalText()
  const { sessionId = '' } = useParams()
  const programme = useQuery(programmeQuery)
  return (
    <Loaded query={programme}>
      {({ sessions }) => {
        const session = sessions.find(({ id }) => id === sessionId)
        if (!session) return <NotFoundPage />
        return (
          <PageFrame
            title={local(session.title)}
            lede={
              <Anchor component={Link} to={`/sessions/${session.id}`} underline="always">
                <FormattedMessage id="session.desk.toSession" defaultMessage="To the session itself" />
              </Anchor>
            }
          >
            <Desk session={session} />
          </PageFrame>
        )
      }}
    </Loaded>
  )
}
