import { ActionIcon, Button } from '@mantine/core'
import {
  IconAdjustments,
  IconHelp,
  IconHome2,
  IconMailQuestion,
  IconMap2,
  IconShare2,
  IconUsers,
} from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { PoseSource } from '../state/pose-source.ts'
import type { HallView } from '../state/showroom-types.ts'
import { findStand, goToAisle, type Visit } from '../state/visit.ts'
import { HallPlan } from './hall-plan.tsx'
import { HelpPanel } from './help-panel.tsx'
import { HudPanel } from './hud-panel.tsx'
import { InspectionHud } from './inspection-hud.tsx'
import { GoodsPanel, PeoplePanel, QualityPanel, StandsPanel } from './panels.tsx'
import { SharePanel } from './share-panel.tsx'
import { ScreenLabelLayer } from './screen-label-layer.tsx'
import { ThumbStick } from './thumb-stick.tsx'
import { WalkHint } from './walk-hint.tsx'

export interface ShowroomHudProps {
  readonly visit: Visit
  readonly view: HallView
  readonly presence: PoseSource
  readonly renderDataSheet?: ((productId: string) => ReactNode) | undefined
  readonly onAsk?: ((standId: string, productId: string | null) => void) | undefined
  readonly renderProductTools?: ((productId: string) => ReactNode) | undefined
  readonly ownBadge?: ReactNode
  readonly children?: ReactNode
}

type PanelName = 'stands' | 'people' | 'goods' | 'share' | 'help' | 'quality'

/** Everything over the picture of the hall. */
export function ShowroomHud(props: ShowroomHudProps) {
  const { visit, view, presence, children } = props
  const mode = useStore(visit.store, (state) => state.mode)
  const isRecovering = useStore(visit.store, (state) => state.isRecovering)
  const isUseful = useStore(visit.store, (state) => state.isUseful)
  return (
    <div className="fl-hud">
      <ScreenLabelLayer source={visit.names} kind="name" />
      <ScreenLabelLayer source={visit.dimensions} kind="dimension" />
      {mode.state === 'walking' ? (
        <WalkingHud
          visit={visit}
          view={view}
          presence={presence}
          onAsk={props.onAsk}
          ownBadge={props.ownBadge}
        />
      ) : (
        <InspectionHud
          key={mode.productId}
          visit={visit}
          view={view}
          productId={mode.productId}
          renderDataSheet={props.renderDataSheet}
          renderProductTools={props.renderProductTools}
          onAsk={props.onAsk}
        />
      )}
      <div className="fl-notice" role="status">
        {isRecovering && (
          <FormattedMessage
            id="showroom.recovering"
            defaultMessage="The graphics card lost the picture; bringing it back…"
          />
        )}
        {!isRecovering && !isUseful && mode.state === 'walking' && (
          <FormattedMessage id="showroom.loading" defaultMessage="Setting up the stands near you…" />
        )}
      </div>
      {children}
    </div>
  )
}

function WalkingHud({
  visit,
  view,
  presence,
  onAsk,
  ownBadge,
}: Pick<ShowroomHudProps, 'visit' | 'view' | 'presence' | 'onAsk' | 'ownBadge'>) {
  const intl = useIntl()
  const standId = useStore(visit.store, (state) => state.standId)
  const areaName = useStore(visit.store, (state) => state.areaName)
  const [open, setOpen] = useState<PanelName | null>(null)
  const stand = standId === null ? undefined : findStand(view, standId)
  const close = () => setOpen(null)
  const titles: Record<PanelName, string> = {
    stands: intl.formatMessage({ id: 'showroom.stands.title', defaultMessage: 'Stands' }),
    people: intl.formatMessage({ id: 'showroom.people.title', defaultMessage: 'People here' }),
    goods: intl.formatMessage({ id: 'showroom.goods.title', defaultMessage: 'Goods on show' }),
    help: intl.formatMessage({ id: 'showroom.help.title', defaultMessage: 'How to walk' }),
    share: intl.formatMessage({ id: 'showroom.share.title', defaultMessage: 'Show this to somebody' }),
    quality: intl.formatMessage({ id: 'showroom.quality.title', defaultMessage: 'Picture quality' }),
  }
  const tools = [
    { name: 'stands', icon: <IconMap2 size={20} /> },
    { name: 'people', icon: <IconUsers size={20} /> },
    { name: 'share', icon: <IconShare2 size={20} /> },
    { name: 'help', icon: <IconHelp size={20} /> },
    { name: 'quality', icon: <IconAdjustments size={20} /> },
  ] as const

  return (
    <>
      <div className="fl-place" role="status">
        {stand ? (
          <>
            <span className="fl-place-number">{stand.number}</span>
            <strong>{stand.companyName}</strong>
          </>
        ) : (
          <strong>{areaName ?? view.hall.name}</strong>
        )}
      </div>
      <nav
        className="fl-tools"
        aria-label={intl.formatMessage({ id: 'showroom.tools', defaultMessage: 'Find your way' })}
      >
        {tools.map(({ name, icon }) => (
          <ActionIcon
            key={name}
            variant={open === name ? 'filled' : 'default'}
            color="indigo"
            size={44}
            aria-label={titles[name]}
            title={titles[name]}
            aria-expanded={open === name}
            onClick={() => setOpen(open === name ? null : name)}
          >
            {icon}
          </ActionIcon>
        ))}
      </nav>
      {stand && (
        <div className="fl-stand-bar">
          <Button
            size="sm"
            onClick={() => setOpen(open === 'goods' ? null : 'goods')}
            aria-expanded={open === 'goods'}
          >
            <FormattedMessage
              id="showroom.goods.open"
              defaultMessage="{count, plural, one {# product here} other {# products here}}"
              values={{ count: stand.products.length }}
            />
          </Button>
          {onAsk && (
            <Button
              size="sm"
              variant="default"
              leftSection={<IconMailQuestion size={16} />}
              onClick={() => onAsk(stand.id, null)}
            >
              <FormattedMessage id="showroom.ask" defaultMessage="Ask" />
            </Button>
          )}
          <Button
            className="fl-brief"
            size="sm"
            variant="default"
            leftSection={<IconHome2 size={16} />}
            onClick={() => goToAisle(visit)}
          >
            <FormattedMessage id="showroom.aisle" defaultMessage="Back to the aisle" />
          </Button>
        </div>
      )}
      <div className="fl-corner">
        <HallPlan visit={visit} view={view} presence={presence} />
      </div>
      <ThumbStick visit={visit} />
      <WalkHint visit={visit} isCovered={open !== null} />
      {open !== null && (open !== 'goods' || stand) && (
        <HudPanel key={open} title={titles[open]} onClose={close}>
          {open === 'stands' && <StandsPanel visit={visit} view={view} onGone={close} />}
          {open === 'people' && (
            <PeoplePanel visit={visit} presence={presence} ownBadge={ownBadge} onGone={close} />
          )}
          {open === 'goods' && stand && <GoodsPanel visit={visit} stand={stand} onGone={close} />}
          {open === 'share' && <SharePanel visit={visit} title={stand?.companyName ?? view.hall.name} />}
          {open === 'help' && <HelpPanel />}
          {open === 'quality' && <QualityPanel visit={visit} />}
        </HudPanel>
      )}
    </>
  )
}
