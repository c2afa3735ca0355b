import { CloseButton, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { NO_COVER, type PictureCover } from '../showroom/index.tsx'
import classes from './place-panel.module.css'

const labels = defineMessages({
  close: { id: 'standPanel.close', defaultMessage: 'Close the conversation' },
})

/** Where there is room for it beside the picture the panel opens by itself. */
const ROOMY = '(min-width: 900px)'
/** Its width with its distance from the edge, as in its styles. */
const BESIDE: PictureCover = { rightPx: 356, bottomPx: 0 }

/** What the panel takes of the picture as soon as one is at a stand. */
export const standPanelCover = (): PictureCover => (matchMedia(ROOMY).matches ? BESIDE : NO_COVER)

/** The conversation of the place where one stands in the hall; folded away, a tab with the place's name. */
export const PlacePanel = ({
  name,
  heading = name,
  onCover,
  children,
}: {
  name: string
  heading?: ReactNode
  /** Told what the open panel covers of the picture, beside the place or, on a narrow screen, below it. */
  onCover: (cover: PictureCover) => void
  children: ReactNode
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
  if (!open)
    return (
      <UnstyledButton className={classes.tab ?? ''} onClick={() => setOpen(true)}>
        <FormattedMessage
          id="standPanel.open"
          defaultMessage="Talk at {company}"
          values={{ company: name }}
        />
      </UnstyledButton>
    )
  return (
    <aside ref={panel} className={classes.panel} aria-label={name}>
      <header className={classes.head}>
        <h2>{heading}</h2>
        <CloseButton aria-label={intl.formatMessage(labels.close)} onClick={() => setOpen(false)} />
      </header>
      {children}
    </aside>
  )
}
