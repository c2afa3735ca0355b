import { ActionIcon, Button, Group, Switch } from '@mantine/core'
import {
  IconHeadphones,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconVideo,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { createCall, type Call } from './call.ts'
import { DeviceHelp } from './device-help.tsx'
import { deviceProblem, recallDevices, type DeviceProblem } from './devices.ts'
import { isPassing, ticketFor } from './live-queries.ts'
import { PeopleList } from './people-list.tsx'
import { placeVoices } from './place-voices.ts'
import { createSpatialSound, type Placed, type SpatialSound } from './spatial-sound.ts'
import { usePushToTalk } from './use-push-to-talk.ts'
import { WhoIsIn } from './who-is-in.tsx'
import classes from './voice-here.module.css'

/** Where the listener and others are in the hall, for sound that comes from where they stand. */
export interface Whereabouts {
  listener(): Placed
  placeOf(personId: string): Placed | undefined
}

/** How my voice shows on my figure: nothing, muted, speaking. */
export type VoiceSign = 'off' | 'muted' | 'speaking'

const PLACE_EVERY_MS = 100

const Talking = ({
  call,
  room,
  sound,
  whereabouts,
  onSpatial,
  onVoice,
}: {
  call: Call
  room: string
  sound: SpatialSound | undefined
  whereabouts: Whereabouts | undefined
  onSpatial: (on: boolean) => void
  onVoice: ((sign: VoiceSign) => void) | undefined
}) => {
  const intl = useIntl()
  const { phase, people, grant, mayModerate, playsSound } = useStore(call.store)
  const [problem, setProblem] = useState<DeviceProblem>()
  const me = people.find(({ isMe }) => isMe)
  const isOpen = me?.microphone === 'open'
  const setMicrophone = (on: boolean) =>
    void call.setMicrophone(on, recallDevices().microphone).then(
      () => setProblem(undefined),
      (error: unknown) => setProblem(deviceProblem(error)),
    )
  const talk = usePushToTalk(setMicrophone, phase.name === 'live' && grant?.microphone === true && !isOpen)

  useEffect(() => {
    onVoice?.(phase.name !== 'live' ? 'off' : isOpen ? (me.isSpeaking ? 'speaking' : 'off') : 'muted')
    return () => onVoice?.('off')
  }, [onVoice, phase.name, isOpen, me?.isSpeaking])

  useEffect(() => {
    if (!sound || !whereabouts) return undefined
    placeVoices(call, sound)
    const timer = setInterval(() => sound.place(whereabouts.listener(), whereabouts.placeOf), PLACE_EVERY_MS)
    return () => clearInterval(timer)
  }, [call, sound, whereabouts, people])

  return (
    <>
      <PeopleList room={room} people={people} mayModerate={mayModerate} />
      {problem && <DeviceHelp device="microphone" problem={problem} />}
      {phase.name === 'away' && (
        <p role="status" className={classes.note}>
          <FormattedMessage
            id="live.away"
            defaultMessage="The line is away. You come back by yourself as soon as it is there."
          />
        </p>
      )}
      {!playsSound && (
        <Button size="xs" onClick={() => void call.playSound()}>
          <FormattedMessage id="live.playSound" defaultMessage="Turn the sound on" />
        </Button>
      )}
      {grant && !grant.microphone && (
        <p role="status" className={classes.note}>
          <FormattedMessage
            id="voice.silenced"
            defaultMessage="The staff has switched off your microphone. You can still listen."
          />
        </p>
      )}
      <Group gap="xs" wrap="nowrap">
        <Button
          size="sm"
          variant={isOpen ? 'filled' : 'default'}
          color="madder"
          disabled={grant?.microphone !== true}
          aria-pressed={isOpen}
          leftSection={isOpen ? <IconMicrophone size={18} /> : <IconMicrophoneOff size={18} />}
          onClick={() => setMicrophone(!isOpen)}
        >
          {isOpen ? (
            <FormattedMessage id="voice.open" defaultMessage="You are heard" />
          ) : (
            <FormattedMessage id="voice.muted" defaultMessage="You are muted" />
          )}
        </Button>
        {(!isOpen || talk.isTalking) && grant?.microphone === true && (
          <Button size="sm" variant="default" {...talk.hold} data-talking={talk.isTalking}>
            <FormattedMessage id="voice.hold" defaultMessage="Hold to talk (V)" />
          </Button>
        )}
        <ActionIcon
          size={36}
          variant="default"
          aria-label={intl.formatMessage({ id: 'voice.stop', defaultMessage: 'Stop talking and listening' })}
          onClick={() => void call.leave()}
        >
          <IconPhoneOff size={18} />
        </ActionIcon>
      </Group>
      <Group gap="md" justify="space-between">
        {whereabouts && (
          <Switch
            size="sm"
            label={intl.formatMessage({
              id: 'voice.spatial',
              defaultMessage: 'Voices from where people stand',
            })}
            description={intl.formatMessage({
              id: 'voice.spatial.why',
              defaultMessage: 'With headphones only: loudspeakers would echo.',
            })}
            thumbIcon={<IconHeadphones size={12} />}
            checked={sound !== undefined}
            onChange={(event) => onSpatial(event.currentTarget.checked)}
          />
        )}
        <Link to={`/live/${encodeURIComponent(room)}`} className={classes.link}>
          <IconVideo size={16} aria-hidden="true" />
          <FormattedMessage id="voice.picture" defaultMessage="With picture" />
        </Link>
      </Group>
    </>
  )
}

/** Talking by voice where one stands: off until it is switched on, and then it says who hears. */
export const VoiceHere = ({
  room,
  whereabouts,
  onVoice,
  showsWhoTalks = false,
}: {
  room: string
  whereabouts?: Whereabouts | undefined
  onVoice?: ((sign: VoiceSign) => void) | undefined
  /** Says who talks already, where nothing else says who is here. */
  showsWhoTalks?: boolean
}) => {
  const [isOn, setIsOn] = useState(false)
  const [isSpatial, setIsSpatial] = useState(false)
  const [call, setCall] = useState<Call>()
  const sound = useRef<SpatialSound>(undefined)

  useEffect(() => {
    if (!isOn) return undefined
    if (isSpatial) sound.current = createSpatialSound()
    const made = createCall({
      ticket: ticketFor(room),
      isPassing,
      ...(sound.current ? { audioContext: sound.current.context } : {}),
    })
    setCall(made)
    const stop = made.store.subscribe(({ phase }) => {
      if (phase.name === 'over') setIsOn(false)
    })
    return () => {
      stop()
      void made.leave()
      sound.current?.close()
      sound.current = undefined
      setCall(undefined)
    }
  }, [room, isOn, isSpatial])

  return (
    <section className={classes.voice}>
      {isOn && call ? (
        <RefusedOrTalking
          call={call}
          room={room}
          sound={sound.current}
          whereabouts={whereabouts}
          onSpatial={setIsSpatial}
          onVoice={onVoice}
        />
      ) : (
        <>
          {showsWhoTalks && <WhoIsIn room={room} />}
          <Button
            size="sm"
            variant="default"
            leftSection={<IconMicrophone size={18} />}
            onClick={() => setIsOn(true)}
          >
            <FormattedMessage id="voice.start" defaultMessage="Talk by voice here" />
          </Button>
        </>
      )}
    </section>
  )
}

const RefusedOrTalking = (props: Parameters<typeof Talking>[0]) => {
  const phase = useStore(props.call.store, (state) => state.phase)
  if (phase.name === 'refused') return <ErrorText error={phase.error} />
  return <Talking {...props} />
}
