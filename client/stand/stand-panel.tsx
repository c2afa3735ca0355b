import { CloseButton, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { liveRoomName } from '#shared/model/live-room.ts'
import type { VoiceSign, Whereabouts } from '../live/voice-here.tsx'
import { fairQuery } from '../net/queries.ts'
import { NO_COVER, type PictureCover, type StandView } from '../showroom/index.tsx'
import { ChatPanel } from './chat-panel.tsx'
import { WhoIsHere } from './who-is-here.tsx'
import classes from './stand-panel.module.css'

const VoiceHere = lazy(async () => ({ default: (await import('../live/voice-here.tsx')).VoiceHere }))

const labels = defineMessages({
  close: { id: 'standPanel.close', defaultMessage: 'Close the conversation' },
})

/** Where there is room for it beside the stand the panel opens by itself. */
const ROOMY = '(min-width: 900px)'
/** Its width with its distance from the edge, as in its styles. */
const BESIDE: PictureCover = { rightPx: 356, bottomPx: 0 }

/** What the panel takes of the picture as soon as one is at a stand. */
export const standPanelCover = (): PictureCover => (matchMedia(ROOMY).matches ? BESIDE : NO_COVER)

/** The stand at which one stands in the hall: who is here, and the conversation. */
export const StandPanel = ({
  stand,
  inHall,
  whereabouts,
  onVoice,
  onCover,
}: {
  stand: StandView
  inHall: boolean
  whereabouts: Whereabouts | undefined
  onVoice: (sign: VoiceSign) => void
  /** Told what the open panel covers of the picture, beside the stand or, on a narrow screen, below it. */
  onCover: (cover: PictureCover) => void
}) => {
  const intl = useIntl()
  const roomy = useMediaQuery(ROOMY, true, { getInitialValueInEffect: false })
  const [open, setOpen] = useState(roomy)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const { top = innerHeight } = panel.current?.getBoundingClientRect() ?? {}
    if (open) onCover(roomy ? BESIDE : { rightPx: 0, bottomPx: innerHeight - top })
    return () => onCover(NO_COVER)
  }, [open, roomy, onCover])
  const { data: fair } = useQuery(fairQuery)
  const slug = fair?.stands.find(({ id }) => id === stand.id)?.slug
  if (!open)
    return (
      <UnstyledButton className={classes.tab ?? ''} onClick={() => setOpen(true)}>
        <FormattedMessage
          id="standPanel.open"
          defaultMessage="Talk at {company}"
          values={{ company: stand.companyName || stand.number }}
        />
      </UnstyledButton>
    )
  return (
    <aside ref={panel} className={classes.panel} aria-label={stand.companyName}>
      <header className={classes.head}>
        <h2>{slug ? <Link to={`/stands/${slug}`}>{stand.companyName}</Link> : stand.companyName}</h2>
        <CloseButton aria-label={intl.formatMessage(labels.close)} onClick={() => setOpen(false)} />
      </header>
      <WhoIsHere standId={stand.id} inHall={inHall} />
      <Suspense>
        <VoiceHere
          room={liveRoomName({ kind: 'stand', standId: stand.id })}
          whereabouts={whereabouts}
          onVoice={onVoice}
        />
      </Suspense>
      <ChatPanel standId={stand.id} />
    </aside>
  )
}
