import type { z } from 'zod'
import type { ErrorCode } from './errors.ts'

/** What an action is done to; the server finds the caller's relation to it (own, company, fair, other). */
export type Target =
  'none' | 'self' | 'fair' | 'hall' | 'company' | 'stand' | 'product' | 'enquiry' | 'liveRoom' | 'session'

export interface RouteSpec {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Express path; each `:name` is a key of `params`. */
  path: `/api/${string}`
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  reply: z.ZodType
  errors: readonly ErrorCode[]
  /** The name that the policy decides on: `stand:edit`. */
  action: string
  target: Target
  /** What one person may call in a minute, where that is less than their share of all calls. */
  perMinute?: number
}

/** One REST route, written once: server registration, client call, OpenAPI and policy matrix come from it. */
export const defineRoute = <const R extends RouteSpec>(route: R): R => route

export interface CommandSpec {
  /** `noun:verb` in the present. */
  name: `${string}:${string}`
  summary: string
  body: z.ZodObject
  reply: z.ZodType
  errors: readonly ErrorCode[]
  action: string
  target: Target
  /** What one socket may send: points a second on average (a burst of three seconds is allowed). */
  perSecond: number
}

/** A command that a client sends over the socket and that is always acknowledged. */
export const defineCommand = <const C extends CommandSpec>(command: C): C => command

export interface FactSpec {
  /** `noun:verb` in the past. */
  name: `${string}:${string}`
  summary: string
  body: z.ZodType
}

/** A fact that the server tells clients. It is a hint: what it says can be read again by a route. */
export const defineFact = <const F extends FactSpec>(fact: F): F => fact

type Out<S> = S extends z.ZodType ? z.output<S> : undefined
type In<S> = S extends z.ZodType ? z.input<S> : undefined

/** What a handler gets, after parsing. */
export interface RouteInput<R extends RouteSpec> {
  params: Out<R['params']>
  query: Out<R['query']>
  body: Out<R['body']>
}
/** What a caller passes. */
export type RouteCall<R extends RouteSpec> = (R['params'] extends z.ZodType
  ? { params: In<R['params']> }
  : object) &
  (R['query'] extends z.ZodType ? { query?: In<R['query']> } : object) &
  (R['body'] extends z.ZodType ? { body: In<R['body']> } : object)
export type RouteReply<R extends RouteSpec> = z.output<R['reply']>

export type CommandBody<C extends CommandSpec> = z.output<C['body']>
export type CommandReply<C extends CommandSpec> = z.output<C['reply']>
export type FactBody<F extends FactSpec> = z.output<F['body']>

/** Acknowledgement of every command. */
export type Ack<T> = { ok: true; value: T } | { ok: false; error: { code: ErrorCode; requestId: string } }

/** The actions named by a group of rows. */
export type ActionOf<G extends Record<string, { action: string }>> = G[keyof G]['action']
