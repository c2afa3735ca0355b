import { AssetFailure, quoted } from '../steps/asset-failure.ts'
import { MAX_JSON_BYTES } from '../steps/limits.ts'

const JSON_CHUNK = 0x4e4f534a
const BIN_CHUNK = 0x004e4942
const MEGABYTE = 2 ** 20

/** glTF as it stands in the file: untrusted JSON, and the binary chunk of a GLB. */
export type RawGltf = { json: unknown; bin: Uint8Array<ArrayBuffer> | undefined }

const parseJson = (bytes: Uint8Array): unknown => {
  if (bytes.byteLength > MAX_JSON_BYTES) {
    const mb = Math.ceil(bytes.byteLength / MEGABYTE)
    throw new AssetFailure('json_too_large', { mb, limitMb: MAX_JSON_BYTES / MEGABYTE })
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new AssetFailure('gltf_unreadable', {
      reason: quoted(error instanceof Error ? error.message : 'JSON'),
    })
  }
}

const readGlb = (bytes: Uint8Array<ArrayBuffer>): RawGltf => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 20)
    throw new AssetFailure('gltf_truncated', { bytes: bytes.byteLength, expected: 20 })
  const version = view.getUint32(4, true)
  if (version !== 2) throw new AssetFailure('gltf_version', { version })
  const expected = view.getUint32(8, true)
  if (expected > bytes.byteLength) {
    throw new AssetFailure('gltf_truncated', { bytes: bytes.byteLength, expected })
  }
  let json: unknown
  let bin: Uint8Array<ArrayBuffer> | undefined
  let offset = 12
  for (let chunk = 0; offset + 8 <= expected; chunk++) {
    const length = view.getUint32(offset, true)
    const type = view.getUint32(offset + 4, true)
    const end = offset + 8 + length
    if (end > expected) throw new AssetFailure('gltf_truncated', { bytes: expected, expected: end })
    const content = bytes.subarray(offset + 8, end)
    if (chunk === 0 && type !== JSON_CHUNK) {
      throw new AssetFailure('gltf_unreadable', { reason: 'the first chunk is not JSON' })
    }
    if (chunk === 0) json = parseJson(content)
    else if (type === BIN_CHUNK && bin === undefined) bin = content
    offset = end
  }
  return { json, bin }
}

/**
 * Opens GLB or glTF far enough to look at its JSON; nothing is interpreted.
 * @throws AssetFailure when the container is cut short or is no JSON.
 */
export const readGltfContainer = (bytes: Uint8Array<ArrayBuffer>): RawGltf => {
  const isGlb = bytes[0] === 0x67 && bytes[1] === 0x6c && bytes[2] === 0x54 && bytes[3] === 0x46
  return isGlb ? readGlb(bytes) : { json: parseJson(bytes), bin: undefined }
}
