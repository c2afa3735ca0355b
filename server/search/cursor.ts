import { z } from 'zod'
import { AppError } from '../platform/errors.ts'

/** The last row of a page: what it was sorted by, as text, and its id, which parts rows that sort alike. */
export const Cursor = z.object({ sort: z.string(), key: z.string(), id: z.uuid() })
export type Cursor = z.infer<typeof Cursor>

export const sealCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** Throws `bad_request` unless it was made for a list in this order. */
export const openCursor = (text: string, sort: string): Cursor => {
  try {
    const cursor = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    if (cursor.sort === sort) return cursor
  } catch {
    // Falls through: whatever it was, no page of ours named it.
  }
  throw new AppError('bad_request', { fields: [{ path: 'query.after', message: 'unknown page' }] })
}
