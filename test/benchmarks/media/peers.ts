import { createNativeClient } from '../../media/support/native-client.ts'
import { publishToJanus, watchInJanus } from './janus.ts'

export type Peers =
  | { of: 'fairloom'; url: string; publisherToken: string; viewerTokens: string[] }
  | { of: 'janus'; url: string; viewers: number }

/** One publisher and the way to each viewer, whichever engine is between them. */
export const openPeers = async (peers: Peers, onPacket: (datagram: Buffer) => void) => {
  if (peers.of === 'janus') {
    const publisher = await publishToJanus(peers.url)
    return {
      sendVideo: (packet: Buffer) => publisher.video.sendMessageBinary(packet),
      sendAudio: (packet: Buffer) => publisher.audio.sendMessageBinary(packet),
      viewers: Array.from(
        { length: peers.viewers },
        () => () => watchInJanus(peers.url, publisher.feed, onPacket),
      ),
      close: publisher.close,
    }
  }
  const { url } = peers
  const { track, close } = await createNativeClient({ url, token: peers.publisherToken, role: 'publisher' })
  const send = (packet: Buffer) => track.sendMessageBinary(packet)
  return {
    sendVideo: send,
    sendAudio: send,
    viewers: peers.viewerTokens.map(
      (token) => () => createNativeClient({ url, token, role: 'viewer' as const, onPacket }),
    ),
    close,
  }
}
