import { CHAT_PAGE, type ChatMessage } from '#shared/protocol/chat.ts'
import { ChatLog, type NumberedMessage } from './chat-log.ts'
import { browserTimers, codeOf, createBackoff, isPassing, type RefusalCode, type Timers } from './delivery.ts'
import { newId } from './new-id.ts'

/** What a conversation is made of: a stand's chat, or the thread of an enquiry. */
export interface LinkedMessage extends NumberedMessage {
  readonly id: string
  readonly author: { readonly id: string }
}

/** One's own message that isn't in the room yet. A refused one waits for `retry` or `discard`. */
export interface PendingMessage {
  readonly id: string
  readonly text: string
  readonly state: 'sending' | 'refused'
  readonly code?: RefusalCode
}

/** What a conversation shows; never changed in place. */
export interface ChatState<M extends LinkedMessage = ChatMessage> {
  readonly phase: 'joining' | 'ready' | 'refused'
  readonly refusal?: RefusalCode
  /** By `seq`, without a gap. `text` is null where the stand's staff removed it. */
  readonly messages: readonly M[]
  readonly pending: readonly PendingMessage[]
  /** Names of others who are writing. */
  readonly typing: readonly string[]
  readonly mayModerate: boolean
  /** True while the room has messages before the first one here. */
  readonly hasOlder: boolean
}

export interface ChatPage<M extends LinkedMessage = ChatMessage> {
  messages: readonly M[]
  lastSeq: number
}

/** The line to the server as a conversation needs it; a chat's is in chat-wire.ts. Rejections are ApiErrors. */
export interface ChatWire<M extends LinkedMessage = ChatMessage> {
  join(
    roomId: string,
    afterSeq: number,
  ): Promise<ChatPage<M> & { removed: readonly number[]; mayModerate: boolean }>
  leave(roomId: string): void
  read(roomId: string, afterSeq: number): Promise<ChatPage<M>>
  post(roomId: string, id: string, text: string): Promise<M>
  type(roomId: string): void
  /** Calls back at each (re)connection, at once if there is one. Each of these returns what stops it. */
  onConnected(listener: () => void): () => void
  onPosted(roomId: string, listener: (message: M) => void): () => void
  /** Where facts say only how far a room has come. */
  onReached?(roomId: string, listener: (seq: number) => void): () => void
  onRemoved(roomId: string, listener: (seq: number) => void): () => void
  onTyped(roomId: string, listener: (typed: { visitorId: string; name: string }) => void): () => void
}

/** Keeps what isn't acknowledged over a reload of the page. */
export interface ChatOutbox {
  load(): readonly PendingMessage[]
  save(pending: readonly PendingMessage[]): void
}

export const TYPING_FADES_MS = 4000
const TYPING_TOLD_EVERY_MS = 2000

export interface ChatLinkParts<M extends LinkedMessage> {
  /** The stand whose chat it is, or the enquiry whose thread. */
  roomId: string
  wire: ChatWire<M>
  outbox: ChatOutbox
  timers?: Timers
}

/**
 * One's part in a conversation. Messages get their id here and are sent with it until the server acknowledges,
 * across lost lines and reloads, so each is stored exactly once; what others wrote is shown by number without gaps.
 */
export const createChatLink = <M extends LinkedMessage>({
  roomId,
  wire,
  outbox,
  timers = browserTimers,
}: ChatLinkParts<M>) => {
  const log = new ChatLog<M>()
  const listeners = new Set<() => void>()
  const typists = new Map<string, { name: string; cancel: () => void }>()
  // Acknowledged, but not yet among the messages because of a gap before it.
  const acknowledged = new Set<string>()
  const stored = new Set<string>()
  const waits = new Set<() => void>()
  let pending: readonly PendingMessage[] = outbox.load()
  let state: ChatState<M> = {
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
  const backoff = createBackoff()
  let typingToldMs = -Infinity
  let closed = false

  const show = (change: Partial<ChatState<M>> = {}) => {
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
    const cancel = timers.after(backoff.takeMs(), () => {
      waits.delete(cancel)
      if (!closed) call()
    })
    waits.add(cancel)
  }

  const take = (messages: readonly M[]) => {
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
      const page = await wire.read(roomId, log.lastSeq)
      reading = false
      log.reached(page.lastSeq)
      backoff.reset()
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
      const reply = await wire.join(roomId, log.begun ? log.lastSeq : -1)
      if (closed || connection !== connectionCount) return
      joined = true
      backoff.reset()
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
      if (!isPassing(code)) show({ phase: 'refused', refusal: code })
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
    wire.post(roomId, id, text).then(
      (message) => {
        acknowledged.add(id)
        setPending(pending)
        settled()
        backoff.reset()
        take([message])
        sendNext()
      },
      (error: unknown) => {
        // An answer to an earlier attempt: the present one decides.
        if (!settled() || closed) return
        const code = codeOf(error)
        if (isPassing(code)) return later(sendNext)
        setPending(pending.map((one) => (one.id === id ? { id, text, state: 'refused', code } : one)))
        show()
        sendNext()
      },
    )
  }

  const stops = [
    wire.onPosted(roomId, (message) => take([message])),
    ...(wire.onReached
      ? [
          wire.onReached(roomId, (seq) => {
            log.reached(seq)
            void catchUp()
          }),
        ]
      : []),
    wire.onRemoved(roomId, (seq) => {
      log.remove(seq)
      show()
    }),
    wire.onTyped(roomId, (typed) => {
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
    state: (): ChatState<M> => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Puts a message into the outbox and sends it as soon as there is a line; returns its id. */
    send(text: string): string {
      const id = newId()
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
      wire.type(roomId)
    },
    /** Reads the page before the first message here. Rejects with an ApiError. */
    async loadOlder(): Promise<void> {
      const before = log.beforeSeq
      if (before === 0) return
      const { messages } = await wire.read(roomId, Math.max(0, before - CHAT_PAGE))
      log.takeOlder(messages)
      show()
    },
    close(): void {
      closed = true
      for (const stop of stops) stop()
      for (const cancel of waits) cancel()
      for (const { cancel } of typists.values()) cancel()
      if (joined) wire.leave(roomId)
      listeners.clear()
    },
  }
}

export type ChatLink<M extends LinkedMessage = ChatMessage> = ReturnType<typeof createChatLink<M>>
