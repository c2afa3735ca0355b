import type { FactBody, FactSpec } from '#shared/protocol/define.ts'

interface Emitter {
  emit(name: string, body: unknown): unknown
}

/** Tells a fact to a socket or to a room, with the body that its row says. */
export const emitFact = <F extends FactSpec>(to: Emitter, fact: F, body: FactBody<F>): void => {
  to.emit(fact.name, body)
}
