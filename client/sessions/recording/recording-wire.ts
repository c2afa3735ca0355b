import type { ErrorCode } from '#shared/protocol/errors.ts'
import { RECORDINGS_PATH } from '#shared/protocol/recordings.ts'
import { ApiError, errorFrom } from '../../net/api.ts'
import type { PieceWire } from './piece-sender.ts'

const VERSION = { 'Tus-Resumable': '1.0.0' }

/** What a HEAD, or the tus server itself, answers has no code of ours. */
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'session_expired',
  403: 'not_allowed',
  404: 'not_found',
  409: 'conflict',
  410: 'not_found',
  413: 'too_large',
  423: 'conflict',
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

const send = async (address: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(address, init).catch(() => {
    throw new ApiError('offline')
  })
  if (response.ok) return response
  const code = BY_STATUS[response.status]
  throw code ? new ApiError(code) : errorFrom(await response.json().catch(() => undefined))
}

/** A recording on its way by tus 1.0 (https://tus.io/protocols/resumable-upload), its length deferred. */
export const recordingWire = (metadata: {
  recordingId: string
  sessionId: string
  startedAt: string
}): PieceWire => {
  const address = `${RECORDINGS_PATH}/${metadata.recordingId}`
  return {
    async create() {
      const pairs = Object.entries(metadata).map(([key, value]) => `${key} ${base64(value)}`)
      const headers = { ...VERSION, 'Upload-Defer-Length': '1', 'Upload-Metadata': pairs.join(',') }
      await send(RECORDINGS_PATH, { method: 'POST', headers })
    },
    async offset() {
      const { headers } = await send(address, { method: 'HEAD', headers: VERSION })
      return Number(headers.get('Upload-Offset'))
    },
    async append(offset, bytes, length) {
      const headers = {
        ...VERSION,
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': String(offset),
        ...(length === undefined ? {} : { 'Upload-Length': String(length) }),
      }
      await send(address, { method: 'PATCH', headers, body: bytes })
    },
  }
}
