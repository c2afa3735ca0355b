import { defaultOptions, DetailedError, Upload } from 'tus-js-client'
import { z } from 'zod'
import { create } from 'zustand'
import { UPLOAD_PATH } from '#shared/protocol/assets.ts'
import { ERROR_CODES } from '#shared/protocol/errors.ts'
import { ApiError } from './api.ts'
import { dropPendingFile, keepPendingFile, pendingFile } from './pending-files.ts'
import { assetsQuery } from './goods-queries.ts'
import { queryClient } from './queries.ts'

/** A model on its way to the server. `waiting`: the line is lost and it goes on by itself. */
export type ModelUpload = { fileName: string; sentBytes: number; totalBytes: number } & (
  { state: 'sending' } | { state: 'waiting' } | { state: 'failed'; error: ApiError }
)

interface Uploads {
  byProduct: Readonly<Record<string, ModelUpload>>
}

/** Uploads of this window by product; they go on while one looks at other pages. */
export const useUploads = create<Uploads>(() => ({ byProduct: {} }))

const running = new Map<string, Upload>()

const note = (productId: string, change: ModelUpload | undefined) =>
  useUploads.setState(({ byProduct }) => {
    const { [productId]: _, ...others } = byProduct
    return { byProduct: change ? { ...others, [productId]: change } : others }
  })

const Refusal = z.object({ error: z.object({ code: z.enum(ERROR_CODES) }) })

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The reason in the server's answer; `offline` where there was none. */
const apiErrorOf = (error: Error): ApiError => {
  const response = error instanceof DetailedError ? error.originalResponse : undefined
  if (!response) return new ApiError('offline')
  const parsed = Refusal.safeParse(parseJson(response.getBody()))
  if (parsed.success) return new ApiError(parsed.data.error.code)
  return new ApiError(response.getStatus() === 413 ? 'too_large' : 'internal')
}

// About half an hour of trying, at first soon and then every 15 s.
const RETRY_DELAYS_MS = [300, 1000, 2000, 4000, 8000, ...Array.from({ length: 120 }, () => 15_000)]

const isWorthRetrying = (error: DetailedError): boolean => {
  const status = error.originalResponse?.getStatus()
  // 409 and 423: our own earlier request is still being written. 507: the disk is full, and stays so.
  return (
    status === undefined ||
    status === 0 ||
    status === 409 ||
    status === 423 ||
    (status >= 500 && status !== 507)
  )
}

const fingerprintOf = (productId: string, file: File) =>
  ['fairloom', productId, file.name, file.size, file.lastModified].join('|')

/**
 * Sends a model for a product, resumably: a lost line is waited for, and the same file chosen again after a reload goes
 * on from where it stopped. Progress and failure are in `useUploads`.
 */
export const uploadModel = async (productId: string, file: File): Promise<void> => {
  if (running.has(productId)) return
  const base = { fileName: file.name, totalBytes: file.size }
  let sentBytes = 0
  const upload = new Upload(file, {
    endpoint: UPLOAD_PATH,
    metadata: { productId, fileName: file.name },
    fingerprint: async () => fingerprintOf(productId, file),
    retryDelays: RETRY_DELAYS_MS,
    removeFingerprintOnSuccess: true,
    onProgress(sent) {
      sentBytes = sent
      note(productId, { ...base, sentBytes, state: 'sending' })
    },
    onShouldRetry(error) {
      const again = isWorthRetrying(error)
      if (again) note(productId, { ...base, sentBytes, state: 'waiting' })
      return again
    },
    onError(error) {
      running.delete(productId)
      void dropPendingFile(productId)
      note(productId, { ...base, sentBytes, state: 'failed', error: apiErrorOf(error) })
    },
    onSuccess() {
      running.delete(productId)
      void dropPendingFile(productId)
      void queryClient
        .invalidateQueries({ queryKey: assetsQuery(productId).queryKey })
        .then(() => note(productId, undefined))
    },
  })
  running.set(productId, upload)
  note(productId, { ...base, sentBytes, state: 'sending' })
  void keepPendingFile(productId, file)
  const [previous] = await upload.findPreviousUploads()
  if (previous) upload.resumeFromPreviousUpload(previous)
  upload.start()
}

/** Stops an upload and deletes what has arrived of it. */
export const cancelUpload = async (productId: string): Promise<void> => {
  const upload = running.get(productId)
  running.delete(productId)
  note(productId, undefined)
  await dropPendingFile(productId)
  await upload?.abort(true).catch(() => undefined)
}

/** Forgets a failed upload. */
export const dismissUpload = (productId: string): void => note(productId, undefined)

/** Goes on with what a reload interrupted, if this browser still has the file. */
export const resumeInterrupted = async (productId: string): Promise<void> => {
  if (running.has(productId)) return
  const file = await pendingFile(productId)
  if (file) await uploadModel(productId, file)
}

/** The name of a file whose upload stopped and that has to be chosen again to go on; undefined if there is none. */
export const interruptedFileName = async (productId: string): Promise<string | undefined> => {
  const stored = (await defaultOptions.urlStorage?.findAllUploads()) ?? []
  return stored.find(({ metadata }) => metadata['productId'] === productId)?.metadata['fileName']
}
