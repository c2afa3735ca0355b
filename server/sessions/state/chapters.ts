import type { Chapter } from '#shared/model/recording.ts'
import type { LoggedEntry } from './entries.ts'

/** Goods that were passed over within this, on the way to others, make no chapter. */
const PASSING_MS = 3000

/** The chapters of a recording, from the log of its session. Its end is open while it goes on. */
export const chaptersOf = (
  log: readonly LoggedEntry[],
  startedAt: Date,
  durationMs: number | null,
): Chapter[] => {
  const chapters: Chapter[] = []

  const show = (productIds: string[], atMs: number) => {
    const before = chapters.findLast(({ kind }) => kind === 'goods')
    if (before && atMs - before.atMs < PASSING_MS) chapters.splice(chapters.indexOf(before), 1)
    if (productIds.length > 0) chapters.push({ kind: 'goods', atMs, productIds })
  }

  for (const { at, entry } of log) {
    const ms = at.getTime() - startedAt.getTime()
    if (durationMs !== null && ms > durationMs) break
    // What was on the stage already is there from the beginning.
    if (entry.kind === 'staged' && entry.stage.goods) show(entry.stage.goods, Math.max(0, ms))
    if (ms < 0) continue
    if (entry.kind === 'questionSettled' && entry.state === 'answered')
      chapters.push({ kind: 'question', atMs: ms, questionId: entry.questionId })
    if (entry.kind === 'pollOpened') chapters.push({ kind: 'poll', atMs: ms, pollId: entry.pollId })
  }
  return chapters
}
