import express, { type RequestHandler } from 'express'
import type { LivekitEngine } from './livekit-engine.ts'

/** Where an engine posts what happens, signed with the key that both know. */
export const MEDIA_EVENTS_PATH = '/api/media-events'

/** Takes events of the media engine; what is not signed by it is refused. */
export const mediaEventsHandler = ({ takeWebhook }: LivekitEngine): RequestHandler[] => [
  express.text({ type: 'application/webhook+json', limit: '256kb' }),
  (request, response) => {
    takeWebhook(String(request.body), request.headers.authorization).then(
      () => response.sendStatus(204),
      () => response.sendStatus(401),
    )
  },
]
