import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useIntl } from 'react-intl'

export interface HudPanelProps {
  readonly title: string
  readonly onClose: () => void
  /** False where it opens by itself. */
  readonly takesFocus?: boolean
  readonly children: ReactNode
}

/** A panel at the side of the picture. It takes the focus when it opens and closes on Escape. */
export function HudPanel({ title, onClose, takesFocus = true, children }: HudPanelProps) {
  const intl = useIntl()
  const heading = useId()
  const panel = useRef<HTMLElement>(null)

  useEffect(() => {
    if (!takesFocus) return undefined
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [takesFocus])

  return (
    <aside
      ref={panel}
      className="fl-panel"
      aria-labelledby={heading}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <header className="fl-panel-head">
        <h2 id={heading}>{title}</h2>
        <CloseButton
          aria-label={intl.formatMessage({ id: 'showroom.panel.close', defaultMessage: 'Close' })}
          onClick={onClose}
        />
      </header>
      <div className="fl-panel-body">{children}</div>
    </aside>
  )
}
