import { randomBytes, randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer, type AddressInfo } from 'node:net'
import { z } from 'zod'

/** What web and media process share of the embedded engine; the supervisor makes it once and hands it to both. */
export const MediaProcess = z.object({
  key: z.string(),
  secret: z.string(),
  /** Signalling and orders, on loopback. */
  port: z.int(),
  /** Media of all rooms. */
  udpPort: z.int(),
})
export type MediaProcess = z.infer<typeof MediaProcess>

/** The variable that carries it. */
export const MEDIA_PROCESS = 'FAIRLOOM_MEDIA_PROCESS'

const freeTcpPort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Below the ports that systems give to whoever asks for any, which others may get before the engine has it. */
const OTHER_UDP_PORTS = { from: 20_000, to: 32_000 }

const isFreeUdpPort = async (port: number): Promise<boolean> => {
  const socket = createSocket('udp4')
  try {
    return await new Promise<boolean>((resolve) => {
      socket.once('error', () => resolve(false))
      socket.bind(port, () => resolve(true))
    })
  } finally {
    socket.close()
  }
}

/** The wanted UDP port, or any where that one is taken. */
const freeUdpPort = async (wanted: number): Promise<number> => {
  if (wanted !== 0 && (await isFreeUdpPort(wanted))) return wanted
  return freeUdpPort(randomInt(OTHER_UDP_PORTS.from, OTHER_UDP_PORTS.to))
}

export const planMediaProcess = async (wantedUdpPort: number): Promise<MediaProcess> => ({
  key: 'fairloom',
  secret: randomBytes(32).toString('base64url'),
  port: await freeTcpPort(),
  udpPort: await freeUdpPort(wantedUdpPort),
})

export const readMediaProcess = (
  environment: Record<string, string | undefined>,
): MediaProcess | undefined => {
  const text = environment[MEDIA_PROCESS]
  return text === undefined ? undefined : MediaProcess.parse(JSON.parse(text))
}
