import { CHAT_PAGE, type ChatMessage } from '#shared/protocol/chat.ts'
import { ApiError } from './api.ts'
import { ChatLog } from './chat-log.ts'

export type RefusalCode = ApiError['code']

/** One's own message that isn't in the room yet. A refused one waits for `retry` or `discard`. */
export interface PendingMessage {
  readonly id: string
  readonly text: string
  readonly state: 'sending' | 'refused'
  readonly code?: RefusalCode
}

/** What the chat of a stand shows; never changed in place. */
export interface ChatState {
  readonly phase: 'joining' | 'ready' | 'refused'
  readonly refusal?: RefusalCode
  /** By `seq`, without a gap. `text` is null where the stand's staff removed it. */
  readonly messages: readonly ChatMessage[]
  readonly pending: readonly PendingMessage[]
  /** Names of others who are writing. */
  readonly typing: readonly string[]
  readonly mayModerate: boolean
  /** True while the room has messages before the first one here. */
  readonly hasOlder: boolean
}

export interface ChatPage {
  messages: readonly ChatMessage[]
  lastSeq: number
}

/** The line to the server as the chat needs it; the real one is in chat-wire.ts. Rejections are ApiErrors. */
export interface ChatWire {
  join(
    standId: string,
    afterSeq: number,
  ): Promise<ChatPage & { removed: readonly number[]; mayModerate: boolean }>
  leave(standId: string): void
  read(standId: string, afterSeq: number): Promise<ChatPage>
  post(standId: string, id: string, text: string): Promise<ChatMessage>
  type(standId: string): void
  /** Calls back at each (re)connection, at once if there is one. Each of these returns what stops it. */
  onConnected(listener: () => void): () => void
  onPosted(listener: (message: ChatMessage) => void): () => void
  onRemoved(listener: (removed: { standId: string; id: string; seq: number }) => void): () => void
  onTyped(listener: (typed: { standId: string; visitorId: string; name: string }) => void): () => void
}

/** Keeps what isn't acknowledged over a reload of the page. */
export interface ChatOutbox {
  load(): readonly PendingMessage[]
  save(pending: readonly PendingMessage[]): void
}

/** Time, so that tests can hold it. */
export interface ChatTimers {
  nowMs(): number
  /** Returns what cancels the call. */
  after(delayMs: number, call: () => void): () => void
}

const browserTimers: ChatTimers = {
  nowMs: () => performance.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs)
    return () => clearTimeout(timer)
  },
}

export const TYPING_FADES_MS = 4000
const TYPING_TOLD_EVERY_MS = 2000
const RETRY_MS = 1000
const RETRY_MAX_MS = 8000
/** Answers after which the same may succeed later by itself. */
const PASSING = new Set<RefusalCode>(['offline', 'unavailable', 'internal', 'too_many_requests', 'disk_full'])

const codeOf = (error: unknown): RefusalCode => (error instanceof ApiError ? error.code : 'internal')

export interface ChatLinkParts {
  standId: string
  wire: ChatWire
  outbox: ChatOutbox
  timers?: ChatTimers
}

/**
 * One's part in the chat of a stand. Messages get their id here and are sent with it until the server acknowledges,
 * across lost lines and reloads, so each is stored exactly once; what others wrote is shown by number without gaps.
 */
export const createChatLink = ({ standId, wire, outbox, timers = browserTimers }: ChatLinkParts) => {
  const log = new ChatLog()
  const listeners = new Set<() => void>()
  const typists = new Map<string, { name: string; cancel: () => void }>()
  // Acknowledged, but not yet among the messages because of a gap before it.
  const acknowledged = new Set<string>()
  const stored = new Set<string>()
  const waits = new Set<() => void>()
  let pending: readonly PendingMessage[] = outbox.load()
  let state: ChatState = {
    phase: 'joining',
    messages: [],
    pending,
    typing: [],
    mayModerate: false,
    hasOlder: false,
  }
  let connectionCount = 0
  let joined = false
  let reading = false
  let sendingId: string | undefined
  let retryMs = RETRY_MS
  let typingToldMs = -Infinity
  let closed = false

  const show = (change: Partial<ChatState> = {}) => {
    if (closed) return
    const typing = [...typists.values()].map(({ name }) => name)
    const same =
      typing.length === state.typing.length && typing.every((name, at) => name === state.typing[at])
    state = {
      ...state,
      ...change,
      messages: log.messages,
      pending,
      typing: same ? state.typing : typing,
      hasOlder: log.beforeSeq > 0,
    }
    for (const listener of listeners) listener()
  }

  const setPending = (next: readonly PendingMessage[]) => {
    pending = next
    outbox.save(pending.filter(({ id }) => !acknowledged.has(id)))
  }

  const later = (call: () => void) => {
    const cancel = timers.after(retryMs, () => {
      waits.delete(cancel)
      if (!closed) call()
    })
    waits.add(cancel)
    retryMs = Math.min(retryMs * 2, RETRY_MAX_MS)
  }

  const take = (messages: readonly ChatMessage[]) => {
    log.take(messages)
    for (const { id } of messages) stored.add(id)
    const arrived = (id: string) =>
      stored.has(id) && (!log.hasGap || log.messages.some((message) => message.id === id))
    if (pending.some(({ id }) => arrived(id))) setPending(pending.filter(({ id }) => !arrived(id)))
    for (const { author } of messages) stopTyping(author.id)
    show()
    void catchUp()
  }

  const stopTyping = (visitorId: string) => {
    typists.get(visitorId)?.cancel()
    typists.delete(visitorId)
  }

  /** Reads page after page until nothing is missing. */
  const catchUp = async (): Promise<void> => {
    if (reading || !joined || !log.hasGap || closed) return
    reading = true
    const connection = connectionCount
    try {
      const page = await wire.read(standId, log.lastSeq)
      reading = false
      log.reached(page.lastSeq)
      retryMs = RETRY_MS
      take(page.messages)
    } catch {
      reading = false
      if (connection === connectionCount) later(() => void catchUp())
      else void catchUp()
    }
  }

  const join = async (): Promise<void> => {
    const connection = ++connectionCount
    joined = false
    sendingId = undefined
    try {
      const reply = await wire.join(standId, log.begun ? log.lastSeq : -1)
      if (closed || connection !== connectionCount) return
      joined = true
      retryMs = RETRY_MS
      log.begin(reply.messages)
      log.reached(reply.lastSeq)
      for (const seq of reply.removed) log.remove(seq)
      const { refusal: _, ...rest } = state
      state = { ...rest, phase: 'ready', mayModerate: reply.mayModerate }
      take(reply.messages)
      sendNext()
    } catch (error) {
      if (closed || connection !== connectionCount) return
      const code = codeOf(error)
      if (!PASSING.has(code)) show({ phase: 'refused', refusal: code })
      // Where the line is gone, the next connection joins; a busy server is asked again.
      else later(() => connection === connectionCount && void join())
    }
  }

  /** One at a time, so that they arrive in the order in which they were written. */
  const sendNext = (): void => {
    if (sendingId !== undefined || !joined || closed) return
    const next = pending.find(({ id, state }) => state === 'sending' && !acknowledged.has(id))
    if (!next) return
    const { id, text } = next
    const connection = connectionCount
    sendingId = id
    const settled = () => {
      if (connection !== connectionCount || sendingId !== id) return false
      sendingId = undefined
      return true
    }
    wire.post(standId, id, text).then(
      (message) => {
        acknowledged.add(id)
        setPending(pending)
        settled()
        retryMs = RETRY_MS
        take([message])
        sendNext()
      },
      (error: unknown) => {
        // An answer to an earlier attempt: the present one decides.
        if (!settled() || closed) return
        const code = codeOf(error)
        if (PASSING.has(code)) return later(sendNext)
        setPending(pending.map((one) => (one.id === id ? { id, text, state: 'refused', code } : one)))
        show()
        sendNext()
      },
    )
  }

  const stops = [
    wire.onPosted((message) => {
      if (message.standId === standId) take([message])
    }),
    wire.onRemoved((removed) => {
      if (removed.standId !== standId) return
      log.remove(removed.seq)
      show()
    }),
    wire.onTyped((typed) => {
      if (typed.standId !== standId) return
      stopTyping(typed.visitorId)
      const cancel = timers.after(TYPING_FADES_MS, () => {
        typists.delete(typed.visitorId)
        show()
      })
      typists.set(typed.visitorId, { name: typed.name, cancel })
      show()
    }),
    wire.onConnected(() => void join()),
  ]

  return {
    state: (): ChatState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Puts a message into the outbox and sends it as soon as there is a line; returns its id. */
    send(text: string): string {
      const id = crypto.randomUUID()
      setPending([...pending, { id, text, state: 'sending' }])
      show()
      sendNext()
      return id
    },
    /** Sends a refused message once more. */
    retry(id: string): void {
      setPending(pending.map((one) => (one.id === id ? { id, text: one.text, state: 'sending' } : one)))
      show()
      sendNext()
    },
    /** Gives up a refused message. */
    discard(id: string): void {
      setPending(pending.filter((one) => one.id !== id || one.state !== 'refused'))
      show()
    },
    /** To be called at each keystroke; others are told every 2 s at most. */
    typing(): void {
      const nowMs = timers.nowMs()
      if (!joined || nowMs - typingToldMs < TYPING_TOLD_EVERY_MS) return
      typingToldMs = nowMs
      wire.type(standId)
    },
    /** Reads the page before the first message here. Rejects with an ApiError. */
    async loadOlder(): Promise<void> {
      const before = log.beforeSeq
      if (before === 0) return
      const { messages } = await wire.read(standId, Math.max(0, before - CHAT_PAGE))
      log.takeOlder(messages)
      show()
    },
    close(): void {
      closed = true
      for (const stop of stops) stop()
      for (const cancel of waits) cancel()
      for (const { cancel } of typists.values()) cancel()
      if (joined) wire.leave(standId)
      listeners.clear()
    },
  }
}

export type ChatLink = ReturnType<typeof createChatLink>
