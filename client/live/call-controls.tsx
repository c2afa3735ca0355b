import { ActionIcon, Alert, Button, Menu } from '@mantine/core'
import {
  IconCheck,
  IconChevronUp,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconScreenShare,
  IconScreenShareOff,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { MediaGrant } from '#shared/model/media.ts'
import type { Call } from './call.ts'
import type { CallPerson } from './call-state.ts'
import { canBlur, makeBlur } from './blur/blur.ts'
import { DeviceHelp } from './device-help.tsx'
import {
  deviceProblem,
  recallDevices,
  rememberDevices,
  watchDevices,
  type DeviceKind,
  type DeviceList,
  type DeviceProblem,
} from './devices.ts'
import classes from './live.module.css'

const canShareScreens = () => 'getDisplayMedia' in (navigator.mediaDevices ?? {})

const Toggle = ({
  label,
  on,
  disabled,
  icon,
  onClick,
}: {
  label: string
  on: boolean
  disabled: boolean
  icon: ReactNode
  onClick: () => void
}) => (
  <ActionIcon
    size={48}
    variant={on ? 'default' : 'filled'}
    color={on ? 'ink' : 'madder'}
    aria-label={label}
    title={label}
    aria-pressed={on}
    disabled={disabled}
    onClick={onClick}
  >
    {icon}
  </ActionIcon>
)

const KINDS = [
  ['microphones', 'audioinput'],
  ['cameras', 'videoinput'],
  ['speakers', 'audiooutput'],
] as const

const DeviceMenu = ({ call, onBlur }: { call: Call; onBlur: (on: boolean) => Promise<boolean> }) => {
  const intl = useIntl()
  const [isBlurred, setIsBlurred] = useState(call.isCameraProcessed)
  const [isBusy, setIsBusy] = useState(false)
  const blur = async (on: boolean) => {
    setIsBusy(true)
    if (await onBlur(on)) {
      setIsBlurred(on)
      rememberDevices({ ...recallDevices(), wantsBlur: on })
    }
    setIsBusy(false)
  }
  const [devices, setDevices] = useState<DeviceList>()
  const [, setChosen] = useState(0)
  useEffect(() => watchDevices(setDevices), [])
  const titles = {
    microphones: intl.formatMessage({ id: 'live.microphone', defaultMessage: 'Microphone' }),
    cameras: intl.formatMessage({ id: 'live.camera', defaultMessage: 'Camera' }),
    speakers: intl.formatMessage({ id: 'live.speaker', defaultMessage: 'Loudspeaker' }),
  }
  const label = intl.formatMessage({ id: 'live.devices', defaultMessage: 'Change devices' })
  return (
    <Menu position="top" withinPortal>
      <Menu.Target>
        <ActionIcon size={48} variant="default" aria-label={label} title={label}>
          <IconChevronUp size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map(([name, kind]) => {
          const list = devices?.[name] ?? []
          if (list.length === 0) return null
          return [
            <Menu.Label key={name}>{titles[name]}</Menu.Label>,
            ...list.map(({ deviceId, label: called }, index) => (
              <Menu.Item
                key={deviceId}
                rightSection={call.room.getActiveDevice(kind) === deviceId && <IconCheck size={16} />}
                onClick={() =>
                  void call.useDevice(kind, deviceId).then(() => setChosen((count) => count + 1))
                }
              >
                {called || `${titles[name]} ${index + 1}`}
              </Menu.Item>
            )),
          ]
        })}
        {canBlur() && (
          <>
            <Menu.Divider />
            <Menu.CheckboxItem
              checked={isBlurred}
              disabled={isBusy}
              closeMenuOnClick
              onChange={(on) => void blur(on)}
            >
              <FormattedMessage id="live.blur" defaultMessage="Blur what is behind me" />
            </Menu.CheckboxItem>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The row of buttons below a call, and what went wrong with a device. */
export const CallControls = ({
  call,
  me,
  grant,
  leave = true,
  children,
}: {
  call: Call
  me: CallPerson | undefined
  grant: MediaGrant | undefined
  /** Without it whoever shows these has a way out of their own. */
  leave?: boolean
  children?: ReactNode
}) => {
  const intl = useIntl()
  const [problem, setProblem] = useState<{ device: DeviceKind; problem: DeviceProblem }>()
  const attempt = async (device: DeviceKind, work: Promise<void>): Promise<boolean> => {
    try {
      await work
      setProblem(undefined)
      return true
    } catch (error) {
      setProblem({ device, problem: deviceProblem(error) })
      return false
    }
  }
  const micOn = me?.microphone === 'open'
  const cameraOn = me?.camera !== undefined && !me.camera.muted
  const screenOn = me?.screen !== undefined
  const silenced = grant !== undefined && !grant.microphone
  return (
    <div className={classes.controlsArea}>
      {problem && <DeviceHelp {...problem} />}
      {silenced && (
        <Alert color="indigo" variant="light" radius={2} role="status">
          <FormattedMessage
            id="live.silenced"
            defaultMessage="The staff has switched off your microphone, camera and screen. You can still listen and watch."
          />
        </Alert>
      )}
      <div
        className={classes.controls}
        role="toolbar"
        aria-label={intl.formatMessage({ id: 'live.controls', defaultMessage: 'Your devices' })}
      >
        <Toggle
          label={
            micOn
              ? intl.formatMessage({ id: 'live.mute', defaultMessage: 'Mute your microphone' })
              : intl.formatMessage({ id: 'live.unmute', defaultMessage: 'Switch your microphone on' })
          }
          on={micOn}
          disabled={grant?.microphone !== true}
          icon={micOn ? <IconMicrophone size={22} /> : <IconMicrophoneOff size={22} />}
          onClick={() => void attempt('microphone', call.setMicrophone(!micOn))}
        />
        <Toggle
          label={
            cameraOn
              ? intl.formatMessage({ id: 'live.cameraStop', defaultMessage: 'Switch your camera off' })
              : intl.formatMessage({ id: 'live.cameraStart', defaultMessage: 'Switch your camera on' })
          }
          on={cameraOn}
          disabled={grant?.camera !== true}
          icon={cameraOn ? <IconVideo size={22} /> : <IconVideoOff size={22} />}
          onClick={() => void attempt('camera', call.setCamera(!cameraOn))}
        />
        <DeviceMenu
          call={call}
          onBlur={(on) => attempt('camera', call.processCamera(on ? makeBlur : undefined))}
        />
        {canShareScreens() && (
          <ActionIcon
            size={48}
            variant={screenOn ? 'filled' : 'default'}
            color="indigo"
            disabled={grant?.screen !== true}
            aria-pressed={screenOn}
            aria-label={
              screenOn
                ? intl.formatMessage({ id: 'live.screenStop', defaultMessage: 'Stop showing your screen' })
                : intl.formatMessage({ id: 'live.screenStart', defaultMessage: 'Show your screen' })
            }
            // Closing the browser's question is no fault.
            onClick={() => void call.setScreen(!screenOn).catch(() => undefined)}
          >
            {screenOn ? <IconScreenShareOff size={22} /> : <IconScreenShare size={22} />}
          </ActionIcon>
        )}
        {children}
        {leave && (
          <Button
            color="madder"
            size="md"
            h={48}
            px="sm"
            className={classes.leave}
            leftSection={<IconPhoneOff size={20} />}
            onClick={() => void call.leave()}
          >
            <FormattedMessage id="live.leave" defaultMessage="Leave" />
          </Button>
        )}
      </div>
    </div>
  )
}
