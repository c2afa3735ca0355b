import type { RtpView } from './packet.ts'

const ONE_BYTE = 0xbede
const PADDING_ID = 0
/** One-byte headers only: the rest is to be ignored. */
const STOP_ID = 15

/** Calls back with id, start and length of every header extension (RFC 8285); what is cut off ends the walk. */
export const walkExtensions = (
  datagram: Buffer,
  view: RtpView,
  visit: (id: number, start: number, bytes: number) => void,
): void => {
  const isOneByte = view.extensionProfile === ONE_BYTE
  if (!isOneByte && view.extensionProfile >> 4 !== 0x100) return
  let at = view.extensionStart
  while (at < view.extensionEnd) {
    const head = datagram[at] ?? 0
    if (head === PADDING_ID) {
      at += 1
      continue
    }
    const id = isOneByte ? head >> 4 : head
    if (isOneByte && id === STOP_ID) return
    const bytes = isOneByte ? (head & 15) + 1 : (datagram[at + 1] ?? 0)
    const start = at + (isOneByte ? 1 : 2)
    if (start + bytes > view.extensionEnd) return
    visit(id, start, bytes)
    at = start + bytes
  }
}

/** Text of an extension such as `mid` and `rid` (RFC 8843, RFC 8852). */
export const readText = (datagram: Buffer, start: number, bytes: number): string =>
  datagram.toString('latin1', start, start + bytes)

/** Level of a voice (RFC 6464): dB below overload, 0 loudest to 127 silent, and whether somebody speaks. */
export const readAudioLevel = (datagram: Buffer, start: number): { level: number; voice: boolean } => {
  const byte = datagram[start] ?? 127
  return { level: byte & 127, voice: byte > 127 }
}
