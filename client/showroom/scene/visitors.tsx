import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { Vector3 } from 'three'
import { LANYARD_COLOURS } from '#client/ui-kit/theme.ts'
import { seeEachOther } from '../state/picking.ts'
import type { PoseSource } from '../state/pose-source.ts'
import { QUALITY, type QualityTier } from '../state/quality.ts'
import type { Visit } from '../state/visit.ts'
import { FIGURE } from './build/figure.ts'
import { createCrowd, type Crowd } from './crowd.ts'

/** Names are full up to the first distance and gone at the second, in metres. */
const NAME_FULL_M = 5
const NAME_GONE_M = 16
const NAME_ROOM_PX = 84
const NAME_HEIGHT_PX = 22
const onScreen = new Vector3()

/** Everybody else in the hall, and the names of those near. */
export function Visitors({
  visit,
  presence,
  tier,
  isStill,
}: {
  visit: Visit
  presence: PoseSource
  tier: QualityTier
  isStill: boolean
}) {
  const scene = useThree((state) => state.scene)
  const crowd = useRef<Crowd | null>(null)
  const { thrift } = QUALITY[tier]

  useEffect(() => {
    const made = createCrowd(QUALITY.high.visitors, thrift)
    crowd.current = made
    scene.add(made.group)
    return () => {
      crowd.current = null
      scene.remove(made.group)
      made.dispose()
      hideNames(visit)
    }
  }, [scene, visit, thrift])

  useEffect(() => crowd.current?.setCapacity(QUALITY[tier].visitors), [tier, thrift])

  useFrame(({ camera, size, clock }, dt) => {
    const people = crowd.current
    if (!people) return
    const isWalking = visit.store.getState().mode.state === 'walking'
    people.group.visible = isWalking
    if (!isWalking) {
      hideNames(visit)
      return
    }
    const { walker, floor, names } = visit
    people.update(presence, walker.xM, walker.zM, dt, clock.elapsedTime, isStill)
    let used = 0
    const most = Math.min(names.labels.length, QUALITY[tier].namedVisitors)
    for (let at = 0; at < people.shown && used < most; at++) {
      const figure = people.figures[at]
      if (!figure?.info || figure.distanceM > NAME_GONE_M) continue
      onScreen.set(figure.xM, FIGURE.labelM, figure.zM).project(camera)
      if (onScreen.z > 1 || Math.abs(onScreen.x) > 1.05 || Math.abs(onScreen.y) > 1.05) continue
      if (!seeEachOther(walker.xM, walker.zM, figure.xM, figure.zM, floor.walls)) continue
      const xPx = (onScreen.x * 0.5 + 0.5) * size.width
      const yPx = (0.5 - onScreen.y * 0.5) * size.height
      if (isCovered(visit, used, xPx, yPx)) continue
      const label = names.labels[used]
      if (!label) break
      label.text = figure.info.name
      label.colour = LANYARD_COLOURS[figure.info.lanyard]
      label.xPx = xPx
      label.yPx = yPx
      label.opacity = Math.min(1, Math.max(0, (NAME_GONE_M - figure.distanceM) / (NAME_GONE_M - NAME_FULL_M)))
      used += 1
    }
    for (let at = used; at < names.labels.length; at++) {
      const label = names.labels[at]
      if (label) label.opacity = 0
    }
    names.onPlaced?.()
  })
  return null
}

/** Whether the name of somebody nearer is already written there. */
function isCovered(visit: Visit, used: number, xPx: number, yPx: number): boolean {
  for (let at = 0; at < used; at++) {
    const other = visit.names.labels[at]
    if (other && Math.abs(other.xPx - xPx) < NAME_ROOM_PX && Math.abs(other.yPx - yPx) < NAME_HEIGHT_PX)
      return true
  }
  return false
}

function hideNames(visit: Visit): void {
  for (const label of visit.names.labels) label.opacity = 0
  visit.names.onPlaced?.()
}
