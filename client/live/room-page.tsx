import { Anchor, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useParams } from 'react-router'
import { parseLiveRoom } from '#shared/model/live-room.ts'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { WayIn } from '../accounts/way-in.tsx'
import { NotFoundPage } from '../app/error-pages.tsx'
import { fairQuery, meQuery } from '../net/queries.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import { CallView } from './call-view.tsx'
import { DeviceCheck } from './device-check.tsx'
import type { DeviceChoice } from './devices.ts'
import { useCall } from './use-call.ts'
import { WhoIsIn } from './who-is-in.tsx'
import classes from './live.module.css'

/** What a room is called, and the way back from it; undefined where the fair has no such place. */
const placeOf = (name: string, { halls, stands }: FairDirectory) => {
  const room = parseLiveRoom(name)
  if (room?.kind === 'stand') {
    const stand = stands.find(({ id }) => id === room.standId)
    return stand && { title: stand.company?.name ?? stand.number, back: `/stands/${stand.slug}` }
  }
  if (room?.kind !== 'area') return undefined
  const hall = halls.find(({ id }) => id === room.hallId)
  return hall && { title: `${room.area}, ${hall.name}`, back: `/halls/${hall.slug}` }
}

const LiveRoom = ({ room, title, back }: { room: string; title: string; back: string }) => {
  const intl = useIntl()
  const [choice, setChoice] = useState<DeviceChoice>()
  const call = useCall(room, choice)
  const heading = intl.formatMessage({ id: 'live.title', defaultMessage: 'Talk: {place}' }, { place: title })
  useEffect(() => {
    document.title = `${heading} · Fairloom`
  }, [heading])
  return (
    <div className={classes.page}>
      <Anchor component={Link} to={back} className={classes.back}>
        <FormattedMessage id="live.back" defaultMessage="Back to {place}" values={{ place: title }} />
      </Anchor>
      {call ? (
        <>
          <Title order={1} className={classes.callTitle}>
            {heading}
          </Title>
          <CallView call={call} room={room} onAgain={() => setChoice(undefined)} />
        </>
      ) : (
        <DeviceCheck
          title={
            <Title order={1} fz={34} lh={1.15} mb="xs">
              {heading}
            </Title>
          }
          people={<WhoIsIn room={room} />}
          onJoin={setChoice}
        />
      )}
    </div>
  )
}

/** A room of the fair with sound and picture: a stand's, or one of a hall's areas. */
export const Page = () => {
  const { room = '' } = useParams()
  const fair = useQuery(fairQuery)
  const me = useQuery(meQuery)
  return (
    <Loaded query={fair}>
      {(directory) => {
        const place = placeOf(room, directory)
        if (!place) return <NotFoundPage />
        if (me.data?.principal.name === '') return <WayIn me={me.data} title={place.title} />
        return <LiveRoom key={room} room={room} {...place} />
      }}
    </Loaded>
  )
}
