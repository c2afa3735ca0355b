import { describe, expect, it } from 'vitest'
import { samePose, packPose } from '#shared/geometry/pose.ts'
import { seededRandom } from '#test/benchmarks/presence/walkers.ts'
import { buildHall, poseAt, STAND_ID, TestWorld, type Fate, type TestVisitor } from './wire-pair.ts'

const VISITORS = 14
const TURNS = 600
const HEALING_TURNS = 200
const WALK_M = 0.4

interface Walker {
  visitor: TestVisitor
  isIn: boolean
  wantsIn: boolean
}

/** A hall of four by four cells, so that people meet, part and crowd. */
const smallHall = () =>
  buildHall({ widthM: 32, depthM: 32, entrance: { xM: 0, zM: 15, headingDeg: 0 }, capacity: 50 })

const run = async (seed: number) => {
  const random = seededRandom(seed)
  const world = new TestWorld(smallHall())
  const chance = (share: number) => random() < share
  const fate: Fate = () => (chance(0.2) ? 'drop' : chance(0.2) ? 'later' : 'deliver')
  const walkers: Walker[] = Array.from({ length: VISITORS }, (_, index) => ({
    visitor: world.visitor(`v${index}`),
    isIn: false,
    wantsIn: true,
  }))

  const act = async (walker: Walker) => {
    const { visitor } = walker
    if (!walker.isIn) {
      if (chance(0.1)) {
        await visitor.enter(chance(0.3) ? { standId: STAND_ID } : {})
        walker.isIn = true
      }
      return
    }
    if (chance(0.01)) {
      visitor.disconnect()
      walker.isIn = false
    } else if (chance(0.01)) {
      const spot = { xM: (random() - 0.5) * 30, zM: (random() - 0.5) * 30, headingDeg: 0 }
      visitor.link.placed(world.showroom.teleport(visitor.connectionId, spot))
    } else if (chance(0.02)) {
      visitor.link.placed(await visitor.stepIn())
    } else if (chance(0.7)) {
      const own = visitor.link.ownPose
      // Sometimes a leap that no walker can make.
      const reachM = chance(0.01) ? 60 : WALK_M
      visitor.link.setOwn(
        poseAt(own.xM + (random() - 0.5) * reachM, own.zM + (random() - 0.5) * reachM, random() * 360),
      )
    }
  }

  for (let turn = 0; turn < TURNS; turn++) {
    for (const walker of walkers) await act(walker)
    // Messages that are late are delivered in a later turn, after newer ones.
    world.turn(fate)
  }
  for (const walker of walkers) if (!walker.isIn) await walker.visitor.enter()
  world.turns(HEALING_TURNS)
  return { world, visitors: walkers.map(({ visitor }) => visitor) }
}

/** Server's truth, as each visitor's own link last agreed to it. */
const expectAgreement = ({ world, visitors }: Awaited<ReturnType<typeof run>>) => {
  const cellOf = ({ link: { ownPose } }: TestVisitor) => [
    Math.floor((ownPose.xM + 16) / 8),
    Math.floor((ownPose.zM + 16) / 8),
  ]
  const byHandle = new Map(visitors.map((visitor) => [visitor.link.handle, visitor]))
  expect(byHandle.size).toBe(visitors.length)
  for (const viewer of visitors) {
    const own = packPose(viewer.link.ownPose)
    const [column = 0, row = 0] = cellOf(viewer)
    for (const seen of visitors) {
      if (seen === viewer) continue
      const [c = 0, r = 0] = cellOf(seen)
      const drawn = viewer.link.poses.get(seen.link.handle)
      const [here, there] = [viewer, seen].map(({ principal }) => world.showroom.whereIs(principal.id)?.stand)
      const isApart = here && there && here.standId === there.standId && here.instance !== there.instance
      const isInSight = Math.abs(c - column) <= 2 && Math.abs(r - row) <= 2 && !isApart
      expect(drawn !== undefined, `${viewer.principal.id} sees ${seen.principal.id}`).toBe(isInSight)
      if (drawn)
        expect(samePose(drawn.newest, packPose(seen.link.ownPose)), `pose of ${seen.principal.id}`).toBe(true)
      const isNear = Math.abs(c - column) <= 1 && Math.abs(r - row) <= 1 && !isApart
      if (isNear) expect(viewer.link.cards.get(seen.link.handle)?.visitorId).toBe(seen.principal.id)
    }
    expect(viewer.link.poses.has(viewer.link.handle)).toBe(false)
    expect(own).toBeDefined()
    for (const [handle, card] of viewer.link.cards) {
      expect(byHandle.get(handle)?.principal.id, 'no badge of somebody who left').toBe(card.visitorId)
    }
  }
}

describe('presence under drops, overtaking and reconnects', () => {
  it.each(Array.from({ length: 12 }, (_, index) => 100 + index))(
    '[PR13] both ends agree once messages arrive again (seed %i)',
    async (seed) => expectAgreement(await run(seed)),
  )
})
