import { Decoder, Encoder, PacketType, type Packet } from 'socket.io-parser'
import { POSE_KIND } from '#shared/geometry/pose.ts'
import { SNAPSHOT_KIND } from '#shared/geometry/snapshot.ts'

/** Names of the two events that travel as one binary frame each; everything else is a command or a fact. */
export const POSE_EVENT = 'pose'
export const SNAPSHOT_EVENT = 'snapshot'

const isFrameEvent = (name: unknown): boolean => name === POSE_EVENT || name === SNAPSHOT_EVENT

const frameOf = (packet: Packet): Uint8Array | undefined => {
  if (packet.type !== PacketType.EVENT || packet.id !== undefined) return undefined
  const data: unknown = packet.data
  if (!Array.isArray(data) || !isFrameEvent(data[0])) return undefined
  const frame: unknown = data[1]
  return frame instanceof Uint8Array ? frame : undefined
}

const bytesOf = (chunk: unknown): Uint8Array | undefined => {
  if (chunk instanceof Uint8Array) return chunk
  return chunk instanceof ArrayBuffer ? new Uint8Array(chunk) : undefined
}

/** socket.io sends a binary event as two frames; a pose or a snapshot leaves as the one that it is. */
class WireEncoder extends Encoder {
  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    const frame = frameOf(packet)
    return frame ? [frame] : super.encode(packet)
  }
}

const attachmentsNamedBy = (text: string): number => {
  const type = text.charCodeAt(0) - 48
  if (type !== PacketType.BINARY_EVENT && type !== PacketType.BINARY_ACK) return 0
  return Number.parseInt(text.slice(1), 10) || 0
}

class WireDecoder extends Decoder {
  // Binary chunks that belong to a packet of socket.io's own; they follow it without anything between.
  #attachmentsDue = 0

  override add(chunk: unknown): void {
    if (typeof chunk === 'string') {
      super.add(chunk)
      this.#attachmentsDue = attachmentsNamedBy(chunk)
      return
    }
    if (this.#attachmentsDue > 0) {
      this.#attachmentsDue -= 1
      super.add(chunk)
      return
    }
    const frame = bytesOf(chunk)
    if (frame?.[0] === POSE_KIND) this.emitFrame(POSE_EVENT, frame)
    else if (frame?.[0] === SNAPSHOT_KIND) this.emitFrame(SNAPSHOT_EVENT, frame)
    else throw new Error('binary frame of unknown kind')
  }

  protected emitFrame(name: string, frame: Uint8Array): void {
    this.emitReserved('decoded', { type: PacketType.EVENT, nsp: '/', data: [name, frame] })
  }
}

/** The `parser` option of both ends of a connection. Poses and snapshots belong to the main namespace. */
export const wireParser = { Encoder: WireEncoder, Decoder: WireDecoder }

class PassingDecoder extends WireDecoder {
  protected override emitFrame(name: string, frame: Uint8Array): void {
    if (name !== POSE_EVENT) super.emitFrame(name, frame)
  }
}

/**
 * The server's `parser`: it passes over poses, which the showroom takes off the connection itself.
 * socket.io's way from a frame to a listener (two ticks of the process' queue) cost a tenth of the server's time.
 */
export const serverWireParser = { Encoder: WireEncoder, Decoder: PassingDecoder }
