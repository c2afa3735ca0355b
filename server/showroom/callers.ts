import { AppError } from '../platform/errors.ts'
import type { Connection, Visit } from './visitor.ts'

/** A connection, and the visit that it carries while its person is in a hall. */
export interface Caller {
  readonly connection: Connection
  visit: Visit | undefined
  posesThisSecond: number
}

/** Everybody who is connected, in a hall or not. */
export class Callers {
  readonly #callers = new Map<string, Caller>()

  add(connection: Connection): Caller {
    const caller: Caller = { connection, visit: undefined, posesThisSecond: 0 }
    this.#callers.set(connection.id, caller)
    return caller
  }

  remove(caller: Caller): void {
    this.#callers.delete(caller.connection.id)
    caller.visit = undefined
  }

  all(): Iterable<Caller> {
    return this.#callers.values()
  }

  /** Throws `unavailable` where the connection broke meanwhile. */
  get(connectionId: string): Caller {
    const caller = this.#callers.get(connectionId)
    if (!caller) throw new AppError('unavailable')
    return caller
  }

  /** The visit of a connection; throws `not_entered` where it has none. */
  visitOf(connectionId: string): Visit {
    const { visit } = this.get(connectionId)
    if (!visit) throw new AppError('not_entered')
    return visit
  }

  /** Takes a visit from the connection that carries it, if one does. */
  release(visit: Visit): void {
    if (visit.status.state !== 'inside') return
    const caller = this.#callers.get(visit.status.connection.id)
    if (caller) caller.visit = undefined
  }
}
