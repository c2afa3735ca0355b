import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { WebhookEvent } from '@livekit/protocol'
import { AccessToken } from 'livekit-server-sdk'
import type { Keys } from './keys.ts'

const MOST_WAITING = 5000
const FIRST_AGAIN_MS = 200
const LAST_AGAIN_MS = 2000
const GIVE_UP_ON_CALL_MS = 5000

/**
 * Tells the fair what happens, in order, each event signed. Where the fair is away, events wait for it; the oldest are
 * left where they become too many, for the fair asks who is there when it comes back.
 */
export const createWebhooks = ({ key, secret }: Keys, url: string) => {
  const waiting: WebhookEvent[] = []
  const stop = new AbortController()
  let busy: Promise<void> | undefined

  const post = async (body: string): Promise<boolean> => {
    const token = new AccessToken(key, secret, { ttl: 60 })
    token.sha256 = createHash('sha256').update(body).digest('base64')
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/webhook+json', authorization: await token.toJwt() },
        body,
        signal: AbortSignal.any([stop.signal, AbortSignal.timeout(GIVE_UP_ON_CALL_MS)]),
      })
      await response.arrayBuffer()
      return response.ok
    } catch {
      return false
    }
  }

  const deliver = async (event: WebhookEvent) => {
    const body = event.toJsonString()
    for (let pause = FIRST_AGAIN_MS; !stop.signal.aborted; pause = Math.min(LAST_AGAIN_MS, pause * 2)) {
      if (await post(body)) return
      await wait(pause, undefined, { ref: false })
    }
  }

  const work = async () => {
    for (let event = waiting.shift(); event; event = waiting.shift()) await deliver(event)
    busy = undefined
  }

  return {
    tell(event: WebhookEvent): void {
      if (stop.signal.aborted) return
      if (waiting.length >= MOST_WAITING) waiting.shift()
      waiting.push(event)
      busy ??= work()
    },
    /** Waits until all is told. */
    async settled(): Promise<void> {
      await busy
    },
    close: () => stop.abort(),
  }
}
