import { Alert } from '@mantine/core'
import { defineMessages, FormattedMessage, type MessageDescriptor } from 'react-intl'
import type { DeviceKind, DeviceProblem } from './devices.ts'

const problems: Record<DeviceProblem, MessageDescriptor> = defineMessages({
  denied: {
    id: 'live.device.denied',
    defaultMessage:
      'The browser does not let this page use the {device, select, camera {camera} other {microphone}}.',
  },
  missing: {
    id: 'live.device.missing',
    defaultMessage:
      'No {device, select, camera {camera} other {microphone}} was found. Plug one in: it appears here by itself. You can come in without it.',
  },
  busy: {
    id: 'live.device.busy',
    defaultMessage:
      'Another program is using the {device, select, camera {camera} other {microphone}}. Close it there, then switch it on here again.',
  },
  insecure: {
    id: 'live.device.insecure',
    defaultMessage:
      'Browsers give sound and picture to pages with https only. Ask the organisers for the secure address of this fair.',
  },
  unblurred: {
    id: 'live.device.unblurred',
    defaultMessage:
      'This browser can’t blur what is behind you, so your camera stays off. Switch blurring off to be seen as you are, or use Chrome, Edge or Firefox on a newer device.',
  },
  failed: {
    id: 'live.device.failed',
    defaultMessage:
      'The {device, select, camera {camera} other {microphone}} did not start. Unplug it and plug it in again, or choose another.',
  },
})

const cures = defineMessages({
  chromium: {
    id: 'live.device.cure.chromium',
    defaultMessage:
      'Click the icon at the left end of the address bar, allow camera and microphone, and load the page again.',
  },
  firefox: {
    id: 'live.device.cure.firefox',
    defaultMessage:
      'Click the crossed-out camera or microphone in the address bar, remove the block, and switch it on here again.',
  },
  safari: {
    id: 'live.device.cure.safari',
    defaultMessage:
      'Open Safari’s settings for this website in the address bar’s menu, allow camera and microphone, and load the page again.',
  },
  phone: {
    id: 'live.device.cure.phone',
    defaultMessage:
      'Open the phone’s settings, find this browser among the apps, allow camera and microphone, and come back.',
  },
})

const cureFor = (agent: string): MessageDescriptor => {
  if (/iPhone|iPad|Android/.test(agent)) return cures.phone
  if (/Firefox\//.test(agent)) return cures.firefox
  return /Chrome\/|YaBrowser\/|Edg\//.test(agent) ? cures.chromium : cures.safari
}

/** What is wrong with a device, and how it is mended in this browser. */
export const DeviceHelp = ({ device, problem }: { device: DeviceKind; problem: DeviceProblem }) => (
  <Alert role="alert" color="madder" variant="light" radius={2}>
    <FormattedMessage {...problems[problem]} values={{ device }} />{' '}
    {problem === 'denied' && <FormattedMessage {...cureFor(navigator.userAgent)} />}
  </Alert>
)
