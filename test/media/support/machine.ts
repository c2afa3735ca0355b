import { execFile, fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** What the kernel lets only root make. */
const NAMESPACES = ['--net', '--pid', '--mount', '--fork', '--mount-proc']
const WITHIN_MS = 20_000

/** The words, such as `["root"]`, for what a test with machines of its own lacks here. */
export const missingFor = (commands: readonly string[]): string[] => {
  const missing = commands.filter(
    (command) => spawnSync('sh', ['-c', 'command -v "$0"', command]).status !== 0,
  )
  if (missing.includes('unshare')) return missing
  const mayMake = spawnSync('unshare', [...NAMESPACES, 'true']).status === 0
  return mayMake ? missing : ['the right to make network namespaces', ...missing]
}

/**
 * A machine with a network and processes of its own. Its first process reads from ours: when ours ends, in whatever way,
 * that one does, and the kernel ends all others with it.
 */
export const startMachine = async () => {
  const holder = spawn('unshare', [...NAMESPACES, 'cat'], { stdio: ['pipe', 'pipe', 'inherit'] })
  holder.stdin.write('up')
  await once(holder.stdout, 'data')
  const children = await readFile(`/proc/${holder.pid}/task/${holder.pid}/children`, 'utf8')
  const pid = children.trim()
  const enter = ['nsenter', '--target', pid, '--net', '--pid', '--mount', '--']

  const nsenter = async (...parameters: string[]): Promise<string> =>
    (await promisify(execFile)('nsenter', parameters, { timeout: WITHIN_MS })).stdout
  const run = (command: string, ...parameters: string[]) => nsenter(...enter.slice(1), command, ...parameters)
  await run('ip', 'link', 'set', 'lo', 'up')

  return {
    pid,
    /** The words before a command that put it into the machine. */
    enter,
    run,
    /** A cable to another machine, with a name for either end. */
    cable: (name: string, other: { pid: string }, otherName: string) =>
      // Into our network only: the other's process id means something outside.
      nsenter(
        ...['--target', pid, '--net', '--'],
        ...['ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', otherName, 'netns', other.pid],
      ),
    start: (command: string, ...parameters: string[]): ChildProcess =>
      spawn('nsenter', [...enter.slice(1), command, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] }),
    /** Another script of ours, by the same Node.js. */
    fork: (script: string, order: unknown): ChildProcess =>
      fork(script, [JSON.stringify(order)], {
        execPath: 'nsenter',
        execArgv: [...enter.slice(1), process.execPath],
      }),
    async stop(): Promise<void> {
      const gone = once(holder, 'exit')
      holder.stdin.end()
      await gone
    },
  }
}

export type Machine = Awaited<ReturnType<typeof startMachine>>
