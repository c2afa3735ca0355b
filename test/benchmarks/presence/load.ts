import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { connectColyseus } from './colyseus-driver.ts'
import type { Connect, Visitor } from './driver.ts'
import { connectFairloom } from './fairloom-driver.ts'
import { SYSTEMS, type System } from './messages.ts'
import { connectNaive } from './naive-driver.ts'
import { POSES_PER_SECOND, Walkers } from './walkers.ts'

// The load: visitors who walk and send, and a sample of them who read what they get.
const CONNECTS: Record<System, Connect> = {
  fairloom: connectFairloom,
  colyseus: connectColyseus,
  naive: connectNaive,
}
const NEIGHBOUR_M = 8
const CONNECT_AT_ONCE = 25

const options = z
  .object({ system: z.enum(SYSTEMS), port: z.int(), visitors: z.int(), crowd: z.int(), readers: z.int() })
  .parse(JSON.parse(process.argv[2] ?? '{}'))
const { visitors: count } = options
const walkers = new Walkers(count, options.crowd)
const visitors: Visitor[] = []
const sequences = new Uint8Array(count)
const sentAtMs = new Float64Array(count * 256)
const readers = Math.min(options.readers, count)
// The last sequence number that a reader saw of each visitor; -1 at first.
const seen = new Int16Array(readers * count).fill(-1)

let measuring = false
let sent = 0
let updates = 0
let latenciesMs: number[] = []

const isReader = (index: number) =>
  index % Math.floor(count / readers) === 0 && index / Math.floor(count / readers) < readers

const reading = (index: number) => {
  const row = Math.floor(index / Math.floor(count / readers)) * count
  return (sender: number, sequence: number) => {
    if (sender < 0 || sender === index || seen[row + sender] === sequence) return
    seen[row + sender] = sequence
    if (!measuring) return
    updates += 1
    if (walkers.distanceM(index, sender) > NEIGHBOUR_M) return
    latenciesMs.push(performance.now() - (sentAtMs[sender * 256 + sequence] ?? 0))
  }
}

for (let start = 0; start < count; start += CONNECT_AT_ONCE) {
  const batch = Array.from(
    { length: Math.min(CONNECT_AT_ONCE, count - start) },
    (_, offset) => start + offset,
  )
  const connected = batch.map((index) =>
    CONNECTS[options.system]({
      port: options.port,
      index,
      first: walkers.packed(index),
      onUpdate: isReader(index) ? reading(index) : undefined,
    }),
  )
  visitors.push(...(await Promise.all(connected)))
}

let next = 0
const send = () => {
  const index = next
  next = (next + 1) % count
  walkers.step(index)
  const sequence = ((sequences[index] ?? 0) + 1) & 255
  sequences[index] = sequence
  sentAtMs[index * 256 + sequence] = performance.now()
  visitors[index]?.send(walkers.packed(index), sequence)
  sent += 1
}

let walking = true
const walk = async () => {
  const startedMs = performance.now()
  let done = 0
  while (walking) {
    const due = Math.floor(((performance.now() - startedMs) / 1000) * POSES_PER_SECOND * count)
    for (; done < due; done++) send()
    await pause(2)
  }
}
void walk()

let startedMs = 0
let bytesBefore: number[] = []
const bytesNow = () => visitors.map((visitor) => visitor.bytesRead())

process.on('message', (message) => {
  if (message === 'measure') {
    bytesBefore = bytesNow()
    latenciesMs = []
    sent = 0
    updates = 0
    startedMs = performance.now()
    measuring = true
  }
  if (message === 'report') {
    measuring = false
    const seconds = (performance.now() - startedMs) / 1000
    const bytes = bytesNow()
      .map((now, index) => now - (bytesBefore[index] ?? 0))
      .filter((value) => !Number.isNaN(value))
    const total = bytes.reduce((sum, value) => sum + value, 0)
    process.send?.({
      kind: 'measured',
      seconds,
      sentPerSecond: sent / seconds,
      bytesPerClientPerSecond: total / bytes.length / seconds,
      latenciesMs,
      updatesPerReceiver: updates / readers,
    })
  }
  if (message === 'total') {
    const received = visitors.reduce((sum, visitor) => sum + visitor.received(), 0)
    process.send?.({ kind: 'total', received })
  }
  if (message === 'stop-walking') walking = false
  if (message === 'exit') process.exit(0)
})
process.on('disconnect', () => process.exit(0))
process.send?.({ kind: 'ready' })
