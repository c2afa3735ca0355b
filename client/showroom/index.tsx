import { useReducedMotion } from '@mantine/hooks'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import { ShowroomHud } from './hud/showroom-hud.tsx'
import { ShowroomCanvas } from './scene/showroom-canvas.tsx'
import type { PoseSink } from './scene/walker-camera.tsx'
import type { Picture } from './state/picture.ts'
import { NOBODY, type PoseSource } from './state/pose-source.ts'
import { recall, rememberQuality } from './state/device-memory.ts'
import type { QualityChoice } from './state/quality.ts'
import type { HallView, ShownOnScreen } from './state/showroom-types.ts'
import { standAtPose, type StartAt } from './state/view-link.ts'
import { createVisit, goToStand, inspect, updateView, type Visit } from './state/visit.ts'
import './hud/showroom.css'

export type { PoseSink } from './scene/walker-camera.tsx'
export { NO_COVER, type PictureCover } from './state/picture.ts'
export { QualityTier } from './state/quality.ts'
export type { PoseSource } from './state/pose-source.ts'
export type { HallView, ShownOnScreen, StandView } from './state/showroom-types.ts'

export interface ShowroomProps {
  readonly view: HallView
  /** Others in the hall; read every frame. Nobody where left out. */
  readonly presence?: PoseSource
  /** Told of our own place every frame; `jumps` grows by one with each teleport. */
  readonly poseSink?: PoseSink
  /** Read at the start; the visitor's own choice in the HUD counts afterwards. As remembered where it is left out. */
  readonly quality?: QualityChoice
  /** Where to begin: a stand to stand before, a product to step up to, a place of the floor. */
  readonly startAt?: StartAt
  /** The visitor has stepped up to a product, by click or from a list. */
  readonly onOpenProduct?: (productId: string, standId: string) => void
  readonly onCloseProduct?: () => void
  /** The stand that one is in or before has changed. */
  readonly onStandChange?: (standId: string | null) => void
  /** The visitor went into a common area of the hall, or out of it. */
  readonly onAreaChange?: (areaName: string | null) => void
  /** The data sheet of the product that is being inspected. */
  readonly renderDataSheet?: (productId: string) => ReactNode
  /** The visitor wants to ask the exhibitor, of the product in hand where there is one. */
  readonly onAsk?: (standId: string, productId: string | null) => void
  /** Small buttons for the product that is being inspected, beside those of the scene. */
  readonly renderProductTools?: (productId: string) => ReactNode
  /** How others see the visitor, and the way to change it. */
  readonly ownBadge?: ReactNode
  /** What is on now at stands and stages. */
  readonly screens?: readonly ShownOnScreen[]
  /** More panels over the scene: chat, who is here. */
  readonly children?: ReactNode
  /** The visit from outside, where a caller wants to steer it; made here otherwise. */
  readonly visit?: Visit
}

const NO_SCREENS: readonly ShownOnScreen[] = []

/** A hall to walk through: the scene with its controls over it, filling its parent. */
export function Showroom(props: ShowroomProps) {
  const { view, presence = NOBODY, poseSink, quality, startAt, screens = NO_SCREENS, children } = props
  const intl = useIntl()
  const isStill = useReducedMotion() ?? false
  const hallId = view.hall.id
  // A visit belongs to a hall: new data of the same hall keep it.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const own = useMemo(() => beginVisit(view, quality, startAt), [hallId])
  const visit = props.visit ?? own
  useEffect(() => updateView(visit, view), [visit, view])
  useEffect(() => rememberQuality(visit), [visit])
  useReports(visit, props)
  const label = intl.formatMessage(
    {
      id: 'showroom.scene.label',
      defaultMessage: 'View of {hall}. Every stand is also in the list “Stands”.',
    },
    { hall: view.hall.name },
  )

  return (
    <section className="fl-showroom" aria-label={view.hall.name}>
      <ShowroomCanvas
        visit={visit}
        view={view}
        presence={presence}
        poseSink={poseSink}
        screens={screens}
        isStill={isStill}
        label={label}
      />
      <ShowroomHud
        visit={visit}
        view={view}
        presence={presence}
        renderDataSheet={props.renderDataSheet}
        renderProductTools={props.renderProductTools}
        onAsk={props.onAsk}
        ownBadge={props.ownBadge}
      >
        {children}
      </ShowroomHud>
    </section>
  )
}

/**
 * A visit that begins before a stand, or with a product in hand, where `startAt` names one. A stand is looked at from
 * where it fits into `picture`.
 */
export function beginVisit(
  view: HallView,
  quality: ShowroomProps['quality'],
  startAt: ShowroomProps['startAt'],
  picture?: Partial<Picture>,
): Visit {
  const visit = createVisit(view, quality ?? recall().choice)
  Object.assign(visit.picture, picture)
  if (startAt?.pose !== undefined) standAtPose(visit, startAt.pose)
  if (startAt?.standId !== undefined) goToStand(visit, startAt.standId, 'teleport')
  if (startAt?.productId !== undefined) inspect(visit, startAt.productId)
  return visit
}

function useReports(visit: Visit, props: ShowroomProps): void {
  const { onOpenProduct, onCloseProduct, onStandChange, onAreaChange } = props
  const mode = useStore(visit.store, (state) => state.mode)
  const standId = useStore(visit.store, (state) => state.standId)
  const areaName = useStore(visit.store, (state) => state.areaName)
  useEffect(() => {
    if (mode.state !== 'inspecting') return undefined
    onOpenProduct?.(mode.productId, mode.standId)
    return onCloseProduct
  }, [mode, onOpenProduct, onCloseProduct])
  useEffect(() => onStandChange?.(standId), [standId, onStandChange])
  useEffect(() => onAreaChange?.(areaName), [areaName, onAreaChange])
}

export { screenFaces, type SignFace } from './scene/build/screen-faces.ts'
export { coverPicture, findProduct, jumpTo, type Visit } from './state/visit.ts'
export { readViewLink } from './state/view-link.ts'
