import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useEffectEvent, useRef } from 'react'
import { PerspectiveCamera } from 'three'
import { useStore } from 'zustand'
import { QUALITY } from '../state/quality.ts'
import { markOnce, type ShowroomMark } from '../state/showroom-stats.ts'
import type { HallView } from '../state/showroom-types.ts'
import { distanceToStand } from '#shared/geometry/stand-plan.ts'
import type { QualityTier } from '../state/quality.ts'
import type { Visit } from '../state/visit.ts'
import { createGoodsKeeper, type GoodsKeeper } from './goods/goods-keeper.ts'

const PLAN_EVERY_MS = 200
/** The frame after the one that draws it. */
const FRAMES_TO_BE_SEEN = 2
const MEMORY_MB: Readonly<Record<QualityTier, number>> = { high: 420, medium: 260, low: 130 }

/** All goods of the hall, near and far. */
export function Goods({
  visit,
  view,
  tier,
  hallIsReady,
}: {
  visit: Visit
  view: HallView
  tier: QualityTier
  hallIsReady: boolean
}) {
  const scene = useThree((state) => state.scene)
  const gl = useThree((state) => state.gl)
  const get = useThree((state) => state.get)
  const invalidate = useThree((state) => state.invalidate)
  const drawn = useRef(new Map<ShowroomMark, number>())
  const keeper = useRef<GoodsKeeper | null>(null)

  useEffect(() => {
    const made = createGoodsKeeper({
      budget: QUALITY[visit.store.getState().tier],
      memoryMb: MEMORY_MB[visit.store.getState().tier],
      onFailed: (productId) => {
        const { failedProducts } = visit.store.getState()
        visit.store.setState({ failedProducts: new Set([...failedProducts, productId]) })
      },
    })
    keeper.current = made
    scene.add(made.group)
    return () => {
      keeper.current = null
      scene.remove(made.group)
      made.dispose()
    }
  }, [scene, visit])

  useEffect(() => {
    keeper.current?.setView(view)
    visit.goods = keeper.current?.boxes ?? []
  }, [view, visit, scene])

  useEffect(() => keeper.current?.setBudget(QUALITY[tier]), [tier])

  const isWalking = useStore(visit.store, (state) => state.mode.state === 'walking')
  useEffect(() => {
    if (keeper.current) keeper.current.group.visible = isWalking
  }, [isWalking])

  // Not once a frame: where a frame takes a second, what is to be loaded must not wait for it.
  const plan = useEffectEvent(() => {
    const goods = keeper.current
    const { camera, size } = get()
    if (!goods || !(camera instanceof PerspectiveCamera)) return
    const { mode, isUseful, isComplete, standId } = visit.store.getState()
    if (mode.state !== 'walking') return
    const stand = standId ?? nearestStand(visit)
    if (goods.update(camera, size.height, camera.fov, stand)) {
      gl.shadowMap.needsUpdate = true
      // A weak machine draws the nearest stand once all of it is there: each frame before would delay that one.
      if (isUseful || get().frameloop === 'always') invalidate()
    }
    if (isComplete || !hallIsReady) return
    const progress = stand ? goods.progressOf(stand) : { isUseful: true, isComplete: true }
    if (progress.isUseful && !isUseful) {
      drawn.current.set('showroom:useful', FRAMES_TO_BE_SEEN)
      invalidate()
      visit.store.setState({ isUseful: true })
    }
    if (progress.isComplete && !drawn.current.has('showroom:complete')) {
      drawn.current.set('showroom:complete', FRAMES_TO_BE_SEEN)
      invalidate()
    }
  })

  // A mark means that it was drawn, not that it is about to be.
  useFrame(() => {
    for (const [mark, frames] of drawn.current) {
      if (frames > 1) drawn.current.set(mark, frames - 1)
      else {
        drawn.current.delete(mark)
        markOnce(mark)
        // Only now: a finer picture, light and shadow of the hall would hold the stand up.
        if (mark === 'showroom:complete') visit.store.setState({ isComplete: true })
      }
      invalidate()
    }
  })

  useEffect(() => {
    plan()
    const timer = setInterval(plan, PLAN_EVERY_MS)
    return () => clearInterval(timer)
  }, [])

  return null
}

function nearestStand(visit: Visit): string | null {
  let best: string | null = null
  let bestDistance = Infinity
  for (const stand of visit.view.stands) {
    const distance = distanceToStand(stand.place, visit.walker.xM, visit.walker.zM)
    if (distance < bestDistance) {
      bestDistance = distance
      best = stand.id
    }
  }
  return best
}
