import { Alert, Button, Group } from '@mantine/core'
import { defineMessages, FormattedMessage, useIntl, type MessageDescriptor } from 'react-intl'
import type { ErrorCode } from '#shared/protocol/errors.ts'
import { ApiError } from '../net/api.ts'

const sentences = defineMessages({
  bad_request: {
    id: 'error.badRequest',
    defaultMessage: 'Something in the form is not right. Check the marked fields and send it again.',
  },
  sign_in_needed: {
    id: 'error.signInNeeded',
    defaultMessage: 'Sign in first; guests can look and talk, but not do this.',
  },
  session_expired: {
    id: 'error.sessionExpired',
    defaultMessage: 'Your session has ended. Sign in again to go on.',
  },
  not_allowed: {
    id: 'error.notAllowed',
    defaultMessage: 'Your role does not include this. Ask your company’s administrator or the organisers.',
  },
  suspended: {
    id: 'error.suspended',
    defaultMessage: 'The organisers have suspended this account. Write to them to have it opened again.',
  },
  muted: {
    id: 'error.muted',
    defaultMessage: 'The stand’s staff have muted you for a while. You can still read and look.',
  },
  door_closed: {
    id: 'error.doorClosed',
    defaultMessage:
      'This room is open to registered or invited visitors only. Sign in, or ask the exhibitor for an invitation.',
  },
  not_admitted: {
    id: 'error.notAdmitted',
    defaultMessage: 'You are still in the waiting room. Sound and picture come as soon as you are let in.',
  },
  session_full: {
    id: 'error.sessionFull',
    defaultMessage:
      'This session is full. A place is free as soon as somebody leaves: try again in a minute.',
  },
  session_locked: {
    id: 'error.sessionLocked',
    defaultMessage: 'The host has closed the door of this session. Write to them to be let in.',
  },
  session_over: {
    id: 'error.sessionOver',
    defaultMessage: 'This session is over. What was asked and shown in it is on its page.',
  },
  not_found: {
    id: 'error.notFound',
    defaultMessage: 'This is no longer here. Go back and choose something else.',
  },
  not_entered: {
    id: 'error.notEntered',
    defaultMessage: 'You are not in the hall any more. Enter it again.',
  },
  conflict: {
    id: 'error.conflict',
    defaultMessage: 'This does not fit with what is already there. Load the page again and look.',
  },
  version_conflict: {
    id: 'error.versionConflict',
    defaultMessage: 'Somebody else saved meanwhile. Load their version, then make your change again.',
  },
  stand_full: {
    id: 'error.standFull',
    defaultMessage: 'The room is full at the moment. Try again in a minute.',
  },
  room_full: {
    id: 'error.roomFull',
    defaultMessage:
      'So many people are talking here that nobody more can come in now. Try again in a minute.',
  },
  slug_taken: { id: 'error.slugTaken', defaultMessage: 'This name or number is taken. Choose another.' },
  too_large: {
    id: 'error.tooLarge',
    defaultMessage: 'The file is larger than this fair accepts. Reduce its textures or split it.',
  },
  unsupported_format: {
    id: 'error.unsupportedFormat',
    defaultMessage: 'This format can’t be read. Upload GLB, glTF as a zip, OBJ, FBX or USDZ.',
  },
  upload_incomplete: {
    id: 'error.uploadIncomplete',
    defaultMessage: 'The upload stopped halfway. Choose the same file again and it goes on from there.',
  },
  too_many_requests: {
    id: 'error.tooManyRequests',
    defaultMessage: 'That was a little fast. Wait a moment and try again.',
  },
  internal: {
    id: 'error.internal',
    defaultMessage: 'Something went wrong on our side. Try again; if it stays, tell the organisers.',
  },
  disk_full: {
    id: 'error.diskFull',
    defaultMessage:
      'The fair’s storage is full, so nothing new can be uploaded. Tell the organisers; everything else works.',
  },
  unavailable: {
    id: 'error.unavailable',
    defaultMessage: 'The fair is restarting. This page tries again by itself.',
  },
  offline: {
    id: 'error.offline',
    defaultMessage: 'There is no connection to the fair. Check your line; this page tries again by itself.',
  },
} satisfies Record<ErrorCode | 'offline', MessageDescriptor>)

/** The sentence that says what happened and what to do next. */
export const useErrorSentence = () => {
  const intl = useIntl()
  return (error: unknown): string =>
    intl.formatMessage(sentences[error instanceof ApiError ? error.code : 'internal'])
}

/** An error with its sentence, and a way on where there is one. */
export const ErrorText = ({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) => {
  const sentence = useErrorSentence()
  if (!error) return null
  return (
    <Alert role="alert" color="madder" variant="light" radius={2}>
      <Group justify="space-between">
        {sentence(error)}
        {onRetry && (
          <Button size="xs" variant="outline" onClick={onRetry}>
            <FormattedMessage id="error.retry" defaultMessage="Try again" />
          </Button>
        )}
      </Group>
    </Alert>
  )
}
