import { defineMessages } from 'react-intl'

export const sessionRoleTerms = defineMessages({
  host: { id: 'session.role.host', defaultMessage: 'Host' },
  cohost: { id: 'session.role.cohost', defaultMessage: 'Co-host' },
  speaker: { id: 'session.role.speaker', defaultMessage: 'Speaker' },
  interpreter: { id: 'session.role.interpreter', defaultMessage: 'Interpreter' },
  attendee: { id: 'session.role.attendee', defaultMessage: 'Attendee' },
  observer: { id: 'session.role.observer', defaultMessage: 'Observer' },
})
