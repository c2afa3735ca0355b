import { randomUUID } from 'node:crypto'
import { mkdir, readdir, stat, statfs } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import { z } from 'zod'
import { Id } from '#shared/model/ids.ts'
import type { Principal } from '#shared/model/principal.ts'
import { UPLOAD_PATH } from '#shared/protocol/assets.ts'
import { AppError } from '../platform/errors.ts'
import { authorise } from '../platform/http/authorise.ts'
import { tusFailure } from '../platform/http/tus-failure.ts'
import type { Log } from '../platform/log.ts'
import type { Relate } from '../platform/policy.ts'
import { assetsPolicy } from './assets.policy.ts'
import type { AssetsService } from './assets.service.ts'

export interface UploadParts {
  /** Where bytes lie until an upload is complete. */
  folder: string
  maxBytes: number
  assets: AssetsService
  principalOf(headers: IncomingHttpHeaders): Promise<Principal>
  relate: Relate
  companyOfProduct(productId: string): Promise<string | undefined>
  log: Log
}

const Metadata = z.object({
  productId: Id,
  fileName: z
    .string()
    .min(1)
    .max(255)
    .transform((name) => path.basename(name.replaceAll('\\', '/'))),
})

// An upload that nobody went on with, or whose version is long since stored.
const KEEP_MS = 48 * 3600 * 1000
// Room for what others write while a file arrives.
const FREE_MARGIN_BYTES = 256 * 1024 * 1024

/** The resumable upload end (tus 1.0). An upload's id becomes the id of the version it makes. */
export const createUploads = async (parts: UploadParts) => {
  const { folder, maxBytes, assets, relate, companyOfProduct, log } = parts
  await mkdir(folder, { recursive: true })
  const store = new FileStore({ directory: folder, expirationPeriodInMilliseconds: KEEP_MS })

  const permit = async (request: { headers: Headers }, productId: string): Promise<Principal> => {
    const principal = await parts.principalOf({ cookie: request.headers.get('cookie') ?? '' })
    await authorise(relate, assetsPolicy['asset:edit'], 'product', { productId }, principal)
    return principal
  }

  const accept = async (upload: Upload, principal: Principal) => {
    const { productId, fileName } = Metadata.parse(upload.metadata)
    const companyId = await companyOfProduct(productId)
    if (!companyId) throw new AppError('not_found')
    await assets.accept(
      { id: upload.id, productId, companyId, fileName, uploadedBy: principal.id },
      path.join(folder, upload.id),
    )
  }

  const tus = new Server({
    path: UPLOAD_PATH,
    datastore: store,
    maxSize: maxBytes,
    relativeLocation: true,
    namingFunction: () => randomUUID(),
    async onIncomingRequest(request, uploadId) {
      if (!Id.safeParse(uploadId).success) return
      const upload = await store.getUpload(uploadId).catch(() => undefined)
      if (!upload) return
      const principal = await permit(request, Metadata.parse(upload.metadata).productId)
      // All bytes are here, but the acknowledgement may have been lost: the sender asks with HEAD, so finish now.
      if (request.method === 'HEAD' && upload.size === upload.offset && !(await assets.status(uploadId)))
        await accept(upload, principal)
    },
    async onUploadCreate(request, upload) {
      const metadata = Metadata.safeParse(upload.metadata)
      if (!metadata.success) throw tusFailure(new AppError('bad_request'))
      await permit(request, metadata.data.productId)
      const { bavail, bsize } = await statfs(folder)
      if (bavail * bsize < (upload.size ?? maxBytes) + FREE_MARGIN_BYTES)
        throw tusFailure(new AppError('disk_full'))
      return { metadata: metadata.data }
    },
    async onUploadFinish(request, upload) {
      await accept(upload, await permit(request, Metadata.parse(upload.metadata).productId))
      return {}
    },
    onResponseError(_request, error) {
      if (!(error instanceof Error)) return undefined
      const known = tusFailure(error)
      if (known.status_code >= 500) log.error({ err: error }, 'an upload failed')
      return known
    },
  })

  return {
    handle: tus.handle.bind(tus),
    /** Deletes what nobody waits for any more. */
    async sweep(now: Date): Promise<void> {
      for (const name of await readdir(folder)) {
        const info = await stat(path.join(folder, name)).catch(() => undefined)
        if (info && !name.endsWith('.json') && now.getTime() - info.mtimeMs > KEEP_MS)
          await store.remove(name).catch(() => undefined)
      }
    },
  }
}

export type Uploads = Awaited<ReturnType<typeof createUploads>>
