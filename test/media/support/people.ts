import { randomUUID } from 'node:crypto'
import type { Browser } from '@playwright/test'
import type { MediaGrant } from '#shared/model/media.ts'
import type { MediaEngine } from '../../../server/live/media/media-engine.ts'
import type { RoomConnectOptions, RoomOptions as AllRoomOptions } from 'livekit-client'
import { openClient, type AnyClient, type Client } from './client-page.ts'
import { EVERYTHING } from './grants.ts'

type RoomOptions = Partial<AllRoomOptions>

const WITHIN_MS = 20_000
const LOOK_EVERY_MS = 40

/** Waits until something is so; fails with what was seen last. */
export const until = async <T>(
  look: () => Promise<T>,
  isSo: (seen: T) => boolean,
  what: string,
  withinMs = WITHIN_MS,
): Promise<T> => {
  const end = Date.now() + withinMs
  for (;;) {
    const seen = await look()
    if (isSo(seen)) return seen
    if (Date.now() > end)
      throw new Error(`not seen: ${what}; last: ${(JSON.stringify(seen) ?? 'nothing').slice(0, 1500)}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** People of one room, each in a browser context of their own. */
export const createPeople = (browser: Browser, pageUrl: string, engine: MediaEngine) => {
  const room = `room-${randomUUID()}`
  const open: Client[] = []
  const tokenFor = (identity: string, grant: Partial<MediaGrant> = {}) =>
    engine.mintJoin({ room, identity, name: identity, grant: { ...EVERYTHING, ...grant } })
  const visit = async () => {
    const client = await openClient(browser, pageUrl)
    open.push(client)
    return client
  }
  return {
    room,
    tokenFor,
    visit,
    /** Somebody who has joined. */
    async join(
      identity: string,
      grant: Partial<MediaGrant> = {},
      options: RoomOptions = {},
      connect: RoomConnectOptions = {},
    ): Promise<Client> {
      const client = await visit()
      await client.call('join', engine.url, await tokenFor(identity, grant), options, connect)
      return client
    },
    async close(): Promise<void> {
      await Promise.all(open.map((client) => client.close()))
    },
  }
}

/** Waits until one decodes another's picture, and it moves on. */
export const seesPicture = async (
  viewer: AnyClient,
  identity: string,
  source: 'camera' | 'screen' = 'camera',
) => {
  const first = await until(
    () => viewer.call('report', identity, source),
    (report) => (report?.['framesDecoded'] ?? 0) > 3,
    `a picture of ${identity}`,
  )
  const before = first?.['framesDecoded'] ?? 0
  return until(
    () => viewer.call('report', identity, source),
    (report) => (report?.['framesDecoded'] ?? 0) > before + 5,
    `a picture of ${identity} that moves`,
  )
}

/** Waits until one hears another. */
export const hears = (listener: AnyClient, identity: string) =>
  until(
    () => listener.call('report', identity, 'microphone'),
    (report) => (report?.['totalAudioEnergy'] ?? 0) > 0,
    `sound of ${identity}`,
  )
