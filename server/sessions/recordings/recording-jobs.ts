import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Blob, BlobStore } from '../../platform/blob-store.ts'
import type { Database } from '../../platform/database/database.ts'
import { newRequestId, withRequestId, type Log } from '../../platform/log.ts'
import type { Queue } from '../../platform/queue.ts'
import { makeSeekable } from './make-seekable.ts'
import { playableLength } from './playable-length.ts'
import { arrivedFile, type RecordingFolders } from './recording-files.ts'
import { recordingsRepository, type RecordingRow } from './recordings.repository.ts'
import { RECORDING_QUEUE } from './recordings.service.ts'

const RecordingJob = z.object({ recordingId: z.string() })

export interface RecordingJobParts {
  database: { db: Database }
  queue: Queue
  blobs: BlobStore
  recordingFolders: RecordingFolders
  log: Log
}

/**
 * Makes recordings seekable, one at a time. What came from a browser stays as it came: more of it may follow. What the
 * fair's recorder made is seekable and whole: it is looked at and moved.
 */
export const workOnRecordings = async (parts: RecordingJobParts): Promise<void> => {
  const { database, queue, blobs, recordingFolders, log } = parts
  const recordings = recordingsRepository(database.db)

  const take = async ({ id, sha256 }: RecordingRow, made: Blob & { durationMs: number }) => {
    const isUsed = await recordings.move(id, ['preparing'], 'ready', made)
    const unused = isUsed ? sha256 : made.sha256
    if (unused && (unused !== made.sha256 || !isUsed)) await blobs.remove(unused)
  }

  const prepare = async (recordingId: string, signal: AbortSignal) => {
    const row = await recordings.find(recordingId)
    // Deleted, gone on with, or done by a run whose acknowledgement was lost.
    if (row?.state !== 'preparing') return
    const arrived = arrivedFile(recordingFolders, row)
    // Beside the blobs, as a long recording may not fit into memory, where /tmp often lies.
    const folder = await mkdtemp(path.join(recordingFolders.browser, 'preparing-'))
    try {
      const out = path.join(folder, 'recording.webm')
      const isWhole = row.by === 'fair'
      const made =
        arrived && (isWhole ? await playableLength(arrived) : await makeSeekable(arrived, out, signal))
      if (!made) return void (await recordings.move(recordingId, ['preparing'], 'failed'))
      const blob = await blobs.putFile(isWhole ? arrived : out)
      await take(row, { ...made, ...blob })
      // Its folder may be the recorder's alone.
      if (isWhole) await rm(arrived).catch((error: unknown) => log.warn({ err: error }, 'a file was left'))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  await queue.work(RECORDING_QUEUE, (data, signal) =>
    withRequestId(newRequestId(), async () => {
      const { recordingId } = RecordingJob.parse(data)
      try {
        await prepare(recordingId, signal)
      } catch (error) {
        log.error({ err: error, recordingId }, 'preparing a recording failed')
        throw error
      }
    }),
  )
  await queue.workDead(RECORDING_QUEUE, async (data) => {
    const { recordingId } = RecordingJob.parse(data)
    log.error({ recordingId }, 'gave a recording up')
    await recordings.move(recordingId, ['preparing'], 'failed')
  })
}
