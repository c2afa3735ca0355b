import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Socket } from 'socket.io'
import type { z } from 'zod'
import type { Ack, ActionOf, CommandBody, CommandSpec } from '#shared/protocol/define.ts'
import type { Principal } from '#shared/model/principal.ts'
import { AppError, toAppError } from '../errors.ts'
import { authorise } from '../http/authorise.ts'
import { currentRequestId, newRequestId, withRequestId, type Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Relate, Rule } from '../policy.ts'

export interface SocketContext {
  socket: Socket
  principal: Principal
}

export type CommandHandlers<G extends Record<string, CommandSpec>> = {
  [K in keyof G]: (
    context: SocketContext,
    body: CommandBody<G[K]>,
  ) => Promise<z.input<G[K]['reply']>> | z.input<G[K]['reply']>
}

export interface RealtimeParts {
  /** Read at each command, so that a lowered role counts at once. */
  principalOf(socket: Socket): Principal
  relate: Relate
  metrics: Metrics
  log: Log
  rateLimits: boolean
}

const BURST_SECONDS = 3

const limiters = (group: Record<string, CommandSpec>, enabled: boolean) =>
  new Map(
    Object.entries(group).map(([key, { perSecond }]) => [
      key,
      enabled
        ? new RateLimiterMemory({ points: perSecond * BURST_SECONDS, duration: BURST_SECONDS })
        : undefined,
    ]),
  )

/**
 * Prepares a group of commands and returns what registers it on each new socket:
 * parse → authorise → rate-limit → call → acknowledge.
 */
export const commandRegistrar = <G extends Record<string, CommandSpec>>(
  group: G,
  policy: Record<ActionOf<G>, Rule>,
  handlers: CommandHandlers<G>,
  parts: RealtimeParts,
): ((socket: Socket) => void) => {
  const rules: Record<string, Rule> = policy
  const limits = limiters(group, parts.rateLimits)

  const handle = async (key: keyof G & string, socket: Socket, raw: unknown): Promise<unknown> => {
    const command = group[key]
    const rule = command && rules[command.action]
    if (!command || !rule) throw new Error(`command ${key} has no policy`)
    const parsed = command.body.safeParse(raw)
    if (!parsed.success)
      throw new AppError('bad_request', { fields: parsed.error.issues.map(({ path }) => path) })
    const principal = parts.principalOf(socket)
    await authorise(parts.relate, rule, command.target, parsed.data, principal)
    await limits
      .get(key)
      ?.consume(socket.id)
      .catch(() => {
        throw new AppError('too_many_requests')
      })
    // Just parsed by this command's own schema; TypeScript can't follow it through the group.
    return command.reply.parse(
      await handlers[key]({ socket, principal }, parsed.data as CommandBody<G[typeof key]>),
    )
  }

  return (socket) => {
    for (const [key, { name }] of Object.entries(group)) {
      socket.on(name, (raw: unknown, acknowledge: unknown) =>
        withRequestId(newRequestId(), async () => {
          const stop = parts.metrics.commandSeconds.startTimer({ command: name })
          const answer = (ack: Ack<unknown>) => {
            if (typeof acknowledge === 'function') acknowledge(ack)
            stop({ outcome: ack.ok ? 'ok' : ack.error.code })
          }
          try {
            answer({ ok: true, value: await handle(key, socket, raw) })
          } catch (error) {
            const known = toAppError(error)
            if (known.code === 'internal') parts.log.error({ err: error, command: name }, 'a command failed')
            answer({ ok: false, error: { code: known.code, requestId: currentRequestId() } })
          }
        }),
      )
    }
  }
}
