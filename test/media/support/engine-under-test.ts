import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createLivekitEngine } from '../../../server/live/media/livekit-engine.ts'
import { planMediaProcess } from '../../../server/live/media/media-process.ts'

const HOST = fileURLToPath(new URL('engine-host.ts', import.meta.url))

/** The embedded engine in a process of its own, and the fair's adapter to it. */
export const startEmbeddedEngine = async () => {
  const { key, secret, port, udpPort } = await planMediaProcess(0)
  let child: ChildProcess
  const start = async () => {
    child = fork(HOST, [JSON.stringify({ keys: { key, secret }, port, udpPort })], { execArgv: [] })
    await once(child, 'message')
  }
  const stop = async (signal: NodeJS.Signals) => {
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  await start()
  const apiUrl = `http://127.0.0.1:${port}`
  const { engine } = createLivekitEngine({
    url: `ws://127.0.0.1:${port}`,
    apiUrl,
    key,
    secret,
    capabilities: { recording: false, endToEndEncryption: false },
    watch: async () => ({ isUp: true, hasRoomForMore: true, participants: 0, epoch: '' }),
    drain: () => Promise.resolve(),
  })
  return {
    name: 'embedded',
    engine,
    apiUrl,
    pid: () => child.pid ?? 0,
    health: async () => (await fetch(`${apiUrl}/health`)).json(),
    async kill() {
      await stop('SIGKILL')
    },
    start,
    stop: () => stop('SIGKILL'),
  }
}

export type EngineUnderTest = Awaited<ReturnType<typeof startEmbeddedEngine>>
