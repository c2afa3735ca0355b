import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { SessionLanguage } from '#shared/model/programme.ts'
import type { Principal } from '#shared/model/principal.ts'
import {
  BEING_MADE,
  isBeingMade,
  type CaptionsOrigin,
  type KeepDays,
  type Recording,
  type RecordingState,
} from '#shared/model/recording.ts'
import { captionsFault } from '#shared/model/webvtt.ts'
import { CAPTIONS_BYTES, type Playback } from '#shared/protocol/recordings.ts'
import type { BlobStore } from '../../platform/blob-store.ts'
import type { Database } from '../../platform/database/database.ts'
import { AppError } from '../../platform/errors.ts'
import type { Queue } from '../../platform/queue.ts'
import type { SessionsService } from '../sessions.service.ts'
import { chaptersOf } from '../state/chapters.ts'
import type { LoggedEntry } from '../state/entries.ts'
import { mayModerate } from '../state/state.ts'
import { pollView, questionView } from '../state/views.ts'
import { arrivedFile, recordingOfFairFile, type RecordingFolders } from './recording-files.ts'
import { recordingsRepository, type RecordingRow } from './recordings.repository.ts'

/** Jobs that make one recording seekable: `{ recordingId }`. */
export const RECORDING_QUEUE = 'recording'

/** Nothing came for so long: whoever recorded is gone, and what there is is prepared. */
const SILENT_MS = 60_000
/** The same once recording was stopped, and only its last pieces can still be on their way. */
const SILENT_AFTER_END_MS = 10_000
/** A clock that differs by more than this from the server's is not believed. */
const BELIEVED_MS = 10 * 60_000
const DAY_MS = 24 * 3600_000
/** A browser whose line was away goes on within this. */
const ARRIVED_KEPT_MS = 2 * DAY_MS

const touchedAt = (file: string): Promise<Date | undefined> =>
  stat(file).then(
    ({ mtime }) => mtime,
    () => undefined,
  )

export interface RecordingsParts {
  db: Database
  queue: Queue
  blobs: Pick<BlobStore, 'localPath' | 'remove'>
  folders: RecordingFolders
  sessions: Pick<SessionsService, 'stateOf' | 'logOf' | 'endRecording' | 'viewerOf' | 'publish'>
  now(): Date
}

export interface NewRecording {
  recordingId: string
  sessionId: string
  startedAt: Date
}

export const createRecordingsService = ({ db, queue, blobs, folders, sessions, now }: RecordingsParts) => {
  const recordings = recordingsRepository(db)

  const require = async (sessionId: string, recordingId: string): Promise<RecordingRow> => {
    const row = await recordings.find(recordingId)
    if (row?.sessionId !== sessionId) throw new AppError('not_found')
    return row
  }

  const remove = async (row: RecordingRow) => {
    await recordings.remove(row.id)
    const file = arrivedFile(folders, row)
    if (file) for (const name of [file, `${file}.json`]) await rm(name, { force: true })
    if (row.sha256) await blobs.remove(row.sha256)
  }

  const present = (
    row: RecordingRow,
    captions: SessionLanguage[],
    log: readonly LoggedEntry[],
  ): Recording => {
    const { id, state, by, startedAt, durationMs, bytes, keepDays } = row
    return {
      id,
      state,
      by,
      startedAt: startedAt.toISOString(),
      durationMs,
      bytes,
      keepDays,
      keptUntil: new Date(startedAt.getTime() + keepDays * DAY_MS).toISOString(),
      captions,
      chapters: chaptersOf(log, startedAt, durationMs),
    }
  }

  /** Hosts may watch at any time, others what is published to them; throws for whoever may not. */
  const admit = async (sessionId: string, principal: Principal) => {
    const state = await sessions.stateOf(sessionId)
    const { mayHost } = await sessions.viewerOf(sessionId, principal)
    return { state, mayHost, mayPlay: mayHost || state.phase === 'published' }
  }

  const requirePlayable = async (sessionId: string, recordingId: string, principal: Principal) => {
    const row = await require(sessionId, recordingId)
    if (!(await admit(sessionId, principal)).mayPlay) throw new AppError('not_found')
    return row
  }

  const prepare = (recordingId: string, from: readonly RecordingState[]): Promise<boolean> =>
    db.transaction(async (transaction) => {
      if (!(await recordingsRepository(transaction).move(recordingId, from, 'preparing'))) return false
      await queue.add(transaction, RECORDING_QUEUE, { recordingId })
      return true
    })

  /** Deletes what arrived once it has long been prepared. */
  const tidy = async (file: string, recordingId: string) => {
    const at = await touchedAt(file)
    if (!at || now().getTime() - at.getTime() < ARRIVED_KEPT_MS) return
    const row = await recordings.find(recordingId).catch(() => undefined)
    if (!row || row.state === 'ready') await rm(file, { recursive: true, force: true })
  }

  const service = {
    /** Somebody begins to record; the session says so already, so that everybody knows. */
    async begin({ recordingId, sessionId, startedAt }: NewRecording, principal: Principal): Promise<void> {
      const state = await sessions.stateOf(sessionId)
      if (!mayModerate(state, principal.id)) throw new AppError('not_allowed')
      // Begun already: a second beginning would empty it.
      if (!state.recordedSince || (await recordings.find(recordingId))) throw new AppError('conflict')
      const isBelieved = Math.abs(now().getTime() - startedAt.getTime()) < BELIEVED_MS
      await recordings.insert({
        id: recordingId,
        sessionId,
        startedBy: principal.id,
        startedAt: isBelieved ? startedAt : now(),
      })
    },

    /** Whoever recorded, and nobody else, may add to it and ask how much of it is here. */
    async requireOwn(recordingId: string, principal: Principal): Promise<{ sessionId: string }> {
      const row = await recordings.find(recordingId)
      if (!row) throw new AppError('not_found')
      if (row.startedBy !== principal.id) throw new AppError('not_allowed')
      return row
    },

    /** More of it comes after it was taken for finished: a line was away for long. */
    async goOn(recordingId: string): Promise<void> {
      await recordings.move(recordingId, ['preparing', 'ready', 'failed'], 'recording')
    },

    /**
     * All of it is here: a job makes it seekable, and unless somebody else records, nobody is called recorded any more,
     * also where whoever recorded went away without a word. Again: nothing more.
     */
    async finish(recordingId: string): Promise<void> {
      if (!(await prepare(recordingId, BEING_MADE))) return
      const row = await recordings.find(recordingId)
      const others = row ? await recordings.list(row.sessionId) : []
      if (row && !others.some(isBeingMade)) await sessions.endRecording(row.sessionId)
    },

    /** The disk may have been full the first time. */
    async prepareAgain(sessionId: string, recordingId: string): Promise<void> {
      await require(sessionId, recordingId)
      if (!(await prepare(recordingId, ['failed']))) throw new AppError('conflict')
    },

    /** Finishes what nobody adds to any more, be it since a browser was lost or since this process was. */
    async finishSilent(): Promise<void> {
      const rows = await recordings.underWay('browser')
      const heard = await Promise.all(
        rows.map(({ id, startedAt }) =>
          touchedAt(path.join(folders.browser, id)).then((at) => at ?? startedAt),
        ),
      )
      const states = await Promise.all(rows.map(({ sessionId }) => sessions.stateOf(sessionId)))
      const isSilent = (_: unknown, at: number) =>
        now().getTime() - (heard[at]?.getTime() ?? 0) >=
        (states[at]?.recordedSince ? SILENT_MS : SILENT_AFTER_END_MS)
      for (const { id } of rows.filter(isSilent)) await service.finish(id)
    },

    async playback(sessionId: string, principal: Principal): Promise<Playback> {
      const { state, mayHost, mayPlay } = await admit(sessionId, principal)
      const { phase } = state
      if (!mayPlay) return { phase, mayHost, recordings: [], questions: [], polls: [] }
      const rows = await recordings.list(sessionId)
      const shown = mayHost ? rows : rows.filter((row) => row.state === 'ready')
      const captions = await recordings.captionLanguages(shown.map(({ id }) => id))
      const log = await sessions.logOf(sessionId)
      return {
        phase,
        mayHost,
        recordings: shown.map((row) => {
          const languages = captions.filter(({ recordingId }) => recordingId === row.id)
          return present(
            row,
            languages.map(({ language }) => language),
            log,
          )
        }),
        questions: [...state.questions.values()].filter((one) => one.state !== 'dismissed').map(questionView),
        polls: [...state.polls.values()].filter((one) => one.state !== 'draft').map(pollView),
      }
    },

    publish: sessions.publish,

    /** The file that is played. */
    async file(sessionId: string, recordingId: string, principal: Principal) {
      const { state, by, sha256 } = await requirePlayable(sessionId, recordingId, principal)
      if (state !== 'ready' || !sha256) throw new AppError('not_found')
      return { by, file: blobs.localPath(sha256) }
    },

    async captions(
      sessionId: string,
      recordingId: string,
      language: SessionLanguage,
      principal: Principal,
    ): Promise<string> {
      await requirePlayable(sessionId, recordingId, principal)
      const vtt = await recordings.captions(recordingId, language)
      if (vtt === undefined) throw new AppError('not_found')
      return vtt
    },

    async saveCaptions(
      sessionId: string,
      recordingId: string,
      { language, text, origin }: { language: SessionLanguage; text: string; origin: CaptionsOrigin },
    ): Promise<void> {
      await require(sessionId, recordingId)
      if (Buffer.byteLength(text) > CAPTIONS_BYTES) throw new AppError('too_large')
      const fault = captionsFault(text)
      if (fault) throw new AppError('bad_request', { ...fault })
      const isKept = await recordings.saveCaptions({ recordingId, language, vtt: text, origin })
      if (!isKept) throw new AppError('conflict')
    },

    async removeCaptions(sessionId: string, recordingId: string, language: SessionLanguage): Promise<void> {
      await require(sessionId, recordingId)
      await recordings.removeCaptions(recordingId, language)
    },

    async keep(sessionId: string, recordingId: string, keepDays: KeepDays): Promise<void> {
      await require(sessionId, recordingId)
      await recordings.keep(recordingId, keepDays)
    },

    async remove(sessionId: string, recordingId: string): Promise<void> {
      await remove(await require(sessionId, recordingId))
    },

    /** Deletes what is past its time, and what arrived once it has long been prepared. */
    async sweep(): Promise<void> {
      for (const row of await recordings.past(now())) await remove(row)
      for (const name of await readdir(folders.browser))
        await tidy(path.join(folders.browser, name), path.parse(name).name)
      // It may be the recorder's alone, or not be mounted.
      const made = folders.fair === undefined ? [] : await readdir(folders.fair).catch(() => [])
      for (const name of made) {
        const recordingId = recordingOfFairFile(name)
        if (folders.fair && recordingId) await tidy(path.join(folders.fair, name), recordingId)
      }
    },
  }
  return service
}

export type RecordingsService = ReturnType<typeof createRecordingsService>
