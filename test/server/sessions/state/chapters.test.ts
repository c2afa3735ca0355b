import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { chaptersOf } from '#server/sessions/state/chapters.ts'
import type { Entry } from '#server/sessions/state/entries.ts'

const BEGAN = Date.parse('2026-12-01T09:00:00.000Z')

/** A log of what happened so many seconds after the recording began. */
const logOf = (...happened: [second: number, entry: Entry][]) =>
  happened.map(([second, entry], at) => ({
    seq: at + 1,
    id: randomUUID(),
    by: { id: 'host', name: 'Nargiza', lanyard: 'host' as const },
    at: new Date(BEGAN + second * 1000),
    entry,
  }))

const shown = (...goods: string[]): Entry => ({ kind: 'staged', stage: { goods } })

describe('[RC4] chapters of a recording', () => {
  const chapters = (durationS: number | null, ...happened: Parameters<typeof logOf>) =>
    chaptersOf(logOf(...happened), new Date(BEGAN), durationS === null ? null : durationS * 1000)

  it('begin where goods came on the stage, a question was answered and a poll opened', () => {
    expect(
      chapters(
        60,
        [5, shown('twill')],
        [12, { kind: 'questionSettled', questionId: 'width', state: 'answered' }],
        [20, { kind: 'pollOpened', pollId: 'weight' }],
        [30, shown('twill', 'satin')],
      ),
    ).toEqual([
      { kind: 'goods', atMs: 5000, productIds: ['twill'] },
      { kind: 'question', atMs: 12_000, questionId: 'width' },
      { kind: 'poll', atMs: 20_000, pollId: 'weight' },
      { kind: 'goods', atMs: 30_000, productIds: ['twill', 'satin'] },
    ])
  })

  it('begin at nought with what was on the stage before', () => {
    expect(chapters(60, [-90, shown('denim')], [-40, shown('twill')])).toEqual([
      { kind: 'goods', atMs: 0, productIds: ['twill'] },
    ])
    expect(chapters(60, [-90, shown('denim')], [-40, shown()])).toEqual([])
  })

  it('leave out what was passed over, dismissed, or came after the end', () => {
    expect(
      chapters(
        60,
        [10, shown('denim')],
        [11, shown('twill')],
        [12, shown('satin')],
        [15, { kind: 'questionSettled', questionId: 'rude', state: 'dismissed' }],
        [70, shown('denim')],
      ),
    ).toEqual([{ kind: 'goods', atMs: 12_000, productIds: ['satin'] }])
  })

  it('go on while it is recorded', () => {
    expect(chapters(null, [4000, shown('denim')])).toHaveLength(1)
  })
})
