import { createHmac, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** STUN as ICE uses it (RFC 8489, RFC 8445), as far as the relay's door needs it. */
const HEADER_BYTES = 20
const MAGIC_COOKIE = 0x2112a442
const BINDING_REQUEST = 0x0001
const BINDING_SUCCESS = 0x0101
const USERNAME = 0x0006
const MESSAGE_INTEGRITY = 0x0008
const XOR_MAPPED_ADDRESS = 0x0020
const FINGERPRINT = 0x8028
const ICE_CONTROLLED = 0x8029
const ICE_CONTROLLING = 0x802a
const FINGERPRINT_XOR = 0x5354554e
const HMAC_BYTES = 20
const CRC_BYTES = 4
const IPV4_BYTES = 4

interface Attribute {
  type: number
  /** Of its value. */
  start: number
  end: number
}

export interface StunMessage {
  kind: 'request' | 'success'
  bytes: Buffer
  attributes: readonly Attribute[]
}

/** The binding request or success that a datagram is; undefined for all else. */
export const readBinding = (bytes: Buffer): StunMessage | undefined => {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32BE(4) !== MAGIC_COOKIE) return undefined
  const type = bytes.readUInt16BE(0)
  if (type !== BINDING_REQUEST && type !== BINDING_SUCCESS) return undefined
  const attributes: Attribute[] = []
  for (let at = HEADER_BYTES; at + 4 <= bytes.length;) {
    const start = at + 4
    const end = start + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return undefined
    attributes.push({ type: bytes.readUInt16BE(at), start, end })
    // Values are padded to four bytes.
    at = start + Math.ceil((end - start) / 4) * 4
  }
  return { kind: type === BINDING_REQUEST ? 'request' : 'success', bytes, attributes }
}

const find = ({ attributes }: StunMessage, wanted: number): Attribute | undefined =>
  attributes.find(({ type }) => type === wanted)

/** Whom a request is for: the fragment that the receiver chose, before the colon. */
export const receiverOf = (message: StunMessage): string | undefined => {
  const name = find(message, USERNAME)
  return name && message.bytes.toString('utf8', name.start, name.end).split(':')[0]
}

/** The digest covers what is before it, under a length that ends with it. */
const digestOf = ({ bytes }: StunMessage, { start }: Attribute, password: string): Buffer => {
  const covered = Buffer.from(bytes.subarray(0, start - 4))
  covered.writeUInt16BE(start + HMAC_BYTES - HEADER_BYTES, 2)
  return createHmac('sha1', password).update(covered).digest()
}

/** Whether whoever sent it knows the password. */
export const isSigned = (message: StunMessage, password: string): boolean => {
  const digest = find(message, MESSAGE_INTEGRITY)
  if (digest?.end !== (digest?.start ?? 0) + HMAC_BYTES) return false
  return timingSafeEqual(
    message.bytes.subarray(digest.start, digest.end),
    digestOf(message, digest, password),
  )
}

const sign = (message: StunMessage, password: string): Buffer => {
  const { bytes } = message
  const digest = find(message, MESSAGE_INTEGRITY)
  if (digest && digest.end - digest.start === HMAC_BYTES)
    digestOf(message, digest, password).copy(bytes, digest.start)
  const print = find(message, FINGERPRINT)
  if (print && print.end - print.start === CRC_BYTES)
    bytes.writeUInt32BE((crc32(bytes.subarray(0, print.start - 4)) ^ FINGERPRINT_XOR) >>> 0, print.start)
  return bytes
}

/** The same request, its tie-breaker one where it was zero. */
export const withTieBreaker = (message: StunMessage, password: string): Buffer => {
  const role = find(message, ICE_CONTROLLING) ?? find(message, ICE_CONTROLLED)
  if (role?.end !== (role?.start ?? 0) + 8 || message.bytes.readBigUInt64BE(role.start) !== 0n)
    return message.bytes
  message.bytes.writeBigUInt64BE(1n, role.start)
  return sign(message, password)
}

const addressBytes = (address: string): Buffer => {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number))
  const [before = '', after = ''] = address.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const [head, tail] = [groups(before), groups(after)]
  const middle = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return Buffer.from([...head, ...middle, ...tail].map((one) => one.padStart(4, '0')).join(''), 'hex')
}

/** The same success, which tells the sender that they were seen at this address, of the family that it told before. */
export const withMappedAddress = (
  message: StunMessage,
  { address, port }: { address: string; port: number },
  password: string,
): Buffer => {
  const { bytes } = message
  const mapped = find(message, XOR_MAPPED_ADDRESS)
  const plain = addressBytes(address)
  if (mapped?.end !== (mapped?.start ?? 0) + 4 + plain.length) return bytes
  bytes.writeUInt16BE(port ^ (MAGIC_COOKIE >>> 16), mapped.start + 2)
  // Masked with the cookie, and beyond an IPv4 address with the transaction's number behind it.
  const mask = bytes.subarray(IPV4_BYTES, HEADER_BYTES)
  plain.forEach((byte, at) => bytes.writeUInt8(byte ^ (mask[at] ?? 0), mapped.start + 4 + at))
  return sign(message, password)
}
