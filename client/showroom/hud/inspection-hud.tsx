import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import {
  IconArrowLeft,
  IconFileText,
  IconMailQuestion,
  IconRuler2,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useStore } from 'zustand'
import { zoomOrbit } from '../state/orbit.ts'
import type { HallView } from '../state/showroom-types.ts'
import { findProduct, type InspectionLight, leaveInspection, type Visit } from '../state/visit.ts'
import { HudPanel } from './hud-panel.tsx'

export interface InspectionHudProps {
  readonly visit: Visit
  readonly view: HallView
  readonly productId: string
  readonly renderDataSheet?: ((productId: string) => ReactNode) | undefined
  readonly onAsk?: ((standId: string, productId: string | null) => void) | undefined
  readonly renderProductTools?: ((productId: string) => ReactNode) | undefined
}

/** Around a product in hand: its name, the way back, light, dimensions, zoom and its data sheet. */
export function InspectionHud(props: InspectionHudProps) {
  const { visit, view, productId, renderDataSheet, renderProductTools, onAsk } = props
  const intl = useIntl()
  const light = useStore(visit.store, (state) => state.light)
  const showsDimensions = useStore(visit.store, (state) => state.showsDimensions)
  const size = useStore(visit.store, (state) => state.inspectedSizeM)
  const hasFailed = useStore(visit.store, (state) => state.failedProducts.has(productId))
  const [showsData, setShowsData] = useState(() => globalThis.matchMedia('(min-width: 60em)').matches)
  const [hasAskedForData, setHasAskedForData] = useState(false)
  const found = findProduct(view, productId)

  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) leaveInspection(visit)
    }
    document.addEventListener('keydown', escape)
    return () => document.removeEventListener('keydown', escape)
  }, [visit])

  const lights: Record<InspectionLight, string> = {
    hall: intl.formatMessage({ id: 'showroom.light.hall', defaultMessage: 'Hall light' }),
    raking: intl.formatMessage({ id: 'showroom.light.raking', defaultMessage: 'Raking light' }),
    evaluation: intl.formatMessage({ id: 'showroom.light.evaluation', defaultMessage: 'True colour' }),
  }
  const dataTitle = intl.formatMessage({ id: 'showroom.inspect.data', defaultMessage: 'Data sheet' })
  return (
    <>
      <div className="fl-inspect-head">
        <Button
          variant="default"
          size="sm"
          leftSection={<IconArrowLeft size={16} />}
          onClick={() => leaveInspection(visit)}
        >
          <FormattedMessage id="showroom.inspect.back" defaultMessage="Back to the stand" />
        </Button>
        <div className="fl-inspect-title" role="status">
          <strong>{found?.product.name}</strong>
          <span>{found?.stand.companyName}</span>
          {size && (
            <span className="fl-figures">
              <FormattedMessage
                id="showroom.inspect.size"
                defaultMessage="{width, number} × {height, number} × {depth, number} cm"
                values={{ width: cm(size.width), height: cm(size.height), depth: cm(size.depth) }}
              />
            </span>
          )}
          {!size && !hasFailed && (
            <span className="fl-quiet">
              <FormattedMessage id="showroom.inspect.loading" defaultMessage="Fetching the model…" />
            </span>
          )}
          {hasFailed && (
            <span className="fl-quiet">
              <FormattedMessage
                id="showroom.inspect.failed"
                defaultMessage="The model did not load. Its data are in the data sheet; try again by stepping back and up."
              />
            </span>
          )}
        </div>
      </div>
      <div className="fl-inspect-tools">
        <SegmentedControl
          size="xs"
          value={light}
          onChange={(value) => visit.store.setState({ light: value })}
          aria-label={intl.formatMessage({ id: 'showroom.light.title', defaultMessage: 'Light' })}
          data={(['hall', 'raking', 'evaluation'] as const).map((value) => ({ value, label: lights[value] }))}
        />
        <ActionIcon
          variant={showsDimensions ? 'filled' : 'default'}
          color="indigo"
          size="lg"
          aria-pressed={showsDimensions}
          aria-label={intl.formatMessage({ id: 'showroom.inspect.dimensions', defaultMessage: 'Dimensions' })}
          onClick={() => visit.store.setState({ showsDimensions: !showsDimensions })}
        >
          <IconRuler2 size={18} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={intl.formatMessage({ id: 'showroom.inspect.nearer', defaultMessage: 'Come nearer' })}
          onClick={() => zoomOrbit(visit.orbit, 0.6)}
        >
          <IconZoomIn size={18} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={intl.formatMessage({ id: 'showroom.inspect.farther', defaultMessage: 'Step back' })}
          onClick={() => zoomOrbit(visit.orbit, 1.6)}
        >
          <IconZoomOut size={18} />
        </ActionIcon>
        {renderDataSheet && (
          <ActionIcon
            variant={showsData ? 'filled' : 'default'}
            color="indigo"
            size="lg"
            aria-pressed={showsData}
            aria-label={dataTitle}
            onClick={() => {
              setHasAskedForData(true)
              setShowsData(!showsData)
            }}
          >
            <IconFileText size={18} />
          </ActionIcon>
        )}
        {renderProductTools?.(productId)}
        {onAsk && found && (
          <Button
            size="xs"
            h={34}
            leftSection={<IconMailQuestion size={16} />}
            onClick={() => onAsk(found.stand.id, productId)}
          >
            <FormattedMessage id="showroom.ask" defaultMessage="Ask" />
          </Button>
        )}
      </div>
      {renderDataSheet && showsData && (
        <HudPanel title={dataTitle} takesFocus={hasAskedForData} onClose={() => setShowsData(false)}>
          {renderDataSheet(productId)}
        </HudPanel>
      )}
    </>
  )
}

function cm(metres: number): number {
  return Math.round(metres * 1000) / 10
}
