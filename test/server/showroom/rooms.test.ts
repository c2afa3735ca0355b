import { describe, expect, it } from 'vitest'
import {
  buildHall,
  buildStand,
  COMPANY_ID,
  OTHER_HALL_ID,
  OTHER_STAND_ID,
  poseAt,
  STAND_ID,
  TestWorld,
  type TestVisitor,
} from './wire-pair.ts'

const sees = (viewer: TestVisitor, seen: TestVisitor) => viewer.link.poses.has(seen.link.handle)
const inStand = { xM: 10, zM: 0, headingDeg: 0 }

const enterStand = async (world: TestWorld, id: string) => {
  const visitor = world.visitor(id)
  await visitor.enter({ standId: STAND_ID })
  return visitor
}
const staffOf = (world: TestWorld, id: string) =>
  world.visitor(id, { kind: 'exhibitorMember', companyId: COMPANY_ID })

describe('rooms', () => {
  it('[RM1] puts a visitor at the entrance, or where asked if that is on the floor', async () => {
    const world = new TestWorld()
    expect((await world.visitor('anna').enter()).pose).toMatchObject({ xM: 0, zM: 28 })
    expect(
      (await world.visitor('bek').enter({ pose: { xM: 4, zM: -3, headingDeg: 90 } })).pose,
    ).toMatchObject({ xM: 4 })
    await expect(world.visitor('cem').enter({ pose: { xM: 60, zM: 0, headingDeg: 0 } })).rejects.toThrow(
      'bad_request',
    )
    await expect(world.visitor('dina').enter({ hallId: STAND_ID })).rejects.toThrow('not_found')
  })

  it('[RM2] opens another instance of a hall when the first is full, and fills the first again', async () => {
    const world = new TestWorld(buildHall({ capacity: 2 }))
    const first = world.visitor('a')
    const instances = [(await first.enter()).instance]
    for (const id of ['b', 'c']) instances.push((await world.visitor(id).enter()).instance)
    expect(instances).toEqual([1, 1, 2])
    world.showroom.leave(first.connectionId)
    expect((await world.visitor('d').enter()).instance).toBe(1)
  })

  it('[RM3] gives the place back to who returns within 10 s', async () => {
    const world = new TestWorld()
    const [anna, bek] = [world.visitor('anna'), world.visitor('bek')]
    const { handle } = await anna.enter({ standId: STAND_ID })
    await bek.enter({ pose: { xM: 8, zM: 2, headingDeg: 0 } })
    world.turn()
    anna.link.setOwn(poseAt(9, 0.5))
    world.turns(2)
    anna.disconnect()
    world.turns(140)
    expect(sees(bek, anna) || bek.link.poses.has(handle)).toBe(true)
    const back = await anna.enter()
    expect(back).toMatchObject({
      handle,
      returned: true,
      pose: { xM: 9, zM: 0.5 },
      stand: { standId: STAND_ID },
    })
    expect(back.roster.map(({ name }) => name)).toEqual(['Visitor bek'])
  })

  it('[RM14] shows who comes back under another name or lanyard to others as they are now', async () => {
    const world = new TestWorld()
    const [anna, bek] = [world.visitor('anna'), world.visitor('bek')]
    const { handle } = await anna.enter()
    await bek.enter()
    world.turns(20)
    anna.disconnect()
    const changed = world.visitor('anna', { name: 'Anna', comesAs: 'designer' })
    const back = await changed.enter({ pose: { xM: 1, zM: 26, headingDeg: 0 } })
    expect(back).toMatchObject({ returned: false, pose: { xM: 1, zM: 26 } })
    world.turns(31)
    expect(bek.factsNamed('visitor:left')).toEqual([{ handles: [handle] }])
    expect(bek.link.cards.get(back.handle)).toMatchObject({ name: 'Anna', lanyard: 'designer' })
  })

  it('[RM4] gives the place up when the visitor misses the rejoin window', async () => {
    const world = new TestWorld()
    const [anna, bek] = [world.visitor('anna'), world.visitor('bek')]
    const { handle } = await anna.enter()
    await bek.enter()
    world.turns(20)
    anna.disconnect()
    world.turns(175)
    expect(bek.factsNamed('visitor:left')).toEqual([{ handles: [handle] }])
    expect(await anna.enter()).toMatchObject({ returned: false })
  })

  it('[RM5] keeps one place a person: a second window takes it over', async () => {
    const world = new TestWorld()
    const [first, second] = [world.visitor('anna'), world.visitor('anna')]
    const { handle } = await first.enter()
    expect(await second.enter()).toMatchObject({ handle, returned: true })
    world.turn()
    expect(first.factsNamed('visitor:replaced')).toHaveLength(1)
    expect(() => world.showroom.stepOut(first.connectionId)).toThrow('not_entered')
    first.disconnect()
    world.turns(200)
    expect(world.showroom.whereIs('anna')).toMatchObject({ state: 'inside' })
  })

  it('[RM5] tells the first window also when the second enters another hall', async () => {
    const world = new TestWorld()
    const [first, second] = [world.visitor('anna'), world.visitor('anna')]
    await first.enter()
    expect(await second.enter({ hallId: OTHER_HALL_ID })).toMatchObject({ returned: false })
    world.turn()
    expect(first.factsNamed('visitor:replaced')).toHaveLength(1)
    expect(first.link.handle).toBe(0)
  })

  it('[RM6] leaves one hall on entering another', async () => {
    const world = new TestWorld()
    const [anna, bek] = [world.visitor('anna'), world.visitor('bek')]
    await anna.enter()
    await bek.enter()
    world.turns(20)
    await anna.enter({ hallId: OTHER_HALL_ID })
    world.turns(2)
    expect(bek.link.poses.size).toBe(0)
    expect(world.showroom.whereIs('anna')).toMatchObject({ hallId: OTHER_HALL_ID })
  })

  it('[RM7] shows those at a stand to the hall, and the hall to them', async () => {
    const world = new TestWorld()
    const inside = await enterStand(world, 'inside')
    const outside = world.visitor('outside')
    await outside.enter({ pose: { xM: 10, zM: 5, headingDeg: 0 } })
    world.turns(2)
    expect([sees(inside, outside), sees(outside, inside)]).toEqual([true, true])
  })

  it('[RM8] opens another instance of a full stand; its instances do not see each other', async () => {
    const world = new TestWorld()
    const visitors = [
      await enterStand(world, 'a'),
      await enterStand(world, 'b'),
      await enterStand(world, 'c'),
    ]
    const outside = world.visitor('outside')
    await outside.enter({ pose: { xM: 10, zM: 5, headingDeg: 0 } })
    world.turns(2)
    const [a, b, c] = visitors as [TestVisitor, TestVisitor, TestVisitor]
    expect([sees(a, b), sees(a, c), sees(c, a), sees(c, b)]).toEqual([true, false, false, false])
    expect([a, b, c].map((visitor) => sees(outside, visitor))).toEqual([true, true, true])
    expect(world.showroom.whereIs('c')?.stand).toEqual({ standId: STAND_ID, instance: 2 })
  })

  it('[RM9] lets staff see and change between instances beyond the capacity', async () => {
    const world = new TestWorld()
    const [a, , c] = [
      await enterStand(world, 'a'),
      await enterStand(world, 'b'),
      await enterStand(world, 'c'),
    ]
    const staff = staffOf(world, 'staff')
    await staff.enter({ standId: STAND_ID })
    const body = { standId: STAND_ID }
    const all = await world.showroom.who(staff.connectionId, staff.principal, body)
    expect(all.instances.map(({ visitors }) => visitors.length)).toEqual([3, 1])
    const own = await world.showroom.who(c.connectionId, c.principal, body)
    expect(own.instances.map(({ instance }) => instance)).toEqual([2])
    const moved = await staff.stepIn(STAND_ID, 2)
    expect(moved.visitors.map(({ name }) => name).sort()).toEqual(['Visitor c', 'Visitor staff'])
    world.turns(2)
    expect([sees(staff, c), sees(staff, a)]).toEqual([true, false])
    await expect(staff.stepIn(STAND_ID, 9)).rejects.toThrow('not_found')
    await expect(c.stepIn(STAND_ID, 1)).rejects.toThrow('not_allowed')
  })

  it('[RM10] holds the door: open, registered, invited, closed', async () => {
    const world = new TestWorld()
    const enter = async (
      door: 'open' | 'registered' | 'invited' | 'closed',
      kind: 'guest' | 'buyer' | 'organiser',
      id = 'p',
    ) => {
      world.hall = buildHall({ stands: [buildStand({ door })] })
      const visitor = world.visitor(`${id}-${door}-${kind}`, { kind })
      return visitor.enter({ standId: STAND_ID }).then(
        () => 'in',
        (error: Error) => error.message,
      )
    }
    world.invited.add('friend-invited-buyer')
    expect(await enter('open', 'guest')).toBe('in')
    expect(await enter('registered', 'guest')).toBe('door_closed')
    expect(await enter('registered', 'buyer')).toBe('in')
    expect(await enter('invited', 'buyer')).toBe('door_closed')
    expect(await enter('invited', 'buyer', 'friend')).toBe('in')
    expect(await enter('closed', 'buyer')).toBe('door_closed')
    expect(await enter('closed', 'organiser')).toBe('in')
    const staff = staffOf(world, 'staff')
    await expect(staff.enter({ standId: STAND_ID })).resolves.toMatchObject({ stand: { instance: 1 } })
  })

  it('[RM11] tells the staff on duty, wherever they are, who stepped in', async () => {
    const world = new TestWorld()
    const staff = staffOf(world, 'staff')
    staff.connect()
    const stranger = world.visitor('stranger', { kind: 'exhibitorMember', companyId: OTHER_STAND_ID })
    stranger.connect()
    await enterStand(world, 'anna')
    world.turn()
    expect(staff.factsNamed('stand:visited')).toMatchObject([
      { standId: STAND_ID, visitor: { name: 'Visitor anna' } },
    ])
    expect(stranger.facts).toEqual([])
  })

  it('[RM12] brings who steps in from afar to the stand, and steps out who walks away', async () => {
    const world = new TestWorld()
    const anna = world.visitor('anna')
    await anna.enter()
    const { pose } = await anna.stepIn()
    expect(Math.hypot(pose.xM - inStand.xM, pose.zM - inStand.zM)).toBeLessThan(2)
    world.showroom.teleport(anna.connectionId, { xM: -30, zM: 0, headingDeg: 0 })
    world.turn()
    expect(anna.factsNamed('stand:left')).toEqual([{ standId: STAND_ID, instance: 1 }])
    expect(world.showroom.whereIs('anna')?.stand).toBeUndefined()
  })

  it('[RM13] counts the hall and its stands every 5 s when that changed', async () => {
    const world = new TestWorld()
    const anna = await enterStand(world, 'anna')
    await enterStand(world, 'bek')
    await enterStand(world, 'cem')
    world.turns(100)
    expect(anna.factsNamed('hall:counted').at(-1)).toMatchObject({
      visitors: 3,
      stands: [{ standId: STAND_ID, visitors: 3, instances: 2 }],
    })
    expect(anna.factsNamed('hall:counted').length).toBeLessThanOrEqual(2)
  })
})
