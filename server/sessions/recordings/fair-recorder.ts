import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Principal } from '#shared/model/principal.ts'
import { isBeingMade, recorderOf, type RecordedBy } from '#shared/model/recording.ts'
import type { Database } from '../../platform/database/database.ts'
import { AppError } from '../../platform/errors.ts'
import type { SessionsService } from '../sessions.service.ts'
import { mayModerate, type State } from '../state/state.ts'
import type { PageRecorder } from './page-recorder.ts'
import { fairFileName } from './recording-files.ts'
import { recordingsRepository, type RecordingRow } from './recordings.repository.ts'
import type { RecordingsService } from './recordings.service.ts'

/** A recorder that has not begun by then doesn't any more. */
const BEGINS_WITHIN_MS = 60_000

/** The recorder is a guest of the fair, so that its page is a page like any other. */
const visitorOf = (recordingId: string) => ({ id: recorderOf(recordingId), name: 'Recorder' })

const isSame = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b)

/** Whether it was begun since the session last began to say that it is recorded: one of before is at its end. */
const isWanted = ({ startedAt }: RecordingRow, { recordedSince }: State): boolean =>
  recordedSince !== null && startedAt >= recordedSince

/** Clocks of other machines are not believed beyond what can be. */
const within = (time: Date, from: Date, to: Date): Date =>
  new Date(Math.min(Math.max(time.getTime(), from.getTime()), to.getTime()))

export interface FairRecorderParts {
  db: Database
  recordings: Pick<RecordingsService, 'finish'>
  sessions: Pick<SessionsService, 'stateOf' | 'endRecording' | 'admitRecorder' | 'dismissRecorder'>
  /** Undefined where there is none, and browsers record. */
  pageRecorder: PageRecorder | undefined
  /** Where the recorder reaches the fair. */
  publicUrl: string
  secret: string
  now(): Date
  warn(error: unknown, what: string): void
}

/**
 * Has sessions recorded by the media engine's page recorder: it visits a page that shows the stage, unseen by those who
 * are there. What is told of its recordings is asked for again and again, so that nothing depends on a message that is
 * lost while this process is away.
 */
export const createFairRecorder = (parts: FairRecorderParts) => {
  const { db, sessions, pageRecorder, publicUrl, secret, now, warn } = parts
  const recordings = recordingsRepository(db)

  const ticketOf = (recordingId: string): string =>
    createHmac('sha256', secret).update(`recorder ${recordingId}`).digest('base64url').slice(0, 22)

  const pageOf = (sessionId: string, recordingId: string): string =>
    `${publicUrl}/api/sessions/${sessionId}/recordings/${recordingId}/stage?ticket=${ticketOf(recordingId)}`

  /** Its file is there, or nothing is: the job that looks finds out. */
  const finish = async ({ id, sessionId }: RecordingRow) => {
    await parts.recordings.finish(id)
    await sessions.dismissRecorder(sessionId, visitorOf(id).id)
  }

  const follow = async (row: RecordingRow) => {
    const isLate = now().getTime() - row.startedAt.getTime() > BEGINS_WITHIN_MS
    // Killed while it asked, this process never learned what the recorder calls it.
    if (!row.recorderId || !pageRecorder) return isLate ? finish(row) : undefined
    const going = await pageRecorder.find(row.recorderId)
    if (going?.fault) warn(new Error(going.fault), 'the recorder broke off')
    if (going?.startedAt && row.state === 'starting')
      await recordings.move(row.id, ['starting'], 'recording', {
        startedAt: within(going.startedAt, row.startedAt, now()),
      })
    if (!going || going.state === 'ended') return finish(row)
    const isStuck = going.state === 'starting' && isLate
    if (isStuck || !isWanted(row, await sessions.stateOf(row.sessionId)))
      await pageRecorder.stop(row.recorderId)
  }

  interface Order {
    recordingId: string
    sessionId: string
    principal: Principal
  }
  const order = async (
    recorder: PageRecorder,
    state: State,
    { recordingId, sessionId, principal }: Order,
  ): Promise<{ by: RecordedBy }> => {
    const underWay = await recordings.underWay('fair')
    // The answer to it was lost, or another host was earlier.
    if (underWay.some((row) => row.sessionId === sessionId && isWanted(row, state))) return { by: 'fair' }
    if (await recordings.find(recordingId)) throw new AppError('conflict')
    await recordings.insert({
      id: recordingId,
      sessionId,
      startedBy: principal.id,
      startedAt: now(),
      by: 'fair',
      state: 'starting',
    })
    await sessions.admitRecorder(sessionId, visitorOf(recordingId))
    try {
      const recorderId = await recorder.record(pageOf(sessionId, recordingId), fairFileName(recordingId))
      await recordings.nameAtRecorder(recordingId, recorderId)
      return { by: 'fair' }
    } catch (error) {
      warn(error, 'the recorder did not begin')
      await recordings.remove(recordingId)
      await sessions.dismissRecorder(sessionId, visitorOf(recordingId).id)
      return { by: 'browser' }
    }
  }
  /** By session: two hosts who ask at once are answered by one order. */
  const beginning = new Map<string, Promise<{ by: RecordedBy }>>()

  const followEach = async () => {
    for (const row of await recordings.underWay('fair'))
      await follow(row).catch((error: unknown) => warn(error, 'the recorder was not followed'))
  }
  let following: Promise<void> | undefined

  return {
    /** Begins to record, or says that a browser must. Throws `conflict` unless the session says that it is recorded. */
    async begin(sessionId: string, recordingId: string, principal: Principal): Promise<{ by: RecordedBy }> {
      const state = await sessions.stateOf(sessionId)
      if (!state.recordedSince) throw new AppError('conflict')
      if (!mayModerate(state, principal.id)) throw new AppError('not_allowed')
      if (!pageRecorder) return { by: 'browser' }
      const asked =
        beginning.get(sessionId) ?? order(pageRecorder, state, { recordingId, sessionId, principal })
      beginning.set(sessionId, asked)
      return asked.finally(() => beginning.delete(sessionId))
    },

    /** As whom the recorder visits the page that it records; throws `not_found` without the ticket, and afterwards. */
    async visitor(sessionId: string, recordingId: string, ticket: string) {
      const row = await recordings.find(recordingId)
      if (
        !row ||
        !isBeingMade(row) ||
        row.sessionId !== sessionId ||
        !isSame(Buffer.from(ticket), Buffer.from(ticketOf(recordingId)))
      )
        throw new AppError('not_found')
      return visitorOf(recordingId)
    },

    /**
     * Learns how recordings go; stops those that nobody wants any more, and finishes those that have ended. Once at a
     * time, as the recorder may be slow to answer.
     */
    followAll(): Promise<void> {
      following ??= followEach().finally(() => {
        following = undefined
      })
      return following
    },

    /** Stops one that is to be deleted, and nobody is called recorded any more; nothing where it is not being made. */
    async drop(recordingId: string): Promise<void> {
      const row = await recordings.find(recordingId)
      if (row?.by !== 'fair' || !isBeingMade(row)) return
      await sessions.endRecording(row.sessionId)
      await sessions.dismissRecorder(row.sessionId, visitorOf(recordingId).id)
      if (row.recorderId)
        await pageRecorder
          ?.stop(row.recorderId)
          .catch((error: unknown) => warn(error, 'the recorder was not stopped'))
    },
  }
}

export type FairRecorder = ReturnType<typeof createFairRecorder>
