import { createServer, request as httpRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { EgressInfo, EgressStatus, TokenVerifier, WebEgressRequest } from 'livekit-server-sdk'
import { proxySignalling } from '#server/live/media/signalling-proxy.ts'

const SERVICE = '/twirp/livekit.Egress/'
const nowNs = () => BigInt(Date.now()) * 1_000_000n

/** An order to record a page. */
export interface PageOrder {
  id: string
  url: string
  filepath: string
  /** Its first picture is taken. */
  begun(): void
  /** It has ended, and its file is whole; with a fault it broke off. */
  ended(fault?: string): void
}

interface Recorder {
  /** Takes an order; throws where it can't. */
  take(order: PageOrder): void
  /** Told to end one. */
  stop(id: string): void
}

export interface EgressOptions {
  keys: { key: string; secret: string }
  recorder: Recorder
  /** Of an engine that answers everything else. */
  enginePort?: number
}

/**
 * Stands in for a LiveKit server with an Egress: the same calls, states and errors (Twirp, protobuf's JSON), and who
 * records is the test's own. The engine behind it is a real one.
 */
export const startEgress = async ({ keys, recorder, enginePort }: EgressOptions) => {
  const verifier = new TokenVerifier(keys.key, keys.secret)
  const infos = new Map<string, EgressInfo>()
  let count = 0

  const mayRecord = async ({ headers }: IncomingMessage) => {
    const { video } = await verifier.verify((headers.authorization ?? '').replace('Bearer ', ''))
    return video?.roomRecord === true
  }
  const infoOf = (id: string) => {
    const info = infos.get(id)
    if (!info) throw new Error('not_found')
    return info
  }

  const calls: Record<string, (body: Record<string, string>) => unknown> = {
    StartWebEgress(body) {
      const { url, fileOutputs, output, awaitStartSignal } = WebEgressRequest.fromJson(body)
      const file = output.case === 'file' ? output.value : fileOutputs[0]
      if (!file || !awaitStartSignal) throw new Error('invalid_argument')
      const id = `EG_${++count}`
      const info = new EgressInfo({ egressId: id, status: EgressStatus.EGRESS_STARTING, startedAt: nowNs() })
      const begun = () => {
        info.status = EgressStatus.EGRESS_ACTIVE
        const fileResults = [{ filename: file.filepath, startedAt: nowNs() }]
        info.fileResults = new EgressInfo({ fileResults }).fileResults
      }
      const ended = (fault?: string) => {
        info.status = fault ? EgressStatus.EGRESS_FAILED : EgressStatus.EGRESS_COMPLETE
        info.error = fault ?? ''
        info.endedAt = nowNs()
      }
      recorder.take({ id, url, filepath: file.filepath, begun, ended })
      infos.set(id, info)
      return info.toJson()
    },
    ListEgress: ({ egressId = '' }) => ({
      items: [infos.get(egressId)].flatMap((info) => info?.toJson() ?? []),
    }),
    StopEgress({ egressId = '' }) {
      const info = infoOf(egressId)
      if (info.endedAt) throw new Error('failed_precondition')
      recorder.stop(egressId)
      return info.toJson()
    },
  }

  const server = createServer((request, response) => {
    // By this a LiveKit server says that it is up.
    if (request.url === '/') return response.end('OK')
    const name = request.url?.startsWith(SERVICE) ? request.url.slice(SERVICE.length) : undefined
    if (name === undefined) {
      const { method, url, headers } = request
      const asked = httpRequest(
        { host: '127.0.0.1', port: enginePort, method, path: url, headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
        },
      )
      asked.on('error', () => response.writeHead(502).end())
      return request.pipe(asked)
    }
    const answer = async () => {
      if (!(await mayRecord(request))) throw new Error('permission_denied')
      return calls[name]?.(JSON.parse(await text(request)) as Record<string, string>)
    }
    answer().then(
      (value) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(value)),
      (error: Error) => {
        response.writeHead(error.message === 'not_found' ? 404 : 503, { 'Content-Type': 'application/json' })
        response.end(JSON.stringify({ code: error.message, msg: error.message }))
      },
    )
  })
  if (enginePort !== undefined) proxySignalling(server, enginePort)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${port}`,
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
