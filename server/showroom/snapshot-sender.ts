import type { Socket } from 'socket.io'

interface FramedOptions {
  compress: false
  /** Used by engine.io's WebSocket transport, which then frames nothing itself; long polling takes the bare data. */
  wsPreEncodedFrame: Buffer[]
}

// RFC 6455, 5.2: final fragment, binary; lengths up to 125 in one byte, up to 65,535 in two more.
const FINAL_BINARY = 0x82
const LENGTH_IN_TWO_BYTES = 126

const webSocketFrame = (payload: Uint8Array): Buffer => {
  const isShort = payload.length < LENGTH_IN_TWO_BYTES
  const frame = Buffer.allocUnsafe(payload.length + (isShort ? 2 : 4))
  frame[0] = FINAL_BINARY
  frame[1] = isShort ? payload.length : LENGTH_IN_TWO_BYTES
  if (!isShort) frame.writeUInt16BE(payload.length, 2)
  frame.set(payload, isShort ? 2 : 4)
  return frame
}

/**
 * Sends snapshots as the bare binary messages that `wireParser` would make of them, framed once for all who share one
 * instead of once for each. Dropped, as volatile events are, while the socket is still writing.
 */
export const createSnapshotSender = () => {
  let framed: Buffer | undefined
  let options: FramedOptions = { compress: false, wsPreEncodedFrame: [] }
  return ({ conn }: Socket, snapshot: Buffer): void => {
    if (conn.readyState !== 'open' || !conn.transport.writable) return
    if (snapshot !== framed) {
      framed = snapshot
      options = { compress: false, wsPreEncodedFrame: [webSocketFrame(snapshot)] }
    }
    conn.write(snapshot, options)
  }
}
