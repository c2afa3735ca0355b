import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { BlobStore } from '../../platform/blob-store.ts'
import type { Database } from '../../platform/database/database.ts'
import { newRequestId, withRequestId, type Log } from '../../platform/log.ts'
import type { Queue } from '../../platform/queue.ts'
import { makeSeekable } from './make-seekable.ts'
import { recordingsRepository } from './recordings.repository.ts'
import { RECORDING_QUEUE } from './recordings.service.ts'

const RecordingJob = z.object({ recordingId: z.string() })

export interface RecordingJobParts {
  database: { db: Database }
  queue: Queue
  blobs: BlobStore
  recordingsDir: string
  log: Log
}

/** Makes recordings seekable, one at a time. What has come stays as it came: more of it may follow. */
export const workOnRecordings = async (parts: RecordingJobParts): Promise<void> => {
  const { database, queue, blobs, recordingsDir, log } = parts
  const recordings = recordingsRepository(database.db)

  const prepare = async (recordingId: string, signal: AbortSignal) => {
    const row = await recordings.find(recordingId)
    // Deleted, gone on with, or done by a run whose acknowledgement was lost.
    if (row?.state !== 'preparing') return
    // Beside the blobs, as a long recording may not fit into memory, where /tmp often lies.
    const folder = await mkdtemp(path.join(recordingsDir, 'preparing-'))
    try {
      const out = path.join(folder, 'recording.webm')
      const made = await makeSeekable(path.join(recordingsDir, recordingId), out, signal)
      if (!made) return void (await recordings.move(recordingId, ['preparing'], 'failed'))
      const blob = await blobs.putFile(out)
      const isUsed = await recordings.move(recordingId, ['preparing'], 'ready', { ...made, ...blob })
      const unused = isUsed ? row.sha256 : blob.sha256
      if (unused && (unused !== blob.sha256 || !isUsed)) await blobs.remove(unused)
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
