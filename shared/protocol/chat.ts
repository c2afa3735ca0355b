import { z } from 'zod'
import { Id, Instant } from '../model/ids.ts'
import { Lanyard } from '../model/principal.ts'
import { defineCommand, defineFact, defineRoute } from './define.ts'

export const ChatText = z.string().trim().min(1).max(2000)

/** A message of a stand's chat. `seq` counts 1, 2, 3, … in each room without gaps; a removed one keeps its place. */
export const ChatMessage = z.object({
  id: Id,
  standId: Id,
  seq: z.int().positive(),
  author: z.object({ id: z.string(), name: z.string(), lanyard: Lanyard }),
  /** Null where the stand's staff removed it. */
  text: z.string().nullable(),
  sentAt: Instant,
})
export type ChatMessage = z.infer<typeof ChatMessage>

export const CHAT_PAGE = 200

const standBody = z.object({ standId: Id })
const standParams = z.object({ standId: Id })

export const chatCommands = {
  join: defineCommand({
    name: 'chat:join',
    summary: 'Hear a stand’s chat, and get what followed `afterSeq` (-1: the latest page)',
    body: standBody.extend({ afterSeq: z.int().min(-1) }),
    reply: z.object({
      messages: z.array(ChatMessage),
      lastSeq: z.int(),
      /** Numbers up to `afterSeq` whose message was removed: a caller who was away didn't hear of it. */
      removed: z.array(z.int()),
      mayModerate: z.boolean(),
    }),
    errors: ['not_found', 'door_closed'],
    action: 'chat:read',
    target: 'stand',
    perSecond: 4,
  }),
  leave: defineCommand({
    name: 'chat:leave',
    summary: 'Stop hearing a stand’s chat',
    body: standBody,
    reply: z.object({}),
    errors: [],
    action: 'chat:read',
    target: 'stand',
    perSecond: 4,
  }),
  post: defineCommand({
    name: 'chat:post',
    summary: 'Write a message; acknowledged once it is stored. The same id twice is one message',
    body: standBody.extend({ id: Id, text: ChatText }),
    reply: ChatMessage,
    errors: ['not_found', 'door_closed', 'muted', 'conflict'],
    action: 'chat:write',
    target: 'stand',
    perSecond: 2,
  }),
  type: defineCommand({
    name: 'chat:type',
    summary: 'Tell the others in the chat that I am writing',
    body: standBody,
    reply: z.object({}),
    errors: ['muted'],
    action: 'chat:write',
    target: 'stand',
    perSecond: 1,
  }),
}

export const chatFacts = {
  posted: defineFact({ name: 'chat:posted', summary: 'A message was stored', body: ChatMessage }),
  removed: defineFact({
    name: 'chat:removed',
    summary: 'A message was removed by the stand’s staff',
    body: z.object({ standId: Id, id: Id, seq: z.int() }),
  }),
  typed: defineFact({
    name: 'chat:typed',
    summary: 'Somebody is writing',
    body: z.object({ standId: Id, visitorId: z.string(), name: z.string() }),
  }),
}

export const chatRoutes = {
  listMessages: defineRoute({
    method: 'GET',
    path: '/api/stands/:standId/messages',
    summary: 'Messages that follow `after`, oldest first, at most a page',
    params: standParams,
    query: z.object({ after: z.coerce.number().int().min(-1).default(-1) }),
    reply: z.object({ messages: z.array(ChatMessage), lastSeq: z.int() }),
    errors: ['not_found', 'door_closed'],
    action: 'chat:read',
    target: 'stand',
  }),
  removeMessage: defineRoute({
    method: 'DELETE',
    path: '/api/stands/:standId/messages/:messageId',
    summary: 'Remove a message; its place stays',
    params: standParams.extend({ messageId: Id }),
    reply: z.object({}),
    errors: ['not_found'],
    action: 'chat:moderate',
    target: 'stand',
  }),
  muteVisitor: defineRoute({
    method: 'PUT',
    path: '/api/stands/:standId/mutes/:visitorId',
    summary: 'Keep a visitor from writing at this stand for some minutes; 0 lets them write again',
    params: standParams.extend({ visitorId: z.string().min(1).max(80) }),
    body: z.object({ minutes: z.int().min(0).max(10_080) }),
    reply: z.object({}),
    errors: ['not_found'],
    action: 'chat:moderate',
    target: 'stand',
  }),
}
