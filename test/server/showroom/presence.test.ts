import { describe, expect, it } from 'vitest'
import { encodePose, packPose } from '#shared/geometry/pose.ts'
import { NEAR_LIMIT } from '#server/showroom/snapshot-packer.ts'
import { poseAt, TestWorld, type TestVisitor } from './wire-pair.ts'

const place = (pose: { xM: number; zM: number }) => ({ headingDeg: 0, ...pose })
const drawnOf = (viewer: TestVisitor, seen: TestVisitor) => viewer.link.poses.get(seen.link.handle)

const pairAt = async (world: TestWorld, a: [number, number], b: [number, number]) => {
  const [anna, bek] = [world.visitor('anna'), world.visitor('bek')]
  await anna.enter({ pose: place({ xM: a[0], zM: a[1] }) })
  await bek.enter({ pose: place({ xM: b[0], zM: b[1] }) })
  return [anna, bek] as const
}

describe('presence', () => {
  it('[PR1] shows a step to the one beside it, rounded to 1 cm and 1.4°', async () => {
    const world = new TestWorld()
    const [anna, bek] = await pairAt(world, [0, 0], [2, 0])
    world.turn()
    anna.link.setOwn(poseAt(0.123_4, 0.2, 90))
    world.turns(2)
    expect(drawnOf(bek, anna)?.newest).toMatchObject({ xCm: 12, zCm: 20, turn256: 64 })
  })

  it('[PR2] sends nothing while nothing changes, but the healing snapshot every 30 ticks', async () => {
    const world = new TestWorld()
    const [anna] = await pairAt(world, [0, 0], [2, 0])
    world.turns(30)
    anna.snapshots = 0
    world.turns(30)
    expect(anna.snapshots).toBe(1)
  })

  it('[PR3] gives a late joiner everybody in sight at once', async () => {
    const world = new TestWorld()
    const [anna, bek] = await pairAt(world, [0, 0], [2, 0])
    world.turns(10)
    const cem = world.visitor('cem')
    const reply = await cem.enter({ pose: place({ xM: 1, zM: 1 }) })
    world.turn()
    expect([...cem.link.poses.keys()].sort()).toEqual([anna.link.handle, bek.link.handle].sort())
    expect(reply.roster.map(({ name }) => name).sort()).toEqual(['Visitor anna', 'Visitor bek'])
  })

  it('[PR4] tells of the near in the same tick and of the farther at every fifth', async () => {
    const world = new TestWorld()
    const near = await pairAt(world, [0, 0], [2, 0])
    const far = world.visitor('far')
    await far.enter({ pose: place({ xM: 14, zM: 0 }) })
    world.turns(2)
    let nearTold = 0
    let farTold = 0
    for (let turn = 0; turn < 30; turn++) {
      near[0].link.setOwn(poseAt(0, turn * 0.05))
      const before = [drawnOf(near[1], near[0])?.newest.zCm, drawnOf(far, near[0])?.newest.zCm]
      world.turns(1)
      if (drawnOf(near[1], near[0])?.newest.zCm !== before[0]) nearTold += 1
      if (drawnOf(far, near[0])?.newest.zCm !== before[1]) farTold += 1
    }
    expect(nearTold).toBeGreaterThanOrEqual(29)
    expect(farTold).toBeGreaterThanOrEqual(5)
    expect(farTold).toBeLessThanOrEqual(8)
  })

  it('[PR5] shows nobody who is more than two cells away, and forgets who walks out of sight', async () => {
    const world = new TestWorld()
    const [anna, bek] = await pairAt(world, [0, 0], [40, 0])
    world.turns(31)
    expect(drawnOf(anna, bek)).toBeUndefined()
    await world.showroom.teleport(bek.connectionId, { xM: 3, zM: 0, headingDeg: 0 })
    world.turns(6)
    expect(drawnOf(anna, bek)).toBeDefined()
    await world.showroom.teleport(bek.connectionId, { xM: 40, zM: 0, headingDeg: 0 })
    world.turns(31)
    expect(drawnOf(anna, bek)).toBeUndefined()
  })

  it('[PR6] shows the nearest 60 of a crowd in each tick', async () => {
    const world = new TestWorld()
    const middle = world.visitor('middle')
    await middle.enter({ pose: place({ xM: 0, zM: 0 }) })
    const crowd: TestVisitor[] = []
    for (let i = 0; i < 150; i++) {
      const visitor = world.visitor(`crowd-${i}`)
      await visitor.enter({ pose: place({ xM: (i % 15) * 0.5 - 3.5, zM: Math.floor(i / 15) * 0.5 - 2.5 }) })
      crowd.push(visitor)
    }
    world.turns(31)
    world.ticked.length = 0
    crowd.forEach((visitor) => visitor.link.setOwn({ ...visitor.link.ownPose, headingDeg: 45 }))
    world.turn()
    const { entries, snapshots } = world.ticked[0]!
    expect(entries / snapshots).toBeGreaterThanOrEqual(NEAR_LIMIT - 2)
  })

  it('[PR7] refuses a pose off the plan or faster than 8 m/s and says where the visitor is', async () => {
    const world = new TestWorld()
    const [anna, bek] = await pairAt(world, [49, 0], [47, 0])
    world.turn()
    anna.link.setOwn(poseAt(51, 0))
    world.turns(2)
    expect(anna.placed).toMatchObject({ xM: 49, zM: 0 })
    expect(drawnOf(bek, anna)?.newest.xCm).toBe(4900)
    anna.link.setOwn(poseAt(10, 0))
    world.turns(2)
    expect(anna.link.ownPose.xM).toBe(49)
    world.turns(15)
    anna.link.setOwn(poseAt(48.5, 0))
    world.turns(2)
    expect(drawnOf(bek, anna)?.newest.xCm).toBe(4850)
  })

  it('[PR8] takes no more than 30 poses a second from one connection', async () => {
    const world = new TestWorld()
    const [anna] = await pairAt(world, [0, 0], [2, 0])
    world.turns(15)
    for (let i = 1; i <= 100; i++) anna.sendRaw(encodePose(packPose(poseAt(i / 100, 0)), i))
    world.turns(35)
    const own = world.visitors[1]!.link.poses.get(anna.link.handle)
    expect(own?.newest.xCm).toBeLessThanOrEqual(30)
  })

  it('[PR9] closes a connection with more than 1 MB waiting', async () => {
    const world = new TestWorld()
    const [anna, bek] = await pairAt(world, [0, 0], [2, 0])
    anna.buffered = 1024 * 1024 + 1
    bek.buffered = 1024 * 1024
    world.turns(16)
    expect([anna.closed, bek.closed]).toEqual([true, false])
  })

  it('[PR10] ignores frames that are no poses', async () => {
    const world = new TestWorld()
    const [anna, bek] = await pairAt(world, [0, 0], [2, 0])
    for (const frame of [
      new Uint8Array(0),
      new Uint8Array(7).fill(1),
      new Uint8Array(5000),
      new Uint8Array(8).fill(2),
    ]) {
      anna.sendRaw(frame)
      bek.link.receive(frame)
    }
    world.turns(31)
    expect(drawnOf(bek, anna)?.newest).toMatchObject({ xCm: 0, zCm: 0 })
  })

  it('[PR11] names those who come near once, and takes their names back when they leave', async () => {
    const world = new TestWorld()
    const [anna, bek] = await pairAt(world, [0, 0], [40, 0])
    world.turns(20)
    expect(anna.link.cards.size).toBe(0)
    await world.showroom.teleport(bek.connectionId, { xM: 3, zM: 0, headingDeg: 0 })
    world.turns(40)
    expect(anna.factsNamed('visitor:entered')).toHaveLength(1)
    expect(anna.link.cards.get(bek.link.handle)?.name).toBe('Visitor bek')
    await world.showroom.leave(bek.connectionId)
    world.turn()
    expect(anna.factsNamed('visitor:left')).toEqual([{ handles: [2] }])
    expect(anna.link.poses.size).toBe(0)
  })

  it('[PR14] lets a pose that was overtaken change nothing', async () => {
    const world = new TestWorld()
    const [anna, bek] = await pairAt(world, [0, 0], [2, 0])
    world.turns(15)
    anna.sendRaw(encodePose(packPose(poseAt(0.5, 0)), 2))
    anna.sendRaw(encodePose(packPose(poseAt(0.2, 0)), 1))
    world.turn()
    expect(drawnOf(bek, anna)?.newest.xCm).toBe(50)
  })
})
