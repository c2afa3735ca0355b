import { gunzipSync } from 'node:zlib'
import { JoinRequest, WrappedJoinRequest, WrappedJoinRequest_Compression } from '@livekit/protocol'

/** Unpacked: a description of a few hundred sections fits, a bomb does not. */
const MOST_BYTES = 512_000

/** Reads what a client says of itself as it joins (`join_request` in the address). Undefined where it can't be read. */
export const readJoinRequest = (encoded: string): JoinRequest | undefined => {
  try {
    const { compression, joinRequest } = WrappedJoinRequest.fromBinary(Buffer.from(encoded, 'base64url'))
    const bytes =
      compression === WrappedJoinRequest_Compression.GZIP
        ? gunzipSync(joinRequest, { maxOutputLength: MOST_BYTES })
        : joinRequest
    return JoinRequest.fromBinary(bytes)
  } catch {
    return undefined
  }
}
