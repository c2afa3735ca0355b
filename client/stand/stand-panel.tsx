import { CloseButton, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { fairQuery } from '../net/queries.ts'
import type { StandView } from '../showroom/index.tsx'
import { ChatPanel } from './chat-panel.tsx'
import { WhoIsHere } from './who-is-here.tsx'
import classes from './stand-panel.module.css'

const labels = defineMessages({
  close: { id: 'standPanel.close', defaultMessage: 'Close the conversation' },
})

/** The stand at which one stands in the hall: who is here, and the conversation. */
export const StandPanel = ({ stand, inHall }: { stand: StandView; inHall: boolean }) => {
  const intl = useIntl()
  const roomy = useMediaQuery('(min-width: 900px)', true, { getInitialValueInEffect: false })
  const [open, setOpen] = useState(roomy)
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
    <aside className={classes.panel} aria-label={stand.companyName}>
      <header className={classes.head}>
        <h2>{slug ? <Link to={`/stands/${slug}`}>{stand.companyName}</Link> : stand.companyName}</h2>
        <CloseButton aria-label={intl.formatMessage(labels.close)} onClick={() => setOpen(false)} />
      </header>
      <WhoIsHere standId={stand.id} inHall={inHall} />
      <ChatPanel standId={stand.id} />
    </aside>
  )
}
