import { describe, expect, it } from 'vitest'
import type { SessionPerson } from '#shared/model/live-session.ts'
import { channelsOf, heardNow, levelOf, UNDER_INTERPRETER } from '#client/sessions/hearing.ts'

const speaker = { role: 'speaker', channel: null, isHere: true } as const
const into = (channel: SessionPerson['channel'], isHere = true) =>
  ({ role: 'interpreter', channel, isHere }) as const

describe('who is heard in a session', () => {
  it('[SS15] is the floor alone at first: interpreters are not even received', () => {
    expect(levelOf(speaker, 'floor')).toBe(1)
    expect(levelOf(undefined, 'floor')).toBe(1)
    expect(levelOf(into('tr'), 'floor')).toBe(0)
  })

  it('[SS15] is the interpreter of the chosen language in full, over a low floor, and no other interpreter', () => {
    expect(levelOf(into('tr'), 'tr')).toBe(1)
    expect(levelOf(into('ru'), 'tr')).toBe(0)
    expect(levelOf(speaker, 'tr')).toBe(UNDER_INTERPRETER)
    expect(levelOf(undefined, 'tr')).toBe(UNDER_INTERPRETER)
  })

  it('offers the languages that have an interpreter who is here', () => {
    expect(channelsOf([speaker, into('tr'), into('ru', false), into('tr'), into('kk')])).toEqual(['tr', 'kk'])
  })

  it('falls back to the floor while nobody interprets, and for those who interpret themselves', () => {
    expect(heardNow('tr', 'attendee', [speaker, into('tr')])).toBe('tr')
    expect(heardNow('tr', 'attendee', [speaker, into('tr', false)])).toBe('floor')
    expect(heardNow('tr', 'interpreter', [into('tr')])).toBe('floor')
  })
})
