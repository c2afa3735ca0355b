import { describe, expect, it } from 'vitest'
import { SUCCEEDED_AFTER_MS, succeed } from '#server/sessions/state/succession.ts'
import { buildState, came, happen } from './build-state.ts'

const NOBODY = new Set<string>()

describe('[SS11] who keeps order when the host is gone', () => {
  const live = () =>
    buildState(
      came('host', 'host'),
      { kind: 'inCharge', personId: 'host' },
      came('zora', 'cohost'),
      came('abai', 'cohost'),
      came('lola'),
      { kind: 'phase', phase: 'live' },
    )

  it('is nobody else for half a minute', () => {
    const state = live()
    const goneAt = happen(state, { kind: 'left', personId: 'host' })
    expect(succeed(state, NOBODY, new Date(goneAt.getTime() + SUCCEEDED_AFTER_MS - 1))).toEqual([])
  })

  it('is a co-host then, the same one whoever asks', () => {
    const state = live()
    const goneAt = happen(state, { kind: 'left', personId: 'host' })
    const later = new Date(goneAt.getTime() + SUCCEEDED_AFTER_MS)
    expect(succeed(state, NOBODY, later)).toEqual([{ kind: 'inCharge', personId: 'abai' }])
  })

  it('is one of the stand’s own people where no co-host is here, and nobody where they are not here either', () => {
    const state = buildState(came('host', 'host'), { kind: 'inCharge', personId: 'host' }, came('lola'), {
      kind: 'phase',
      phase: 'live',
    })
    const goneAt = happen(state, { kind: 'left', personId: 'host' })
    const later = new Date(goneAt.getTime() + SUCCEEDED_AFTER_MS)
    expect(succeed(state, NOBODY, later)).toEqual([])
    expect(succeed(state, new Set(['lola']), later)).toEqual([{ kind: 'inCharge', personId: 'lola' }])
  })

  it('is the host again as soon as they are back', () => {
    const state = live()
    const goneAt = happen(state, { kind: 'left', personId: 'host' })
    happen(state, { kind: 'inCharge', personId: 'abai' })
    expect(succeed(state, NOBODY, new Date(goneAt.getTime() + 10 * SUCCEEDED_AFTER_MS))).toEqual([])
    happen(state, came('host', 'host'))
    expect(succeed(state, NOBODY, goneAt)).toEqual([{ kind: 'inCharge', personId: 'host' }])
  })

  it('stays as it is before a session and after it', () => {
    const state = live()
    const goneAt = happen(state, { kind: 'left', personId: 'host' })
    happen(state, { kind: 'phase', phase: 'ended' })
    expect(succeed(state, NOBODY, new Date(goneAt.getTime() + 10 * SUCCEEDED_AFTER_MS))).toEqual([])
  })
})
