/** What one run may take; every figure can be lowered by the caller, tests do. */
export type PipelineLimits = {
  /** Resident memory of the child while it parses, and while it encodes textures. */
  memoryMb: number
  textureMemoryMb: number
  timeMs: number
  /** Real bytes that an archive may unpack to. */
  unpackedMb: number
}

export const DEFAULT_LIMITS: PipelineLimits = {
  memoryMb: 512,
  textureMemoryMb: 1024,
  timeMs: 180_000,
  unpackedMb: 1024,
}

// The official validator finds none of what these stop: a 238-byte file may declare 150 million vertices.
export const MAX_DECLARED_BYTES = 256 * 2 ** 20
export const MAX_IMPLIED_BYTES = 32 * 2 ** 20
export const MAX_JSON_BYTES = 16 * 2 ** 20
export const MAX_NODES = 10_000
export const MAX_DEPTH = 64
export const MAX_IMAGE_PIXELS = 67_200_000 // 8192 x 8192 and a little
export const MAX_DRAWN_TRIANGLES = 8_000_000
/** Text formats grow about eightfold while three's loaders hold them. */
export const MAX_TEXT_MODEL_BYTES = 96 * 2 ** 20
export const MAX_BINARY_MODEL_BYTES = 256 * 2 ** 20
