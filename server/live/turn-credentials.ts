import { createHmac } from 'node:crypto'

/** Long enough for a day's conversation to be renewed, too short to be passed around. */
const LASTS_S = 2 * 3600

/** What coturn's `use-auth-secret` accepts: the name says until when, the password proves that we said so. */
export const turnCredentials = (secret: string, personId: string, nowMs: number) => {
  const username = `${Math.floor(nowMs / 1000) + LASTS_S}:${personId}`
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') }
}
