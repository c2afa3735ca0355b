import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { liveRoomName, parseLiveRoom } from '#shared/model/live-room.ts'

describe('names of rooms with sound and picture', () => {
  it('name a stand, and an area of a hall whatever it is called', () => {
    const id = randomUUID()
    for (const room of [
      { kind: 'stand', standId: id } as const,
      { kind: 'area', hallId: id, area: 'Лаунж ~ 2/3 & more.' } as const,
    ])
      expect(parseLiveRoom(liveRoomName(room))).toEqual(room)
  })

  it('stay one part of an address, and look like no file', () => {
    const name = liveRoomName({ kind: 'area', hallId: randomUUID(), area: 'A/B.html' })
    expect(name).not.toMatch(/[/?#]/)
    expect(parseLiveRoom(name)).toMatchObject({ area: 'A/B.html' })
  })

  it('are refused where they name nothing', () => {
    const id = randomUUID()
    for (const name of ['', 'stand', 'stand~1', `stand~${id}~x`, `area~${id}`, `area~${id}~%`, `hall~${id}`])
      expect(parseLiveRoom(name), name).toBeUndefined()
  })
})
