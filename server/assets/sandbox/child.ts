import { AssetFailure } from '../steps/asset-failure.ts'
import { type OnStep, processModel } from '../steps/process-model.ts'
import { type ChildMessage, TaskMessage } from './messages.ts'
import { closeNetwork, takeRefusedConnections } from './no-network.ts'

closeNetwork()
// Loaders complain about odd files at length; the report says what matters.
const silent = (): void => undefined
Object.assign(console, { log: silent, info: silent, warn: silent, error: silent })

const COLLECT_ABOVE_BYTES = 230 * 2 ** 20

const say = (message: ChildMessage): void => {
  process.send?.(message)
}

const onStep: OnStep = (step, share) => {
  // Leaves less for the next step to pile upon: the parent kills by resident memory.
  if (process.memoryUsage.rss() > COLLECT_ABOVE_BYTES) globalThis.gc?.()
  say({ type: 'step', step, share })
}

process.on('message', (raw) => {
  const task = TaskMessage.parse(raw)
  processModel(task, onStep).then(
    ({ report, variants }) =>
      say({ type: 'done', report, variants, refusedConnections: takeRefusedConnections() }),
    (error: unknown) => {
      // Anything unforeseen ends this process, and with it whatever state the file left behind.
      if (!(error instanceof AssetFailure)) process.exit(70)
      say({ type: 'failed', note: error.note, refusedConnections: takeRefusedConnections() })
    },
  )
})

// The parent is gone: nobody waits for the result, and nobody would end us.
process.on('disconnect', () => process.exit(0))

say({ type: 'ready' })
