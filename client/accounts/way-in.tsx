import { Anchor, Button, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useLocation } from 'react-router'
import type { Me } from '#shared/protocol/accounts.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { LANYARD_COLOURS } from '../ui-kit/theme.ts'
import { BadgeFields } from './badge-fields.tsx'
import { guestNumber } from './guest-number.ts'
import { saveBadge, type Badge } from './save-badge.ts'
import classes from './way-in.module.css'

/** Asks somebody new for name and lanyard, on a badge; one click goes in with what it says already. */
export const WayIn = ({ me, title }: { me: Me; title?: string }) => {
  const intl = useIntl()
  const location = useLocation()
  const [badge, setBadge] = useState<Badge>({ name: '', comesAs: me.principal.comesAs })
  const enter = useMutation({ mutationFn: (chosen: Badge) => saveBadge(me, chosen) })
  // A string: the number is a name, not an amount to be grouped.
  const guestName = intl.formatMessage(
    { id: 'wayIn.guest', defaultMessage: 'Guest {number}' },
    { number: String(guestNumber(me.principal.id)) },
  )
  const next = encodeURIComponent(location.pathname + location.search)
  return (
    <div className={classes.card}>
      <span className={classes.slot} aria-hidden="true" />
      <span
        className={classes.ribbon}
        style={{ background: LANYARD_COLOURS[badge.comesAs] }}
        aria-hidden="true"
      />
      {title && (
        <Title order={1} fz={30} lh={1.15} mb={4}>
          {title}
        </Title>
      )}
      <p className={classes.lede}>
        <FormattedMessage
          id="wayIn.lede"
          defaultMessage="You are among others here. Your badge tells them who is walking by or asking."
        />
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          enter.mutate(badge)
        }}
      >
        <Stack gap="md">
          <BadgeFields badge={badge} onChange={setBadge} choosesLanyard takesFocus={title !== undefined} />
          <Stack gap="xs">
            <Button type="submit" fullWidth loading={enter.isPending}>
              <FormattedMessage id="wayIn.enter" defaultMessage="Come in" />
            </Button>
            <Button
              fullWidth
              variant="subtle"
              color="indigo"
              disabled={enter.isPending}
              onClick={() => enter.mutate({ ...badge, name: guestName })}
            >
              <FormattedMessage
                id="wayIn.skip"
                defaultMessage="Go in as “{name}”"
                values={{ name: guestName }}
              />
            </Button>
          </Stack>
        </Stack>
        <ErrorText error={enter.error} />
      </form>
      <p className={classes.account}>
        <FormattedMessage
          id="wayIn.signIn"
          defaultMessage="You have an account? <link>Sign in</link>"
          values={{
            link: (text) => (
              <Anchor key="link" component={Link} to={`/sign-in?next=${next}`} underline="always">
                {text}
              </Anchor>
            ),
          }}
        />
      </p>
    </div>
  )
}
