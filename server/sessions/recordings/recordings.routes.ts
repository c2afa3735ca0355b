import type { Response } from 'express'
import type { recordingRoutes } from '#shared/protocol/recordings.ts'
import type { RouteHandlers } from '../../platform/http/register-routes.ts'
import type { RecordingsService } from './recordings.service.ts'

/** Nothing but what was recorded: as a page of its own it could do nothing. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  // Who may see it can change.
  'Cache-Control': 'private, no-cache',
}

/** Sends a file, or the part of it that was asked for. */
const sendFile = (response: Response, file: string, type: string) =>
  new Promise<null>((resolve, reject) => {
    const headers = { ...HEADERS, 'Content-Type': type }
    response.sendFile(file, { dotfiles: 'allow', cacheControl: false, headers }, (error?: Error) => {
      // Who has seen enough ends the request.
      if (error && !response.headersSent && !response.destroyed) reject(error)
      else resolve(null)
    })
  })

export const recordingHandlers = (recordings: RecordingsService): RouteHandlers<typeof recordingRoutes> => ({
  getPlayback: ({ principal }, { params }) => recordings.playback(params.sessionId, principal),
  async publishSession({ principal }, { params, body }) {
    await recordings.publish(params.sessionId, body.on, principal)
    return {}
  },
  playRecording: async ({ principal, response }, { params: { sessionId, recordingId } }) =>
    sendFile(response, await recordings.file(sessionId, recordingId, principal), 'video/webm'),
  async keepRecording(_context, { params: { sessionId, recordingId }, body }) {
    await recordings.keep(sessionId, recordingId, body.keepDays)
    return {}
  },
  async prepareRecording(_context, { params: { sessionId, recordingId } }) {
    await recordings.prepareAgain(sessionId, recordingId)
    return {}
  },
  async removeRecording(_context, { params: { sessionId, recordingId } }) {
    await recordings.remove(sessionId, recordingId)
    return {}
  },
  async readCaptions({ principal, response }, { params: { sessionId, recordingId, language } }) {
    const vtt = await recordings.captions(sessionId, recordingId, language, principal)
    response.set(HEADERS).type('text/vtt').send(vtt)
    return null
  },
  async saveCaptions(_context, { params: { sessionId, recordingId, language }, body }) {
    await recordings.saveCaptions(sessionId, recordingId, { language, ...body })
    return {}
  },
  async removeCaptions(_context, { params: { sessionId, recordingId, language } }) {
    await recordings.removeCaptions(sessionId, recordingId, language)
    return {}
  },
})
