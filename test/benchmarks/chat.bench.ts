import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createChatLink, type ChatOutbox } from '#client/net/chat-link.ts'
import { nodeChatWire, readRoom } from '#test/support/node-chat-wire.ts'
import { startRunningFair, type RunningFair } from '#test/support/running-fair.ts'
import { percentile, rounded } from './percentile.ts'

// Chat under load: the fair as an operator starts it, and the visitors of 50 stands in this process.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rooms: { type: 'string', default: '50' },
    rate: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '20' },
  },
})
const roomCount = z.coerce.number().int().min(1).max(100).parse(values.rooms)
const perSecond = z.coerce.number().min(1).max(5000).parse(values.rate)
const seconds = z.coerce.number().min(1).max(600).parse(values.seconds)

const VISITORS_PER_ROOM = 5
const DRAIN_WITHIN_MS = 60_000
const TICK_MS = 5
const WARM_UP_S = 3

const forgetful: ChatOutbox = { load: () => [], save: () => undefined }

interface Visitor {
  standId: string
  send(text: string): void
  /** Messages that are not acknowledged yet. */
  pending(): number
  leave(): void
}
type Visit = (fair: RunningFair, standId: string, onAck: (text: string) => void) => Promise<Visitor>

/** Hears its stand's chat and writes, with nothing kept: this process must not be what is measured. */
const visitPlainly: Visit = async (fair, standId, onAck) => {
  const wire = nodeChatWire(fair.url, await fair.guest())
  await new Promise<void>((resolve) => void wire.onConnected(resolve))
  await wire.join(standId, -1)
  wire.onPosted(standId, () => undefined)
  let pending = 0
  return {
    standId,
    send(text) {
      pending++
      const settled = () => pending--
      wire.post(standId, crypto.randomUUID(), text).then(() => (settled(), onAck(text)), settled)
    },
    pending: () => pending,
    leave: wire.close,
  }
}

/** Writes through the same link as a browser does, which sends again what a killed server left unanswered. */
const visitByLink: Visit = async (fair, standId) => {
  const wire = nodeChatWire(fair.url, await fair.guest())
  const link = createChatLink({ roomId: standId, outbox: forgetful, wire })
  await new Promise<void>((resolve) => {
    const stop = link.subscribe(() => {
      if (link.state().phase !== 'ready') return
      stop()
      resolve()
    })
  })
  return {
    standId,
    send: (text) => void link.send(text),
    pending: () => link.state().pending.length,
    leave() {
      link.close()
      wire.close()
    },
  }
}

/** Offers messages at a steady pace whatever the answers, and counts what became of each. */
const offer = async (
  fair: RunningFair,
  phase: string,
  visit: Visit,
  standIds: readonly string[],
  disturb: () => Promise<void>,
  forSeconds = seconds,
) => {
  const sentAt = new Map<string, number>()
  const ackMs: number[] = []
  let lastAckAt = 0
  const onAck = (text: string) => {
    lastAckAt = performance.now()
    ackMs.push(lastAckAt - (sentAt.get(text) ?? lastAckAt))
  }
  const visitors = await Promise.all(
    standIds.flatMap((standId) =>
      Array.from({ length: VISITORS_PER_ROOM }, () => visit(fair, standId, onAck)),
    ),
  )
  const texts = new Map<string, string[]>(standIds.map((standId) => [standId, []]))
  const startedAt = performance.now()
  const total = Math.round(perSecond * forSeconds)
  let disturbed: Promise<void> | undefined
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, ((performance.now() - startedAt) / 1000) * perSecond)
    for (; sent < due; sent++) {
      const visitor = visitors[sent % visitors.length]
      const text = `${phase} ${sent}`
      if (!visitor) continue
      sentAt.set(text, performance.now())
      visitor.send(text)
      texts.get(visitor.standId)?.push(text)
    }
    if (!disturbed && sent > total / 2) disturbed = disturb()
    await pause(TICK_MS)
  }
  await disturbed
  const until = Date.now() + DRAIN_WITHIN_MS
  while (visitors.some(({ pending }) => pending() > 0) && Date.now() < until) await pause(50)
  for (const { leave } of visitors) leave()

  let lost = 0
  let doubled = 0
  let stored = 0
  const cookie = await fair.guest()
  for (const [standId, written] of texts) {
    const counts = new Map<string, number>()
    for (const { text } of await readRoom(fair.url, cookie, standId))
      if (text?.startsWith(`${phase} `)) counts.set(text, (counts.get(text) ?? 0) + 1)
    for (const text of written) {
      const count = counts.get(text) ?? 0
      if (count === 0) lost++
      else stored++
      if (count > 1) doubled++
    }
  }
  return {
    messagesPerSecond: rounded((stored / (lastAckAt - startedAt)) * 1000),
    p50AckMs: rounded(percentile(ackMs, 0.5)),
    p99AckMs: rounded(percentile(ackMs, 0.99)),
    lost,
    doubled,
  }
}

const fair = await startRunningFair()
try {
  const { standIds } = await fair.found(roomCount)
  // A server that has just been started compiles and connects; a fair's has been up for hours.
  await offer(fair, 'warm-up', visitPlainly, standIds, async () => undefined, WARM_UP_S)
  const steady = await offer(fair, 'steady', visitPlainly, standIds, async () => undefined)
  const { lost, doubled } = await offer(fair, 'killed', visitByLink, standIds, fair.killWeb)
  const result = { ...steady, killed: { lost, doubled } }
  if (!values.json)
    console.log(
      `${steady.messagesPerSecond} messages/s stored, p99 acknowledgement ${steady.p99AckMs} ms, ` +
        `lost ${steady.lost}, doubled ${steady.doubled}; with kill -9: lost ${lost}, doubled ${doubled}`,
    )
  console.log(JSON.stringify(result))
} finally {
  await fair.stop()
}
process.exit(0)
