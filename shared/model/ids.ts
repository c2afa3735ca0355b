import { z } from 'zod'

/** Identifier of every stored thing: a UUID. Ids of messages and enquiries are made by the client (see docs/PROTOCOL.md). */
export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** Readable part of an address, unique among its kind: `namangan-twill`. */
export const Slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
export type Slug = z.infer<typeof Slug>

/** Moment in time as ISO 8601 in UTC. */
export const Instant = z.iso.datetime()
