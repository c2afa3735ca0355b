import type { Response } from 'express'
import { RECORDING_FILES } from '#shared/model/recording.ts'
import type { VisitorLanyard } from '#shared/model/principal.ts'
import type { recordingRoutes } from '#shared/protocol/recordings.ts'
import type { RouteHandlers } from '../../platform/http/register-routes.ts'
import type { FairRecorder } from './fair-recorder.ts'
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

export interface RecordingHandlerParts {
  recordings: RecordingsService
  fairRecorder: FairRecorder
  /** A Set-Cookie value that makes a browser this guest. */
  guestCookie(guest: { id: string; name: string; comesAs: VisitorLanyard }): string
}

export const recordingHandlers = ({
  recordings,
  fairRecorder,
  guestCookie,
}: RecordingHandlerParts): RouteHandlers<typeof recordingRoutes> => ({
  beginRecording: ({ principal }, { params, body }) =>
    fairRecorder.begin(params.sessionId, body.recordingId, principal),
  async visitStage({ response }, { params: { sessionId, recordingId }, query }) {
    const visitor = await fairRecorder.visitor(sessionId, recordingId, query.ticket)
    response.appendHeader('Set-Cookie', guestCookie({ ...visitor, comesAs: 'visitor' }))
    response.redirect(`/sessions/${sessionId}/stage`)
    return null
  },
  getPlayback: ({ principal }, { params }) => recordings.playback(params.sessionId, principal),
  async publishSession({ principal }, { params, body }) {
    await recordings.publish(params.sessionId, body.on, principal)
    return {}
  },
  async playRecording({ principal, response }, { params: { sessionId, recordingId } }) {
    const { file, by } = await recordings.file(sessionId, recordingId, principal)
    return sendFile(response, file, RECORDING_FILES[by].type)
  },
  async keepRecording(_context, { params: { sessionId, recordingId }, body }) {
    await recordings.keep(sessionId, recordingId, body.keepDays)
    return {}
  },
  async prepareRecording(_context, { params: { sessionId, recordingId } }) {
    await recordings.prepareAgain(sessionId, recordingId)
    return {}
  },
  async removeRecording(_context, { params: { sessionId, recordingId } }) {
    await fairRecorder.drop(recordingId)
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
