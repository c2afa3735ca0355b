import type { ChatMessage } from '#shared/protocol/chat.ts'

/** A message with its place in a room; `text` is null where it was removed. */
export interface NumberedMessage {
  readonly seq: number
  readonly text: string | null
}

/** The messages of one room as far as they are known without a gap, and those that came too early. */
export class ChatLog<M extends NumberedMessage = ChatMessage> {
  /** By `seq`, each one more than the last. */
  #messages: readonly M[] = []
  readonly #early = new Map<number, M>()
  // A page that was read before a removal may arrive after it.
  readonly #removed = new Set<number>()
  /** The number before the first message held; undefined until the first page came. */
  #before: number | undefined
  #newest = 0

  get messages(): readonly M[] {
    return this.#messages
  }

  get begun(): boolean {
    return this.#before !== undefined
  }

  /** The last number up to which nothing is missing. */
  get lastSeq(): number {
    return (this.#before ?? 0) + this.#messages.length
  }

  /** The number before the oldest message held; 0 where the room's first message is. */
  get beforeSeq(): number {
    return this.#before ?? 0
  }

  /** True while messages are known to exist that are not here. */
  get hasGap(): boolean {
    return this.begun && this.lastSeq < this.#newest
  }

  /** Where the log begins: with the first message of the latest page. */
  begin(page: readonly M[]): void {
    if (this.begun) return
    this.#before = (page[0]?.seq ?? 1) - 1
  }

  /** A number that the room has reached. */
  reached(seq: number): void {
    if (seq > this.#newest) this.#newest = seq
  }

  /** Takes messages in any order, any number of times. */
  take(messages: readonly M[]): void {
    for (const message of messages) {
      this.reached(message.seq)
      if (message.text === null) this.remove(message.seq)
      if (!this.begun || message.seq > this.lastSeq) this.#early.set(message.seq, this.#asKnown(message))
    }
    this.#closeUp()
  }

  /** Puts a page before what is held; what doesn't join up with it is left out. */
  takeOlder(page: readonly M[]): void {
    const before = this.beforeSeq
    const older = page.filter(({ seq }) => seq <= before).map((message) => this.#asKnown(message))
    const joinsUp = older.every(({ seq }, at) => seq === before - older.length + 1 + at)
    if (older.length === 0 || !joinsUp) return
    this.#before = before - older.length
    this.#messages = [...older, ...this.#messages]
  }

  /** The text is gone; the number stays. */
  remove(seq: number): void {
    this.#removed.add(seq)
    const early = this.#early.get(seq)
    if (early) this.#early.set(seq, { ...early, text: null })
    const at = seq - this.beforeSeq - 1
    const held = this.begun ? this.#messages[at] : undefined
    if (held && held.text !== null) this.#messages = this.#messages.with(at, { ...held, text: null })
  }

  #asKnown(message: M): M {
    return this.#removed.has(message.seq) ? { ...message, text: null } : message
  }

  #closeUp(): void {
    if (!this.begun) return
    const next: M[] = []
    for (let seq = this.lastSeq + 1; ; seq++) {
      const message = this.#early.get(seq)
      if (!message) break
      next.push(message)
    }
    if (next.length > 0) this.#messages = [...this.#messages, ...next]
    for (const seq of this.#early.keys()) if (seq <= this.lastSeq) this.#early.delete(seq)
  }
}
