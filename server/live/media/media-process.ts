import { randomBytes } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import { z } from 'zod'
import { anyUdpPort } from '../udp-port.ts'

/** What web and media process share of the embedded engine; the supervisor makes it once and hands it to both. */
export const MediaProcess = z.object({
  key: z.string(),
  secret: z.string(),
  /** Signalling and orders, on loopback. */
  port: z.int(),
  /** Media of all rooms; the engine takes another where it is taken. */
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

export const planMediaProcess = async (wantedUdpPort: number): Promise<MediaProcess> => ({
  key: 'fairloom',
  secret: randomBytes(32).toString('base64url'),
  port: await freeTcpPort(),
  udpPort: wantedUdpPort === 0 ? anyUdpPort() : wantedUdpPort,
})

export const readMediaProcess = (
  environment: Record<string, string | undefined>,
): MediaProcess | undefined => {
  const text = environment[MEDIA_PROCESS]
  return text === undefined ? undefined : MediaProcess.parse(JSON.parse(text))
}
