import { Alert } from '@mantine/core'
import { FormattedMessage } from 'react-intl'

/** Tells everybody that a session is being recorded, and what of them is in the recording. */
export const RecordingNotice = ({ isIn }: { isIn: boolean }) => (
  <Alert color="madder" variant="light" radius={2} role="status" py="xs" mb="xs">
    <FormattedMessage id="session.recorded" defaultMessage="This session is being recorded." />{' '}
    {isIn ? (
      <FormattedMessage
        id="recording.consent.in"
        defaultMessage="Your voice and picture are in it while your microphone or camera is on; questions are in it without names."
      />
    ) : (
      <FormattedMessage
        id="recording.consent.before"
        defaultMessage="By coming in you agree to it: your voice and picture are recorded while you switch them on."
      />
    )}
  </Alert>
)
