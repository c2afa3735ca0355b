/** The last packets of a stream as they came, for those who ask again. Holds references, not copies. */
export interface PacketStore<Packet> {
  put(sequence: number, packet: Packet): void
  /** Undefined where it never came or is too old. */
  get(sequence: number): Packet | undefined
}

/** @param size a power of two: about a second of a stream */
export const createPacketStore = <Packet>(size: number): PacketStore<Packet> => {
  const packets = new Array<Packet | undefined>(size)
  const numbers = new Int32Array(size).fill(-1)
  const mask = size - 1
  return {
    put(sequence, packet) {
      packets[sequence & mask] = packet
      numbers[sequence & mask] = sequence
    },
    get: (sequence) => (numbers[sequence & mask] === sequence ? packets[sequence & mask] : undefined),
  }
}
