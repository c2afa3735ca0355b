import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { productInTrack } from '../live/goods-track.ts'
import type { Reception } from '../live/reception.ts'
import { hasWebGl } from '../showroom/scene/probe-renderer.ts'
import { recall, type DeviceMemory } from '../showroom/state/device-memory.ts'

/** Chosen by hand, for as long as the page lives. */
const chosen = createStore<{ isPicture: boolean | undefined }>(() => ({ isPicture: undefined }))

/** Whether a device draws halls with effort: goods on a stage, with a call beside them, are better sent to it. */
export const isWeak = ({ choice, tier }: Pick<DeviceMemory, 'choice' | 'tier'>): boolean =>
  (choice === 'auto' ? tier : choice) === 'low'

/** Receives goods where they are shown as a picture alone, and all else as before. */
export const withGoods =
  (rest: Reception, isPicture: boolean): Reception =>
  (offered) =>
    productInTrack(offered.name) === undefined ? rest(offered) : isPicture ? 1 : 0

/** How goods on the stage are shown here: in 3D, or as the presenter's live picture of them. */
export const useGoodsView = () => {
  const [device] = useState(() => ({ canDraw: hasWebGl(), isWeak: isWeak(recall()) }))
  const choice = useStore(chosen, ({ isPicture }) => isPicture)
  const { canDraw } = device
  const isPicture = !canDraw || (choice ?? device.isWeak)
  return useMemo(
    () => ({
      canDraw,
      isPicture,
      choose: (next: boolean) => chosen.setState({ isPicture: next }),
    }),
    [canDraw, isPicture],
  )
}
