import { randomUUID } from 'node:crypto'
import { ApiError } from '#client/net/api.ts'
import type { ChatOutbox, ChatWire, PendingMessage } from '#client/net/chat-link.ts'
import type { Timers } from '#client/net/delivery.ts'
import { CHAT_PAGE, type ChatMessage } from '#shared/protocol/chat.ts'
import type { ErrorCode } from '#shared/protocol/errors.ts'

/** Time that moves only when the test says so. */
export class TestTime implements Timers {
  #nowMs = 0
  #order = 0
  #due: { atMs: number; order: number; call: () => void }[] = []

  nowMs(): number {
    return this.#nowMs
  }

  after(delayMs: number, call: () => void): () => void {
    const entry = { atMs: this.#nowMs + delayMs, order: this.#order++, call }
    this.#due.push(entry)
    return () => (this.#due = this.#due.filter((one) => one !== entry))
  }

  /** Runs what falls due within this time, each with the promises that hang on it. */
  async advance(ms: number): Promise<void> {
    const until = this.#nowMs + ms
    for (;;) {
      await settle()
      const next = this.#due
        .filter(({ atMs }) => atMs <= until)
        .sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0]
      if (!next) break
      this.#due = this.#due.filter((one) => one !== next)
      this.#nowMs = next.atMs
      next.call()
    }
    this.#nowMs = until
  }
}

/** Lets every promise that can settle do so. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

interface Weather {
  random(): number
  /** Share of facts that never arrive, and that arrive twice. */
  dropShare: number
  doubleShare: number
  /** Longest way of a packet; packets overtake each other. */
  delayMs: number
}

const CALM: Weather = { random: () => 0, dropShare: 0, doubleShare: 0, delayMs: 0 }
const ANSWER_WITHIN_MS = 10_000

/** A stand's chat as the server keeps it: durable rows, one number after the other, an id only once. */
export class TestRoom {
  readonly standId: string = randomUUID()
  readonly rows: ChatMessage[] = []
  readonly lines = new Set<TestLine>()
  readonly time: TestTime
  weather: Weather
  /** What every post is refused with, while set. */
  refusal: ErrorCode | undefined

  constructor(time: TestTime, weather: Weather = CALM) {
    this.time = time
    this.weather = weather
  }

  read(afterSeq: number) {
    const messages =
      afterSeq < 0 ? this.rows.slice(-CHAT_PAGE) : this.rows.slice(afterSeq, afterSeq + CHAT_PAGE)
    return { messages, lastSeq: this.rows.length }
  }

  removedUpTo(seq: number): number[] {
    return this.rows.filter((row) => row.text === null && row.seq <= seq).map((row) => row.seq)
  }

  store(id: string, text: string, author = 'someone'): ChatMessage {
    if (this.refusal) throw new ApiError(this.refusal)
    const known = this.rows.find((row) => row.id === id)
    if (known) return known
    const row: ChatMessage = {
      id,
      standId: this.standId,
      seq: this.rows.length + 1,
      author: { id: author, name: author, lanyard: 'buyer' },
      text,
      sentAt: '2026-11-01T06:00:00.000Z',
    }
    this.rows.push(row)
    for (const line of this.lines) line.tell((at) => at.posted(row))
    return row
  }

  remove(seq: number): void {
    const row = this.rows[seq - 1]
    if (!row || row.text === null) return
    this.rows[seq - 1] = { ...row, text: null }
    for (const line of this.lines) line.tell((at) => at.removed(row.seq))
  }

  /** All lines are cut at once; what is stored stays. */
  kill(): void {
    for (const line of this.lines) line.cut()
  }
}

type Hearer = {
  connected(): void
  posted(message: ChatMessage): void
  removed(seq: number): void
  typed(typed: { visitorId: string; name: string }): void
}

/** One visitor's line to the room: commands are answered, facts are told, and a cut loses what is on its way. */
export class TestLine implements ChatWire {
  readonly #room: TestRoom
  readonly #author: string
  #hearers: Hearer[] = []
  #connection = 0
  #joined = false
  up = false

  constructor(room: TestRoom, author: string) {
    this.#room = room
    this.#author = author
    room.lines.add(this)
  }

  connect(): void {
    if (this.up) return
    this.up = true
    this.#connection++
    for (const { connected } of [...this.#hearers]) connected()
  }

  cut(): void {
    this.up = false
    this.#joined = false
    this.#connection++
  }

  #later(call: () => void): void {
    const { random, delayMs } = this.#room.weather
    const connection = this.#connection
    this.#room.time.after(random() * delayMs, () => connection === this.#connection && call())
  }

  tell(fact: (hearer: Hearer) => void): void {
    if (!this.#joined) return
    const { random, dropShare, doubleShare } = this.#room.weather
    if (random() < dropShare) return
    const copies = random() < doubleShare ? 2 : 1
    for (let copy = 0; copy < copies; copy++)
      this.#later(() => {
        for (const hearer of [...this.#hearers]) fact(hearer)
      })
  }

  #ask<T>(answer: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!this.up) return reject(new ApiError('offline'))
      this.#room.time.after(ANSWER_WITHIN_MS, () => reject(new ApiError('offline')))
      this.#later(() => {
        try {
          const value = answer()
          this.#later(() => resolve(value))
        } catch (error) {
          this.#later(() => reject(error))
        }
      })
    })
  }

  join = (_standId: string, afterSeq: number) =>
    this.#ask(() => {
      this.#joined = true
      const removed = this.#room.removedUpTo(afterSeq)
      return { ...this.#room.read(afterSeq), removed, mayModerate: false }
    })
  leave = () => {
    this.#joined = false
  }
  read = (_standId: string, afterSeq: number) => this.#ask(() => this.#room.read(afterSeq))
  post = (_standId: string, id: string, text: string) =>
    this.#ask(() => this.#room.store(id, text, this.#author))
  type = () => {
    for (const line of this.#room.lines)
      if (line !== this) line.tell((at) => at.typed({ visitorId: this.#author, name: this.#author }))
  }

  #hear(part: Partial<Hearer>): () => void {
    const ignore = () => undefined
    const hearer = { connected: ignore, posted: ignore, removed: ignore, typed: ignore, ...part }
    this.#hearers.push(hearer)
    return () => (this.#hearers = this.#hearers.filter((one) => one !== hearer))
  }
  onConnected = (connected: () => void) => {
    const stop = this.#hear({ connected })
    if (this.up) connected()
    return stop
  }
  onPosted = (_standId: string, posted: Hearer['posted']) => this.#hear({ posted })
  onRemoved = (_standId: string, removed: Hearer['removed']) => this.#hear({ removed })
  onTyped = (_standId: string, typed: Hearer['typed']) => this.#hear({ typed })
}

/** An outbox that outlives the link, as a browser's storage does. */
export const memoryOutbox = (): ChatOutbox & { kept: readonly PendingMessage[] } => ({
  kept: [],
  load() {
    return this.kept
  },
  save(pending) {
    this.kept = pending
  },
})
