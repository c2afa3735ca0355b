import { writeReceiverReport, writeRemb } from '../../../server/live/sfu/rtp/rtcp.ts'
import { createNativeClient } from './native-client.ts'
import { readPicture } from './native-picture.ts'

/** Viewers that come in together: a handshake whose first packet is lost waits for a second. */
const AT_ONCE = 20
const REPORT_EVERY_MS = 200
/** Not more than a radio loses; yet an engine that hears of it tries nothing larger. */
const LOSS_SHARE = 0.1
const OWN_SSRC = 1

/** What a viewer got last, and of which layers anything came. */
const createSeen = () => ({ layer: -1, frame: -1, layers: new Set<number>(), packets: 0 })
type Seen = ReturnType<typeof createSeen>

const take = (seen: Seen, datagram: Buffer): number => {
  const { isPicture, tag, frame, ssrc } = readPicture(datagram)
  if (!isPicture) return 0
  seen.layer = tag
  seen.frame = frame
  seen.layers.add(tag)
  seen.packets += 1
  return ssrc
}

/** Viewers of what `sendLayers` sends. */
export const joinViewers = async (url: string, tokens: readonly string[]) => {
  const seen = tokens.map(createSeen)
  const clients: { close(): void }[] = []
  for (let from = 0; from < tokens.length; from += AT_ONCE)
    clients.push(
      ...(await Promise.all(
        tokens.slice(from, from + AT_ONCE).map((token, at) =>
          createNativeClient({
            url,
            token,
            role: 'viewer',
            onPacket: (datagram) => {
              const one = seen[from + at]
              if (one) take(one, datagram)
            },
          }),
        ),
      )),
    )
  return {
    seen,
    close(): void {
      for (const client of clients) client.close()
    },
  }
}

/** A viewer that tells, as browsers do, how much its line carries and that some of it is lost. */
export const joinSlowly = async (url: string, token: string, bitsPerSecond: number) => {
  const seen = createSeen()
  let ssrc = 0
  const client = await createNativeClient({
    url,
    token,
    role: 'viewer',
    onPacket: (datagram) => {
      ssrc = take(seen, datagram) || ssrc
    },
  })
  const about = { lost: 0, highestSequence: 0, jitterTicks: 0, lastReport: 0, sinceLastReport: 0 }
  const timer = setInterval(() => {
    client.track.sendMessageBinary(writeRemb(OWN_SSRC, bitsPerSecond, []))
    client.track.sendMessageBinary(writeReceiverReport(OWN_SSRC, [{ ...about, ssrc, lossShare: LOSS_SHARE }]))
  }, REPORT_EVERY_MS)
  return {
    seen,
    close(): void {
      clearInterval(timer)
      client.close()
    },
  }
}
