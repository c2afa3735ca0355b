import { randomUUID } from 'node:crypto'
import { recordingRoutes, RECORDINGS_PATH } from '#shared/protocol/recordings.ts'
import type { TestApp } from './test-app.ts'

const VERSION = { 'Tus-Resumable': '1.0.0' }

/** Sends a recording piece by piece, as a host's browser does; each answers the status. */
export const sendRecording = (
  app: TestApp,
  cookie: string,
  sessionId: string,
  recordingId = randomUUID(),
) => {
  const address = `${app.url}${RECORDINGS_PATH}/${recordingId}`
  const metadata = Object.entries({ recordingId, sessionId, startedAt: new Date().toISOString() })
  const ask = (to: string, method: string, headers: Record<string, string>, body?: Uint8Array<ArrayBuffer>) =>
    fetch(to, { method, headers: { cookie, ...VERSION, ...headers }, ...(body && { body }) })
  return {
    recordingId,
    begin: async () => {
      const { status } = await ask(`${app.url}${RECORDINGS_PATH}`, 'POST', {
        'Upload-Defer-Length': '1',
        'Upload-Metadata': metadata
          .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
          .join(','),
      })
      return status
    },
    append: async (offset: number, bytes: Uint8Array<ArrayBuffer>, length?: number) => {
      const { status } = await ask(
        address,
        'PATCH',
        {
          'Content-Type': 'application/offset+octet-stream',
          'Upload-Offset': String(offset),
          ...(length !== undefined && { 'Upload-Length': String(length) }),
        },
        bytes,
      )
      return status
    },
    offset: async () => Number((await ask(address, 'HEAD', {})).headers.get('Upload-Offset')),
  }
}

/** What somebody sees of a session after its end. */
export const playbackOf = (app: TestApp, cookie: string, sessionId: string) =>
  app.call(cookie)(recordingRoutes.getPlayback, { params: { sessionId } })

/** A range of a recording, as a player asks for it. */
export const playRange = (
  app: TestApp,
  cookie: string,
  sessionId: string,
  recordingId: string,
  range = 'bytes=0-99',
) =>
  fetch(`${app.url}/api/sessions/${sessionId}/recordings/${recordingId}/media`, {
    headers: { cookie, range },
  })
