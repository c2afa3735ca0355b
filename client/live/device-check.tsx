import { Button, Loader, NativeSelect, Stack, Switch } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { DeviceHelp } from './device-help.tsx'
import {
  recallDevices,
  rememberDevices,
  watchDevices,
  type DeviceChoice,
  type DeviceList,
} from './devices.ts'
import { canBlur } from './blur/blur.ts'
import { useBlurred } from './blur/use-blurred.ts'
import { useDeviceStream } from './use-device-stream.ts'
import { playTestTone, watchLevel } from './voice-level.ts'
import classes from './live.module.css'

const NO_DEVICES: DeviceList = { microphones: [], cameras: [], speakers: [] }

const useDevices = (known: unknown): DeviceList => {
  const [devices, setDevices] = useState(NO_DEVICES)
  // Names appear with the first permission.
  useEffect(() => watchDevices(setDevices), [known])
  return devices
}

const Level = ({ stream }: { stream: MediaStream | undefined }) => {
  const intl = useIntl()
  const bar = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (!stream) return undefined
    return watchLevel(stream, (level) => {
      if (bar.current) bar.current.style.transform = `scaleX(${level})`
    })
  }, [stream])
  return (
    <span
      className={classes.level}
      role="img"
      aria-label={intl.formatMessage({ id: 'live.level', defaultMessage: 'Loudness of your microphone' })}
    >
      <span ref={bar} />
    </span>
  )
}

const Preview = ({ stream, isPending }: { stream: MediaStream | undefined; isPending: boolean }) => {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = stream ?? null
  }, [stream])
  return (
    <div className={classes.preview} aria-busy={isPending}>
      {/* One's own picture has no sound: nothing to caption. */}
      <video ref={video} autoPlay muted playsInline hidden={!stream} />
      {isPending && <Loader size="sm" color="indigo" />}
      {!stream && !isPending && (
        <span>
          <FormattedMessage id="live.cameraOff" defaultMessage="Your camera is off" />
        </span>
      )}
    </div>
  )
}

const Choice = ({
  label,
  devices,
  value,
  onChange,
}: {
  label: string
  devices: readonly MediaDeviceInfo[]
  value: string | undefined
  onChange: (id: string) => void
}) => {
  if (devices.length < 2) return null
  return (
    <NativeSelect
      label={label}
      value={value ?? devices[0]?.deviceId ?? ''}
      data={devices.map(({ deviceId, label: name }, index) => ({
        value: deviceId,
        label: name || String(index + 1),
      }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Camera, microphone and loudspeaker, seen and heard before one goes in. */
export const DeviceCheck = ({
  title,
  people,
  action,
  onJoin,
}: {
  title: ReactNode
  people: ReactNode
  /** What the button says that ends the check; “Come in” without it. */
  action?: ReactNode
  onJoin: (choice: DeviceChoice) => void
}) => {
  const intl = useIntl()
  const [choice, setChoice] = useState(recallDevices)
  const [attempt, setAttempt] = useState(0)
  const change = (to: Partial<DeviceChoice>) => {
    setChoice((before) => ({ ...before, ...to }))
    setAttempt((count) => count + 1)
  }
  const microphone = useDeviceStream('microphone', choice.wantsMicrophone, choice.microphone, attempt)
  const camera = useDeviceStream('camera', choice.wantsCamera, choice.camera, attempt)
  const blurred = useBlurred(camera.stream, choice.wantsBlur)
  const devices = useDevices(microphone.stream ?? camera.stream)

  const problem = camera.problem ?? blurred.problem

  const join = () => {
    rememberDevices(choice)
    onJoin({
      ...choice,
      wantsMicrophone: choice.wantsMicrophone && microphone.stream !== undefined,
      wantsCamera: choice.wantsCamera && camera.stream !== undefined && !problem,
    })
  }

  return (
    <div className={classes.check}>
      <Preview stream={blurred.stream} isPending={blurred.isPending} />
      <Stack gap="md">
        <div>
          {title}
          {people}
        </div>
        <Switch
          label={intl.formatMessage({ id: 'live.camera', defaultMessage: 'Camera' })}
          checked={choice.wantsCamera}
          onChange={(event) => change({ wantsCamera: event.currentTarget.checked })}
        />
        {canBlur() && choice.wantsCamera && (
          <Switch
            label={intl.formatMessage({ id: 'live.blur', defaultMessage: 'Blur what is behind me' })}
            checked={choice.wantsBlur}
            onChange={(event) => setChoice({ ...choice, wantsBlur: event.currentTarget.checked })}
          />
        )}
        {problem && <DeviceHelp device="camera" problem={problem} />}
        <Choice
          label={intl.formatMessage({ id: 'live.whichCamera', defaultMessage: 'Which camera' })}
          devices={devices.cameras}
          value={choice.camera}
          onChange={(id) => change({ camera: id })}
        />
        <Switch
          label={intl.formatMessage({ id: 'live.microphone', defaultMessage: 'Microphone' })}
          checked={choice.wantsMicrophone}
          onChange={(event) => change({ wantsMicrophone: event.currentTarget.checked })}
        />
        {microphone.problem && <DeviceHelp device="microphone" problem={microphone.problem} />}
        {microphone.stream && <Level stream={microphone.stream} />}
        <Choice
          label={intl.formatMessage({ id: 'live.whichMicrophone', defaultMessage: 'Which microphone' })}
          devices={devices.microphones}
          value={choice.microphone}
          onChange={(id) => change({ microphone: id })}
        />
        <Choice
          label={intl.formatMessage({ id: 'live.whichSpeaker', defaultMessage: 'Which loudspeaker' })}
          devices={devices.speakers}
          value={choice.speaker}
          onChange={(id) => setChoice((before) => ({ ...before, speaker: id }))}
        />
        <Button
          variant="subtle"
          color="indigo"
          leftSection={<IconVolume size={18} />}
          className={classes.start}
          onClick={() => void playTestTone(choice.speaker)}
        >
          <FormattedMessage id="live.testSound" defaultMessage="Play a sound to test the loudspeaker" />
        </Button>
        <Button size="lg" onClick={join}>
          {action ?? <FormattedMessage id="live.join" defaultMessage="Come in" />}
        </Button>
      </Stack>
    </div>
  )
}
