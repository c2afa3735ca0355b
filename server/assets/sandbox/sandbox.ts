import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AssetStep } from '#shared/model/asset.ts'
import { AssetFailure } from '../steps/asset-failure.ts'
import type { PipelineLimits } from '../steps/limits.ts'
import { ChildMessage, type TaskMessage } from './messages.ts'

const POLL_MS = 20
const MAX_RUNS_PER_CHILD = 100
/** A child that keeps more than this after a run makes room for a fresh one. */
const RETIRE_ABOVE_MB = 280
const START_LIMIT_MS = 30_000

const CHILD_FLAGS = [
  '--expose-gc',
  '--max-old-space-size=400',
  // No processes, no workers, no inspector; the network is closed by the child itself, files are needed.
  '--permission',
  '--allow-addons',
  '--allow-fs-read=*',
  '--allow-fs-write=*',
  '--disable-warning=SecurityWarning',
  '--disable-warning=ExperimentalWarning',
]

export type SandboxRun = {
  limits: PipelineLimits
  onStep: (step: AssetStep, share: number) => void
  signal?: AbortSignal | undefined
}

type OnRefused = (connections: number) => void

type Done = Extract<ChildMessage, { type: 'done' }>
export type SandboxResult = Done & { peakMemoryMb: number }

export type Sandbox = {
  /** Runs one task after the other. Rejects with AssetFailure, whatever the child does. */
  run: (task: TaskMessage, options: SandboxRun) => Promise<SandboxResult>
  close: () => Promise<void>
  /** Attempts of any child so far to reach the network, all refused. */
  refusedConnections: () => number
}

/** Resident memory by the kernel's account (VmRSS, in kB whatever the page size), 0 where it cannot be told. */
const residentMb = (pid: number): number => {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => {
        child.once('exit', () => {
          resolve()
        })
      })

const startChild = async (entry: string): Promise<ChildProcess> => {
  const child = fork(entry, {
    execArgv: CHILD_FLAGS,
    // Nothing of the server's configuration is known to the process that opens strangers' files.
    env: { NODE_ENV: 'production', UV_THREADPOOL_SIZE: '2', MALLOC_ARENA_MAX: '2' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
    }, START_LIMIT_MS)
    child.once('message', () => {
      clearTimeout(timer)
      child.removeAllListeners('exit')
      resolve()
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the asset child did not start (exit code ${code})`))
    })
  })
  return child
}

/** Keeps an idle child from holding the process open, and a busy one from being forgotten. */
const hold = (child: ChildProcess, isBusy: boolean): void => {
  if (isBusy) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}

const watch = (
  child: ChildProcess,
  task: TaskMessage,
  { limits, onStep, signal }: SandboxRun,
  onRefused: OnRefused,
) =>
  new Promise<SandboxResult>((resolve, reject) => {
    let step: AssetStep = 'precheck'
    let peakMemoryMb = 0
    let failure: AssetFailure | undefined
    const kill = (reason: AssetFailure): void => {
      failure ??= reason
      child.kill('SIGKILL')
    }
    const poll = setInterval(() => {
      const memoryMb = residentMb(child.pid ?? 0)
      peakMemoryMb = Math.max(peakMemoryMb, memoryMb)
      const limitMb = step === 'optimise' ? limits.textureMemoryMb : limits.memoryMb
      if (memoryMb > limitMb) kill(new AssetFailure('memory_exceeded', { limitMb, step }))
    }, POLL_MS)
    const timer = setTimeout(() => {
      kill(new AssetFailure('time_exceeded', { limitSeconds: limits.timeMs / 1000, step }))
    }, limits.timeMs)
    const onAbort = (): void => {
      kill(new AssetFailure('cancelled'))
    }
    const finish = (settle: () => void): void => {
      clearInterval(poll)
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      child.removeAllListeners('message')
      child.removeAllListeners('exit')
      settle()
    }
    child.on('message', (raw) => {
      const parsed = ChildMessage.safeParse(raw)
      if (!parsed.success) {
        kill(new AssetFailure('reader_stopped', { step }))
        return
      }
      const message = parsed.data
      if (message.type === 'step') {
        step = message.step
        onStep(step, message.share)
        return
      }
      if (message.type !== 'ready') onRefused(message.refusedConnections)
      if (message.type === 'done') {
        peakMemoryMb = Math.round(Math.max(peakMemoryMb, residentMb(child.pid ?? 0)))
        finish(() => {
          resolve({ ...message, peakMemoryMb })
        })
      } else if (message.type === 'failed') {
        finish(() => {
          reject(AssetFailure.ofNote(message.note))
        })
      }
    })
    child.once('exit', () => {
      finish(() => {
        reject(failure ?? new AssetFailure('reader_stopped', { step }))
      })
    })
    signal?.addEventListener('abort', onAbort)
    if (signal?.aborted === true) onAbort()
    else child.send(task)
  })

export const CHILD_ENTRY = fileURLToPath(new URL('./child.ts', import.meta.url))

/**
 * One child process in which strangers' files are parsed: started when needed, used again while it behaves, killed
 * when it takes more memory or time than the run allows. Its death never is ours.
 */
export const createSandbox = (entry: string = CHILD_ENTRY): Sandbox => {
  let child: ChildProcess | undefined
  let runs = 0
  let refused = 0
  let queue: Promise<unknown> = Promise.resolve()

  const retire = async (): Promise<void> => {
    const old = child
    child = undefined
    runs = 0
    if (old === undefined) return
    old.ref()
    old.kill('SIGKILL')
    await exited(old)
  }

  const runNow = async (task: TaskMessage, options: SandboxRun): Promise<SandboxResult> => {
    if (options.signal?.aborted === true) throw new AssetFailure('cancelled')
    child ??= await startChild(entry)
    const current = child
    runs += 1
    hold(current, true)
    try {
      return await watch(current, task, options, (connections) => {
        refused += connections
      })
    } finally {
      const isGone = current.exitCode !== null || current.signalCode !== null
      if (isGone || runs >= MAX_RUNS_PER_CHILD || residentMb(current.pid ?? 0) > RETIRE_ABOVE_MB)
        await retire()
      else hold(current, false)
    }
  }

  return {
    run: (task, options) => {
      const result = queue.then(() => runNow(task, options))
      queue = result.catch(() => undefined)
      return result
    },
    close: async () => {
      await queue
      await retire()
    },
    refusedConnections: () => refused,
  }
}
