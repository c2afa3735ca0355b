import { describe, expect, it } from 'vitest'
import { byDay, comingUp, phasesOf, soonest } from '#client/programme/session-times.ts'
import type { Session } from '#shared/model/programme.ts'

const session = (id: string, from: string, to: string, state: Session['state'] = 'planned'): Session => ({
  id,
  kind: 'talk',
  title: { en: id },
  abstract: { en: id },
  hosts: [{ name: 'Lola' }],
  language: 'en',
  place: { kind: 'stand', standId: '00000000-0000-4000-8000-000000000001' },
  startsAt: `2026-11-10T${from}:00.000Z`,
  endsAt: `2026-11-10T${to}:00.000Z`,
  state,
  revision: 1,
})
const sessions = [
  session('a', '09:00', '09:30'),
  session('b', '10:00', '11:00'),
  session('off', '11:00', '11:30', 'cancelled'),
  session('c', '12:00', '13:00'),
  session('d', '12:00', '12:30'),
  session('e', '20:00', '21:00'),
]
const at = (time: string) => Date.parse(`2026-11-10T${time}:00Z`)

describe('the times of the programme', () => {
  it('tell what is over, on now, next (two that begin together are both next) and later', () => {
    expect([...phasesOf(sessions, at('10:15')).values()]).toEqual([
      'over',
      'now',
      'later',
      'next',
      'next',
      'later',
    ])
  })
  it('name the session that begins within ten minutes, or just has, and none that is cancelled', () => {
    expect(soonest(sessions, at('09:49'))).toBeUndefined()
    expect(soonest(sessions, at('09:50'))?.id).toBe('b')
    expect(soonest(sessions, at('10:10'))?.id).toBe('b')
    expect(soonest(sessions, at('11:00'))).toBeUndefined()
  })
  it('count a session as on from its first moment, and as over from its last', () => {
    expect(phasesOf(sessions, at('10:00')).get('b')).toBe('now')
    expect(phasesOf(sessions, at('11:00')).get('b')).toBe('over')
  })
  it('bring up what is on and what follows, without what is cancelled', () => {
    expect(comingUp(sessions, at('10:15'), 3).map(({ id }) => id)).toEqual(['b', 'c', 'd'])
    expect(comingUp(sessions, at('22:00'), 3)).toEqual([])
  })
  it('fall on the days of whoever reads', () => {
    expect(byDay(sessions, 'UTC').map(({ day }) => day)).toEqual(['2026-11-10'])
    expect(byDay(sessions, 'Asia/Tashkent').map(({ day, sessions: of }) => [day, of.length])).toEqual([
      ['2026-11-10', 5],
      ['2026-11-11', 1],
    ])
  })
})
