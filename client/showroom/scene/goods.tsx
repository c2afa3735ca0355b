import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { PerspectiveCamera } from 'three'
import { QUALITY } from '../state/quality.ts'
import { markOnce } from '../state/showroom-stats.ts'
import type { HallView } from '../state/showroom-types.ts'
import { distanceToStand } from '#shared/geometry/stand-plan.ts'
import type { QualityTier } from '../state/quality.ts'
import type { Visit } from '../state/visit.ts'
import { createGoodsKeeper, type GoodsKeeper } from './goods/goods-keeper.ts'

const PLAN_EVERY_S = 0.2
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
  const keeper = useRef<GoodsKeeper | null>(null)
  const sincePlan = useRef(PLAN_EVERY_S)

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
    sincePlan.current = PLAN_EVERY_S
  }, [view, visit, scene])

  useEffect(() => keeper.current?.setBudget(QUALITY[tier]), [tier])

  useFrame(({ camera, size }, dt) => {
    const goods = keeper.current
    if (!goods || !(camera instanceof PerspectiveCamera)) return
    const { mode, isUseful, isComplete } = visit.store.getState()
    goods.group.visible = mode.state === 'walking'
    sincePlan.current += dt
    if (sincePlan.current < PLAN_EVERY_S || mode.state !== 'walking') return
    sincePlan.current = 0
    if (goods.update(camera, size.height, camera.fov)) gl.shadowMap.needsUpdate = true
    if (isComplete || !hallIsReady) return
    const stand = nearestStand(visit)
    const progress = stand ? goods.progressOf(stand) : { isUseful: true, isComplete: true }
    if (progress.isUseful && !isUseful) {
      markOnce('showroom:useful')
      visit.store.setState({ isUseful: true })
    }
    if (progress.isComplete) {
      markOnce('showroom:complete')
      visit.store.setState({ isComplete: true })
    }
  })
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
