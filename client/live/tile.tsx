import { IconMicrophoneOff, IconScreenShare, IconWifi1 } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { CallPerson, CallPicture } from './call-state.ts'
import { initialsOf } from './initials.ts'
import classes from './live.module.css'

/** A track's picture; livekit-client itself watches how large it is seen, and asks for no more than that. */
export const Picture = ({ picture, mirrored }: { picture: CallPicture; mirrored?: boolean }) => {
  const video = useRef<HTMLVideoElement>(null)
  const { track } = picture
  useEffect(() => {
    const element = video.current
    if (!track || !element) return undefined
    track.attach(element)
    return () => void track.detach(element)
  }, [track])
  return <video ref={video} autoPlay muted playsInline data-sid={picture.sid} data-mirrored={mirrored} />
}

const isShown = (picture: CallPicture | undefined): picture is CallPicture =>
  picture?.track !== undefined && !picture.muted

/** One person: picture or initials, name, and what one must know of their sound and line. */
export const PersonTile = ({ person }: { person: CallPerson }) => {
  const intl = useIntl()
  const { name, camera, microphone, isMe, isSpeaking, quality } = person
  const isPoor = quality === 'poor' || quality === 'lost'
  return (
    <li className={classes.tile} data-speaking={isSpeaking} data-identity={person.id}>
      {isShown(camera) ? (
        <Picture picture={camera} mirrored={isMe} />
      ) : (
        <b aria-hidden="true">{initialsOf(name)}</b>
      )}
      {isShown(camera) && camera.isPaused && (
        <span className={classes.tileNote}>
          <FormattedMessage id="live.paused" defaultMessage="Picture paused: the line is slow" />
        </span>
      )}
      <span className={classes.nameplate}>
        {microphone !== 'open' && (
          <IconMicrophoneOff
            size={16}
            role="img"
            aria-label={intl.formatMessage({ id: 'live.isMuted', defaultMessage: 'muted' })}
          />
        )}
        {isPoor && (
          <IconWifi1
            size={16}
            role="img"
            aria-label={intl.formatMessage({ id: 'live.poorLine', defaultMessage: 'poor line' })}
          />
        )}
        <span>
          {isMe ? <FormattedMessage id="live.me" defaultMessage="{name} (you)" values={{ name }} /> : name}
        </span>
      </span>
    </li>
  )
}

/** A shared screen, as large as there is room. */
export const ScreenTile = ({ person, picture }: { person: CallPerson; picture: CallPicture }) => (
  <figure className={classes.screen}>
    <Picture picture={picture} />
    <figcaption className={classes.nameplate}>
      <IconScreenShare size={16} aria-hidden="true" />
      {person.isMe ? (
        <FormattedMessage id="live.myScreen" defaultMessage="You are showing your screen" />
      ) : (
        <FormattedMessage
          id="live.screenOf"
          defaultMessage="Screen of {name}"
          values={{ name: person.name }}
        />
      )}
    </figcaption>
  </figure>
)
