import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { meQuery } from '../net/queries.ts'
import { BadgeForm } from './badge-form.tsx'
import { BadgeView } from './badge-view.tsx'
import classes from './own-badge.module.css'

/** One's own badge and the way to change it, for whoever is in a hall. */
export const OwnBadge = () => {
  const { data: me } = useQuery(meQuery)
  const [isChanging, setIsChanging] = useState(false)
  if (!me) return null
  return (
    <div className={classes.own}>
      <div className={classes.row}>
        <BadgeView me={me} />
        <Button
          size="xs"
          variant="subtle"
          color="indigo"
          aria-expanded={isChanging}
          onClick={() => setIsChanging(!isChanging)}
        >
          <FormattedMessage id="badge.change" defaultMessage="Change" />
        </Button>
      </div>
      {isChanging && <BadgeForm me={me} onSaved={() => setIsChanging(false)} />}
    </div>
  )
}
