import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { planMediaProcess } from '../../../server/live/media/media-process.ts'
import { adapterTo } from './adapter.ts'

const READY_WITHIN_MS = 20_000

const configOf = (port: number, udpPort: number, key: string, secret: string) => `
port: ${port}
bind_addresses: ['127.0.0.1']
logging: { level: warn }
rtc:
  udp_port: ${udpPort}
  tcp_port: 0
  use_external_ip: false
  enable_loopback_candidate: true
keys: { ${key}: ${secret} }
`

/** A LiveKit server of its own, and the fair's adapter to it. */
export const startLivekitServer = async (binary: string) => {
  const { key, secret, port, udpPort } = await planMediaProcess(0)
  const folder = await mkdtemp(path.join(tmpdir(), 'fairloom-livekit-'))
  const config = path.join(folder, 'livekit.yaml')
  await writeFile(config, configOf(port, udpPort, key, secret))
  const child = spawn(binary, ['--config', config], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => said.push(line))
  const apiUrl = `http://127.0.0.1:${port}`
  const end = Date.now() + READY_WITHIN_MS
  while (
    !(await fetch(apiUrl).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > end)
      throw new Error(`the LiveKit server does not answer: ${said.join('\n')}`)
    await pause(100)
  }
  const engine = adapterTo(port, key, secret)
  return {
    engine,
    keys: { key, secret },
    async stop(): Promise<void> {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true })
    },
  }
}
