import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { VisitorLanyard } from '#shared/model/principal.ts'

/** A visitor without an account: an id for this browser, the name that they chose, and what they come as. */
export const Guest = z.object({
  id: z.string().startsWith('guest:'),
  name: z.string(),
  comesAs: VisitorLanyard.default('visitor'),
})
export type Guest = z.infer<typeof Guest>

export const GUEST_COOKIE = 'fairloom.guest'

export const newGuest = (): Guest => ({ id: `guest:${randomUUID()}`, name: '', comesAs: 'visitor' })

const sign = (payload: string, secret: string) =>
  createHmac('sha256', secret).update(`guest:${payload}`).digest('base64url')

/** The cookie's value: the guest and a signature, so that nobody can take another guest's id. */
export const sealGuest = ({ id, name, comesAs }: Guest, secret: string): string => {
  const payload = Buffer.from(JSON.stringify({ id, name, comesAs })).toString('base64url')
  return `${payload}.${sign(payload, secret)}`
}

export const openGuest = (value: string, secret: string): Guest | undefined => {
  const [payload, signature] = value.split('.')
  if (!payload || !signature) return undefined
  const expected = Buffer.from(sign(payload, secret))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined
  try {
    return Guest.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
  } catch {
    return undefined
  }
}

/** One cookie of a Cookie header, decoded. */
export const readCookie = (header: string | undefined, name: string): string | undefined => {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) {
      try {
        return decodeURIComponent(part.slice(at + 1).trim())
      } catch {
        return undefined
      }
    }
  }
  return undefined
}
