import { Anchor, Button, Group } from '@mantine/core'
import { IconVideo } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { FormattedMessage } from 'react-intl'
import { Link, useParams } from 'react-router'
import { liveRoomName } from '#shared/model/live-room.ts'
import type { Me } from '#shared/protocol/accounts.ts'
import type { FairDirectory, StandEntry } from '#shared/protocol/fair.ts'
import { WayIn } from '../accounts/way-in.tsx'
import { NotFoundPage } from '../app/error-pages.tsx'
import { createHallPresence, type HallPresence } from '../net/hall-presence.ts'
import { useLiveStands } from '../net/live-stands.ts'
import { companyQuery } from '../net/goods-queries.ts'
import { fairQuery, meQuery, standQuery } from '../net/queries.ts'
import { OnNowList } from '../sessions/hall/on-now-list.tsx'
import { AskLink } from '../trade/index.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { ProductGrid } from '../ui-kit/product-grid.tsx'
import { ChatPanel } from './chat-panel.tsx'
import { WhoIsHere } from './who-is-here.tsx'
import classes from './stand-page.module.css'

/** Puts the reader of a stand's page at the stand, where others in the hall see them. */
const useStandPresence = ({ id, hallId }: StandEntry, named: boolean): HallPresence | undefined => {
  const [presence, setPresence] = useState<HallPresence>()
  useEffect(() => {
    if (!named) return undefined
    const made = createHallPresence({ hallId, currentPose: () => undefined, onPlaced: () => undefined })
    made.atStand(id)
    setPresence(made)
    return () => made.close()
  }, [id, hallId, named])
  return presence
}

const neverChanges = () => () => undefined

const Talk = ({ stand, me }: { stand: StandEntry; me: Me }) => {
  const named = me.principal.name !== ''
  const presence = useStandPresence(stand, named)
  const state = useSyncExternalStore(presence?.subscribe ?? neverChanges, () => presence?.state())
  if (!named) return <WayIn me={me} />
  return (
    <div className={classes.talk}>
      <WhoIsHere standId={stand.id} inHall={state?.phase === 'inside'} />
      <ChatPanel standId={stand.id} />
    </div>
  )
}

const Stand = ({ entry, halls }: { entry: StandEntry; halls: FairDirectory['halls'] }) => {
  const local = useLocalText()
  const stand = useQuery(standQuery(entry.id))
  const me = useQuery(meQuery)
  const company = useQuery({ ...companyQuery(entry.company?.id ?? ''), enabled: entry.company !== null })
  const hall = halls.find(({ id }) => id === entry.hallId)
  useLiveStands()
  return (
    <PageFrame
      title={entry.company?.name ?? entry.number}
      lede={company.data && local(company.data.company.story)}
    >
      <Group my="lg" gap="lg">
        {hall && (
          <Button component={Link} to={`/halls/${hall.slug}?stand=${entry.id}`}>
            <FormattedMessage id="stand.walkIn" defaultMessage="Walk in" />
          </Button>
        )}
        <Button
          component={Link}
          variant="default"
          leftSection={<IconVideo size={18} />}
          to={`/live/${encodeURIComponent(liveRoomName({ kind: 'stand', standId: entry.id }))}`}
        >
          <FormattedMessage id="stand.live" defaultMessage="Talk with sound and picture" />
        </Button>
        {entry.company && <AskLink companyId={entry.company.id} quiet />}
        {entry.company && (
          <Anchor component={Link} to={`/companies/${entry.company.id}`}>
            <FormattedMessage id="stand.company" defaultMessage="About the company" />
          </Anchor>
        )}
        {stand.data?.mayEdit && (
          <Anchor component={Link} to={`/desk/stands/${entry.id}`}>
            <FormattedMessage id="stand.arrange" defaultMessage="Arrange the stand" />
          </Anchor>
        )}
        <span className={classes.where}>
          <FormattedMessage
            id="stand.where"
            defaultMessage="Stand {number}, {hall}"
            values={{ number: entry.number, hall: hall?.name ?? '' }}
          />
        </span>
      </Group>
      <OnNowList isHere={(place) => place.kind === 'stand' && place.standId === entry.id} />
      <Loaded query={stand}>
        {({ products }) => (
          <div className={classes.columns}>
            <Section title={<FormattedMessage id="stand.goods" defaultMessage="On the stand" />}>
              <ProductGrid products={products} />
            </Section>
            <Section title={<FormattedMessage id="stand.talk" defaultMessage="Talk" />}>
              {me.data && <Talk stand={entry} me={me.data} />}
            </Section>
          </div>
        )}
      </Loaded>
    </PageFrame>
  )
}

export const Page = () => {
  const { standSlug } = useParams()
  const fair = useQuery(fairQuery)
  return (
    <Loaded query={fair}>
      {({ stands, halls }) => {
        const entry = stands.find(({ slug }) => slug === standSlug)
        return entry ? <Stand key={entry.id} entry={entry} halls={halls} /> : <NotFoundPage />
      }}
    </Loaded>
  )
}
