import { SegmentedControl, TextInput, UnstyledButton } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useStore } from 'zustand'
import { lanyardTerms } from '#client/ui-kit/terms/fair-terms.ts'
import { LANYARD_COLOURS } from '#client/ui-kit/theme.ts'
import { listVisitors, type PoseSource } from '../state/pose-source.ts'
import type { QualityChoice } from '../state/quality.ts'
import type { HallView, StandView } from '../state/showroom-types.ts'
import { chooseQuality, goToPoint, goToStand, inspect, type Visit } from '../state/visit.ts'

/** All stands of the hall; choosing one walks there. */
export function StandsPanel({ visit, view, onGone }: { visit: Visit; view: HallView; onGone: () => void }) {
  const intl = useIntl()
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLocaleLowerCase()
  const found = view.stands.filter((s) => `${s.number} ${s.companyName}`.toLocaleLowerCase().includes(wanted))
  return (
    <>
      <TextInput
        size="sm"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        label={intl.formatMessage({
          id: 'showroom.stands.search',
          defaultMessage: 'Company or stand number',
        })}
      />
      <ul className="fl-list">
        {found.map((stand) => (
          <li key={stand.id}>
            <UnstyledButton
              className="fl-list-item"
              onClick={() => {
                goToStand(visit, stand.id)
                onGone()
              }}
            >
              <span className="fl-list-number">{stand.number}</span>
              <span>{stand.companyName}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className="fl-quiet">
          <FormattedMessage id="showroom.stands.none" defaultMessage="No stand of this name in the hall." />
        </p>
      )}
    </>
  )
}

const PEOPLE_REFRESH_MS = 1000

/** Who is in the hall, oneself and the others nearest first; choosing somebody walks up to them. */
export function PeoplePanel({
  visit,
  presence,
  ownBadge,
  onGone,
}: {
  visit: Visit
  presence: PoseSource
  ownBadge: ReactNode
  onGone: () => void
}) {
  const intl = useIntl()
  const [query, setQuery] = useState('')
  const [people, setPeople] = useState(() => listVisitors(presence, visit.walker.xM, visit.walker.zM))

  useEffect(() => {
    const timer = setInterval(
      () => setPeople(listVisitors(presence, visit.walker.xM, visit.walker.zM)),
      PEOPLE_REFRESH_MS,
    )
    return () => clearInterval(timer)
  }, [presence, visit])

  const wanted = query.trim().toLocaleLowerCase()
  const found = people.filter((person) => person.name.toLocaleLowerCase().includes(wanted))
  return (
    <>
      {ownBadge}
      <TextInput
        size="sm"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        label={intl.formatMessage({ id: 'showroom.people.search', defaultMessage: 'Name' })}
      />
      <ul className="fl-list">
        {found.map((person) => (
          <li key={person.handle}>
            <UnstyledButton
              className="fl-list-item"
              onClick={() => {
                goToPoint(visit, person.xM, person.zM)
                onGone()
              }}
            >
              <span className="fl-dot" style={{ borderColor: LANYARD_COLOURS[person.lanyard] }} aria-hidden />
              <span>{person.name}</span>
              <span className="fl-quiet">
                <FormattedMessage {...lanyardTerms[person.lanyard]} />
              </span>
              <span className="fl-list-distance">
                <FormattedMessage
                  id="showroom.people.distance"
                  defaultMessage="{distance, number} m"
                  values={{ distance: Math.round(person.distanceM) }}
                />
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className="fl-quiet">
          <FormattedMessage id="showroom.people.none" defaultMessage="Nobody else is in sight just now." />
        </p>
      )}
    </>
  )
}

/** What is on show at one stand; choosing a product steps up to it. */
export function GoodsPanel({ visit, stand, onGone }: { visit: Visit; stand: StandView; onGone: () => void }) {
  const failed = useStore(visit.store, (state) => state.failedProducts)
  return (
    <ul className="fl-list">
      {stand.products.map((product) => (
        <li key={product.id}>
          <UnstyledButton
            className="fl-list-item"
            onClick={() => {
              inspect(visit, product.id)
              onGone()
            }}
          >
            <span>{product.name}</span>
            {failed.has(product.id) && (
              <span className="fl-list-distance">
                <FormattedMessage id="showroom.goods.failed" defaultMessage="model did not load" />
              </span>
            )}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}

export function QualityPanel({ visit }: { visit: Visit }) {
  const intl = useIntl()
  const choice = useStore(visit.store, (state) => state.choice)
  const tier = useStore(visit.store, (state) => state.tier)
  const names: Record<QualityChoice, string> = {
    auto: intl.formatMessage({ id: 'showroom.quality.auto', defaultMessage: 'Measured' }),
    high: intl.formatMessage({ id: 'showroom.quality.high', defaultMessage: 'High' }),
    medium: intl.formatMessage({ id: 'showroom.quality.medium', defaultMessage: 'Medium' }),
    low: intl.formatMessage({ id: 'showroom.quality.low', defaultMessage: 'Low' }),
  }
  return (
    <>
      <SegmentedControl
        fullWidth
        orientation="vertical"
        value={choice}
        onChange={(value) => chooseQuality(visit, value)}
        aria-label={intl.formatMessage({ id: 'showroom.quality.title', defaultMessage: 'Picture quality' })}
        data={(['auto', 'high', 'medium', 'low'] as const).map((value) => ({ value, label: names[value] }))}
      />
      {choice === 'auto' && (
        <p className="fl-quiet">
          <FormattedMessage
            id="showroom.quality.now"
            defaultMessage="Now: {tier}."
            values={{ tier: names[tier] }}
          />
        </p>
      )}
    </>
  )
}
