import { defineMessages } from 'react-intl'

export const sessionRoleTerms = defineMessages({
  host: { id: 'session.role.host', defaultMessage: 'Host' },
  cohost: { id: 'session.role.cohost', defaultMessage: 'Co-host' },
  speaker: { id: 'session.role.speaker', defaultMessage: 'Speaker' },
  interpreter: { id: 'session.role.interpreter', defaultMessage: 'Interpreter' },
  attendee: { id: 'session.role.attendee', defaultMessage: 'Attendee' },
  observer: { id: 'session.role.observer', defaultMessage: 'Observer' },
})

export const sessionPhaseTerms = defineMessages({
  scheduled: { id: 'session.phase.scheduled', defaultMessage: 'scheduled' },
  lobby: { id: 'session.phase.lobby', defaultMessage: 'the waiting room' },
  live: { id: 'session.phase.live', defaultMessage: 'the session itself' },
  ended: { id: 'session.phase.ended', defaultMessage: 'the end' },
  published: { id: 'session.phase.published', defaultMessage: 'the recording for all' },
})
