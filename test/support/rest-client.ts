import type { RouteCall, RouteReply, RouteSpec } from '#shared/protocol/define.ts'

export class ApiError extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(`${status} ${code}`)
    this.status = status
    this.code = code
  }
}

type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/** Calls routes of a running server by their rows. */
export const call =
  (url: string, cookie: string) =>
  async <R extends RouteSpec>(route: R, input: RouteCall<R>): Promise<RouteReply<R>> => {
    const { params = {}, query = {}, body }: Loose = input
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String(params[name])),
    )
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
    const response = await fetch(`${url}${path}?${search}`, {
      method: route.method,
      headers: { cookie, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const reply = await response.json()
    if (!response.ok) throw new ApiError(response.status, reply.error.code)
    return route.reply.parse(reply) as RouteReply<R>
  }
