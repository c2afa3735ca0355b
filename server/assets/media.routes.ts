import type { RequestHandler } from 'express'
import type { Database } from '../platform/database/database.ts'
import type { BlobStore } from '../platform/blob-store.ts'
import { AppError } from '../platform/errors.ts'
import { assetsRepository } from './assets.repository.ts'

const NAME = /^([0-9a-f]{64})\.(glb|webp|jpg)$/
const REMEMBERED = 20_000

/** GET /media/:name — only what the pipeline made is ever served; its name is its hash, so it is cached for good. */
export const mediaHandler = (db: Database, blobs: BlobStore): RequestHandler => {
  const assets = assetsRepository(db)
  const known = new Map<string, string>()

  const mediaTypeOf = async (sha256: string) => {
    const remembered = known.get(sha256)
    if (remembered) return remembered
    const mediaType = await assets.servedAs(sha256)
    if (mediaType) {
      if (known.size >= REMEMBERED) known.clear()
      known.set(sha256, mediaType)
    }
    return mediaType
  }

  return async (request, response) => {
    const sha256 = NAME.exec(String(request.params['name']))?.[1]
    const mediaType = sha256 && (await mediaTypeOf(sha256))
    if (!sha256 || !mediaType) throw new AppError('not_found')
    response.sendFile(blobs.localPath(sha256), {
      // The path is ours; the data folder may well lie below a hidden one.
      dotfiles: 'allow',
      immutable: true,
      maxAge: '1y',
      headers: {
        'Content-Type': mediaType,
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "sandbox; default-src 'none'",
      },
    })
  }
}
