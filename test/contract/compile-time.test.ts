import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Socket } from 'socket.io'
import type { z } from 'zod'
import type { CommandHandlers } from '#server/platform/realtime/register-commands.ts'
import type { RouteHandlers } from '#server/platform/http/register-routes.ts'
import { emitFact } from '#server/platform/realtime/emit-fact.ts'
import { visitors, type Rule } from '#server/platform/policy.ts'
import type { ActionOf, RouteCall } from '#shared/protocol/define.ts'
import type { chatCommands, chatRoutes } from '#shared/protocol/chat.ts'
import { chatFacts, type ChatMessage } from '#shared/protocol/chat.ts'
import type { routes } from '#shared/protocol/index.ts'
import type { RouteSamples } from './samples.ts'

declare const message: ChatMessage
declare const socket: Socket

// Nothing here runs: `tsc` fails where one of the marked lines does compile.
const refusedByTheCompiler = () => {
  const read = async () => ({ messages: [message], lastSeq: 1 })
  const nothing = async () => ({})

  // @ts-expect-error a row without a handler
  const missing: RouteHandlers<typeof chatRoutes> = { listMessages: read, removeMessage: nothing }
  const extra: RouteHandlers<typeof chatRoutes> = {
    listMessages: read,
    removeMessage: nothing,
    muteVisitor: nothing,
    // @ts-expect-error a handler without a row
    burnMessage: nothing,
  }
  const wrongReply: RouteHandlers<typeof chatRoutes> = {
    // @ts-expect-error a reply of another shape
    listMessages: async () => ({ messages: 'none', lastSeq: 1 }),
    removeMessage: nothing,
    muteVisitor: nothing,
  }
  const wrongCommand: CommandHandlers<typeof chatCommands> = {
    join: async () => ({ messages: [], lastSeq: 0, removed: [], mayModerate: false }),
    leave: nothing,
    // @ts-expect-error an acknowledgement of another shape
    post: nothing,
    type: nothing,
  }
  // @ts-expect-error an event that no row names
  emitFact(socket, chatFacts.shouted, message)
  // @ts-expect-error a fact with the body of another
  emitFact(socket, chatFacts.removed, { standId: 'a' })
  // @ts-expect-error an action without a policy
  const policy: Record<ActionOf<typeof chatRoutes>, Rule> = { 'chat:read': visitors }
  // @ts-expect-error a row without a sample in the matrix
  const samples: RouteSamples = { getMe: () => ({}) }
  // @ts-expect-error a call without its parameters
  const call: RouteCall<(typeof routes)['getStand']> = {}
  return [missing, extra, wrongReply, wrongCommand, policy, samples, call]
}

describe('contracts at compile time', () => {
  it('refuses missing and surplus handlers, wrong replies, unknown events and missing policies', () => {
    // `npm run check` is what fails; this keeps the function above in use.
    expect(refusedByTheCompiler).toBeTypeOf('function')
  })
  it('gives callers what the row says', () => {
    expectTypeOf<z.output<typeof chatCommands.post.reply>>().toEqualTypeOf<ChatMessage>()
    expectTypeOf<RouteCall<(typeof routes)['getStand']>>().toExtend<{ params: { standId: string } }>()
  })
})
