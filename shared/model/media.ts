import { z } from 'zod'

/** What somebody may do in a media room. Each is named: nothing is allowed by silence. */
export const MediaGrant = z.object({
  /** Receive what others publish. */
  receive: z.boolean(),
  microphone: z.boolean(),
  camera: z.boolean(),
  /** The screen, with its sound. */
  screen: z.boolean(),
  /** Send data to others in the room. */
  data: z.boolean(),
  /** Be there without being shown to others. */
  hidden: z.boolean(),
})
export type MediaGrant = z.infer<typeof MediaGrant>

/** What a browser joins with. */
export const MediaJoin = z.object({
  /** WebSocket address of the engine. */
  url: z.string(),
  token: z.string(),
  /** Relays for those whose line lets no media through. */
  iceServers: z.array(z.object({ urls: z.array(z.string()), username: z.string(), credential: z.string() })),
})
export type MediaJoin = z.infer<typeof MediaJoin>
