import { mkdir, open, statfs } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { z } from 'zod'
import { Id, Instant } from '#shared/model/ids.ts'
import type { Principal } from '#shared/model/principal.ts'
import { RECORDINGS_PATH } from '#shared/protocol/recordings.ts'
import { AppError } from '../../platform/errors.ts'
import { authorise } from '../../platform/http/authorise.ts'
import { tusFailure } from '../../platform/http/tus-failure.ts'
import type { Log } from '../../platform/log.ts'
import type { Relate } from '../../platform/policy.ts'
import { recordingsPolicy } from './recordings.policy.ts'
import type { RecordingsService } from './recordings.service.ts'

const Metadata = z.object({ recordingId: Id, sessionId: Id, startedAt: Instant })

/** Eight hours at what our own pages send. */
const MOST_BYTES = 10 * 1024 ** 3
/** Room that is left to others; the fair goes on when a recording can't. */
const FREE_MARGIN_BYTES = 512 * 1024 * 1024

/** A piece that is acknowledged is on the disk, also when the power fails. */
class FlushingStore extends FileStore {
  override async write(...args: Parameters<FileStore['write']>): Promise<number> {
    const offset = await super.write(...args)
    const file = await open(path.join(this.directory, args[1]), 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    return offset
  }
}

export interface RecordingUploadParts {
  folder: string
  recordings: RecordingsService
  principalOf(headers: IncomingHttpHeaders): Promise<Principal>
  relate: Relate
  log: Log
}

/** Where recordings arrive piece by piece (tus 1.0, of a length that is told at the end). */
export const createRecordingUploads = async (parts: RecordingUploadParts) => {
  const { folder, recordings, relate, log } = parts
  await mkdir(folder, { recursive: true })
  const store = new FlushingStore({ directory: folder })

  const principalOf = (request: { headers: Headers }): Promise<Principal> =>
    parts.principalOf({ cookie: request.headers.get('cookie') ?? '' })

  const permit = ({ sessionId }: { sessionId: string }, principal: Principal) =>
    authorise(relate, recordingsPolicy['recording:edit'], 'session', { sessionId }, principal)

  const requireRoom = async () => {
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < FREE_MARGIN_BYTES) throw new AppError('disk_full')
  }

  const tus = new Server({
    path: RECORDINGS_PATH,
    datastore: store,
    maxSize: MOST_BYTES,
    relativeLocation: true,
    namingFunction: (_request, metadata) => Metadata.parse(metadata).recordingId,
    async onIncomingRequest(request, recordingId) {
      if (request.method === 'POST') return
      const principal = await principalOf(request)
      await permit(await recordings.requireOwn(recordingId, principal), principal)
      const { size, offset } = await store.getUpload(recordingId)
      // Its sender was not told that all of it is here, and asks.
      if (size === offset) return recordings.finish(recordingId)
      if (request.method !== 'PATCH') return
      await requireRoom()
      await recordings.goOn(recordingId)
    },
    async onUploadCreate(request, upload) {
      const { startedAt, ...ids } = Metadata.parse(upload.metadata)
      const principal = await principalOf(request)
      await permit(ids, principal)
      await requireRoom()
      await recordings.begin({ ...ids, startedAt: new Date(startedAt) }, principal)
      return { metadata: { ...ids, startedAt } }
    },
    async onUploadFinish(_request, upload) {
      await recordings.finish(upload.id)
      return {}
    },
    onResponseError(_request, error) {
      if (!(error instanceof Error)) return undefined
      const known = tusFailure(error instanceof z.ZodError ? new AppError('bad_request') : error)
      if (known.status_code >= 500) log.error({ err: error }, 'a piece of a recording was not taken')
      return known
    },
  })
  return { handle: tus.handle.bind(tus) }
}

export type RecordingUploads = Awaited<ReturnType<typeof createRecordingUploads>>
