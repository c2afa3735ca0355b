export type ImageHeader = {
  type: 'png' | 'jpeg' | 'webp' | 'ktx2' | 'gif' | 'bmp'
  width: number
  height: number
}

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, to - from)).toString('latin1')

// Frame headers SOF0 to SOF15 hold the size; C4, C8 and CC are tables (ITU T.81, table B.1).
const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const jpegHeader = (bytes: Uint8Array, view: DataView): ImageHeader | undefined => {
  let offset = 2
  while (offset + 9 < bytes.length) {
    if (bytes[offset] !== 0xff) return undefined
    const marker = bytes[offset + 1] ?? 0
    if (marker === 0xff) {
      offset += 1
      continue
    }
    if (isFrameHeader(marker)) {
      return { type: 'jpeg', height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) }
    }
    offset += 2 + view.getUint16(offset + 2)
  }
  return undefined
}

const webpHeader = (bytes: Uint8Array, view: DataView): ImageHeader | undefined => {
  const kind = ascii(bytes, 12, 16)
  if (kind === 'VP8X') {
    const size = (at: number): number => 1 + (view.getUint16(at, true) | ((bytes[at + 2] ?? 0) << 16))
    return { type: 'webp', width: size(24), height: size(27) }
  }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { type: 'webp', width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
  }
  if (kind === 'VP8 ') {
    return {
      type: 'webp',
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    }
  }
  return undefined
}

/** Reads a picture's size from its first bytes, without decoding it. Undefined when it is none that we know. */
export const readImageHeader = (bytes: Uint8Array): ImageHeader | undefined => {
  if (bytes.length < 30) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (ascii(bytes, 1, 4) === 'PNG')
    return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegHeader(bytes, view)
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return webpHeader(bytes, view)
  if (ascii(bytes, 1, 7) === 'KTX 20') {
    return { type: 'ktx2', width: view.getUint32(20, true), height: view.getUint32(24, true) }
  }
  if (ascii(bytes, 0, 4) === 'GIF8') {
    return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
  }
  if (ascii(bytes, 0, 2) === 'BM') {
    return {
      type: 'bmp',
      width: Math.abs(view.getInt32(18, true)),
      height: Math.abs(view.getInt32(22, true)),
    }
  }
  return undefined
}
