import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { USUAL_SETTINGS } from '#shared/model/live-session.ts'
import { AppError } from '#server/platform/errors.ts'
import { decide } from '#server/sessions/state/decide.ts'
import { mediaGrant } from '#server/sessions/state/media-grant.ts'
import type { Entry } from '#server/sessions/state/entries.ts'
import { buildState, came, happen } from './build-state.ts'

const live = (...more: Entry[]) =>
  buildState(came('host', 'host'), { kind: 'phase', phase: 'live' }, came('lola'), ...more)

const refusal = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
  return 'done'
}

describe('acts in a session', () => {
  it('[SS12] mute others, and nothing unmutes them but they themselves', () => {
    const state = live()
    expect(
      decide(state, { kind: 'mute', personIds: ['lola', 'nobody'], source: 'microphone' }, 'host'),
    ).toEqual([{ kind: 'muted', personIds: ['lola'], source: 'microphone' }])
    expect(
      refusal(() => decide(state, { kind: 'mute', personIds: ['host'], source: 'camera' }, 'lola')),
    ).toBe('not_allowed')
  })

  it('[SS12] give the floor to a raised hand: the voice comes with it, and goes with it', () => {
    const state = live()
    expect(mediaGrant(state, 'lola')).toMatchObject({ microphone: false, camera: false, receive: true })
    happen(state, { kind: 'hand', personId: 'lola', up: true })
    for (const entry of decide(state, { kind: 'giveFloor', personId: 'lola', on: true }, 'host'))
      happen(state, entry)
    expect(mediaGrant(state, 'lola')).toMatchObject({ microphone: true, camera: true, screen: false })
    expect(state.people.get('lola')?.handAt).toBeNull()
    for (const entry of decide(state, { kind: 'giveFloor', personId: 'lola', on: false }, 'host'))
      happen(state, entry)
    expect(mediaGrant(state, 'lola')).toMatchObject({ microphone: false })
  })

  it('leave nobody without a host', () => {
    const state = live(came('second', 'cohost'))
    const act = { kind: 'giveRole', personId: 'host', role: 'attendee', channel: null } as const
    expect(refusal(() => decide(state, act, 'second'))).toBe('conflict')
    expect(refusal(() => decide(state, { kind: 'remove', personId: 'host', block: true }, 'second'))).toBe(
      'not_allowed',
    )
  })

  it('open one poll at a time', () => {
    const poll = { question: 'Which?', kind: 'single' as const, options: ['a', 'b'] }
    const state = live({ kind: 'pollMade', poll }, { kind: 'pollMade', poll })
    const [first = '', second = ''] = state.polls.keys()
    happen(state, { kind: 'pollOpened', pollId: first })
    expect(decide(state, { kind: 'openPoll', pollId: second }, 'host')).toEqual([
      { kind: 'pollClosed', pollId: first },
      { kind: 'pollOpened', pollId: second },
    ])
  })

  it('take as many choices as the kind of poll has, and no others', () => {
    const poll = { question: 'Which?', options: ['a', 'b', 'c'] }
    const state = live(
      { kind: 'pollMade', poll: { ...poll, kind: 'single' } },
      { kind: 'pollMade', poll: { ...poll, kind: 'multiple' } },
    )
    const [single = '', multiple = ''] = state.polls.keys()
    happen(state, { kind: 'pollOpened', pollId: single })
    happen(state, { kind: 'pollOpened', pollId: multiple })
    const choose = (pollId: string, choices: number[]) =>
      refusal(() => decide(state, { kind: 'ballot', pollId, choices }, 'lola'))
    expect(choose(single, [0, 1])).toBe('bad_request')
    expect(choose(single, [])).toBe('bad_request')
    expect(choose(single, [3])).toBe('bad_request')
    expect(choose(single, [2])).toBe('done')
    expect(choose(multiple, [0, 2])).toBe('done')
    expect(choose(multiple, [])).toBe('done')
  })

  it('close open polls when the session ends, and allow little afterwards', () => {
    const state = live({
      kind: 'pollMade',
      poll: { question: 'Which?', kind: 'single', options: ['a', 'b'] },
    })
    const [pollId = ''] = state.polls.keys()
    happen(state, { kind: 'pollOpened', pollId })
    const ending = decide(state, { kind: 'end' }, 'host')
    expect(ending).toEqual([
      { kind: 'pollClosed', pollId },
      { kind: 'phase', phase: 'ended' },
    ])
    for (const entry of ending) happen(state, entry)
    expect(mediaGrant(state, 'lola')).toBeUndefined()
    const ask = { kind: 'ask', text: 'And now?', anonymous: false } as const
    expect(refusal(() => decide(state, ask, 'lola'))).toBe('session_over')
    expect(refusal(() => decide(state, { kind: 'consent', to: 'contact', on: true }, 'lola'))).toBe('done')
  })

  it('let in whoever waits when the waiting room is given up', () => {
    const state = live(came('early', 'attendee', 'waiting'))
    const settings = { ...USUAL_SETTINGS, waitingRoom: false }
    expect(decide(state, { kind: 'configure', settings }, 'host')).toEqual([
      { kind: 'held', settings },
      { kind: 'admitted', personIds: ['early'] },
    ])
  })

  it('draw on goods that are there, and lose the lines with them', () => {
    const state = live()
    const mark = {
      id: randomUUID(),
      colour: 'madder' as const,
      points: [[0, 0, 0] as [number, number, number]],
    }
    expect(refusal(() => decide(state, { kind: 'mark', mark }, 'host'))).toBe('conflict')
    for (const entry of decide(state, { kind: 'show', goods: [randomUUID()] }, 'host')) happen(state, entry)
    for (const entry of decide(state, { kind: 'mark', mark }, 'host')) happen(state, entry)
    expect(state.stage.marks).toHaveLength(1)
    for (const entry of decide(state, { kind: 'show', goods: [randomUUID()] }, 'host')) happen(state, entry)
    expect(state.stage.marks).toEqual([])
  })
})
