import type { FileHandle } from 'node:fs/promises'

/** Elements of WebM (RFC 8794, RFC 9559) that are looked into; all others are passed over. */
const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675
const LONGEST_HEADER = 12

/** The number that begins at `at`, with its length marker or without; undefined where it is cut off. */
const readNumber = (bytes: Uint8Array, at: number, keepsMarker: boolean) => {
  const first = bytes[at]
  if (first === undefined || first === 0) return undefined
  const length = Math.clz32(first) - 23
  if (at + length > bytes.length) return undefined
  let value = keepsMarker ? first : first & (0xff >> length)
  for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0)
  return { value, length }
}

/**
 * How much of a WebM file is whole: a browser that was killed leaves half a block at its end, for which readers would
 * throw the whole last cluster away.
 */
export const wholeLength = async (file: FileHandle): Promise<number> => {
  const { size } = await file.stat()
  const buffer = new Uint8Array(1024 * 1024)
  let [from, until] = [0, 0]
  let at = 0
  while (at < size) {
    if (at < from || at + LONGEST_HEADER > until) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
      from = at
      until = at + bytesRead
    }
    const bytes = buffer.subarray(at - from, until - from)
    const id = readNumber(bytes, 0, true)
    const length = id && readNumber(bytes, id.length, false)
    if (!length) return at
    const content = at + id.length + length.length
    const next = id.value === SEGMENT || id.value === CLUSTER ? content : content + length.value
    if (next > size) return at
    at = next
  }
  return at
}
