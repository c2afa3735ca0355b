import type { Request, Response, Router } from 'express'
import type { z } from 'zod'
import type { ActionOf, RouteInput, RouteSpec } from '#shared/protocol/define.ts'
import type { Principal } from '#shared/model/principal.ts'
import { AppError } from '../errors.ts'
import type { Metrics } from '../metrics.ts'
import type { Relate, Rule } from '../policy.ts'
import { authorise } from './authorise.ts'
import type { Limiter } from './limiter.ts'

export interface CallContext {
  principal: Principal
  request: Request
  response: Response
}

export type RouteHandlers<G extends Record<string, RouteSpec>> = {
  [K in keyof G]: (context: CallContext, input: RouteInput<G[K]>) => Promise<z.input<G[K]['reply']>>
}

export interface HttpParts {
  principalOf(request: Request): Promise<Principal>
  relate: Relate
  limiter: Limiter
  metrics: Metrics
}

const parse = (schema: z.ZodType | undefined, value: unknown, where: string): unknown => {
  if (!schema) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path, message }) => ({
    path: [where, ...path].join('.'),
    message,
  }))
  throw new AppError('bad_request', { fields })
}

const idsOf = (...sources: unknown[]): Record<string, unknown> => Object.assign({}, ...sources)

/** Registers a group of rows: parse → authorise → rate-limit → call → present. */
export const registerRoutes = <G extends Record<string, RouteSpec>>(
  router: Router,
  group: G,
  policy: Record<ActionOf<G>, Rule>,
  handlers: RouteHandlers<G>,
  parts: HttpParts,
): void => {
  const rules: Record<string, Rule> = policy
  for (const key of Object.keys(group) as (keyof G)[]) {
    const route = group[key]
    const rule = route && rules[route.action]
    if (!route || !rule) throw new Error(`route ${String(key)} has no policy`)
    const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
    router[method](route.path, async (request, response) => {
      const stop = parts.metrics.httpSeconds.startTimer({ route: route.path })
      response.on('finish', () => stop({ status: response.statusCode }))
      const input = {
        params: parse(route.params, request.params, 'params'),
        query: parse(route.query, request.query, 'query'),
        body: parse(route.body, request.body, 'body'),
      }
      const principal = await parts.principalOf(request)
      await authorise(
        parts.relate,
        rule,
        route.target,
        idsOf(input.body, input.query, input.params),
        principal,
      )
      await parts.limiter.take(route.method === 'GET' ? 'read' : 'write', principal.id, request.ip ?? '')
      if (route.perMinute !== undefined)
        await parts.limiter.takeRow(`${route.method} ${route.path}`, route.perMinute, principal.id)
      // The three schemas above made exactly this shape; TypeScript can't follow it through the loop.
      const reply = await handlers[key]({ principal, request, response }, input as RouteInput<G[typeof key]>)
      if (!response.headersSent) response.json(route.reply.parse(reply))
    })
  }
}
