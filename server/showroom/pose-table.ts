import { isLater, type PackedPose, type PoseMessage } from '#shared/geometry/pose.ts'

/** Faster than anyone walks or runs indoors; what is faster is a mistake or a cheat. */
export const MAX_SPEED_M_PER_S = 8
// Poses that a poor link held back arrive together: up to two seconds of walking may come at once.
const MAX_SAVED_CM = MAX_SPEED_M_PER_S * 2 * 100
const CM_PER_MS = (MAX_SPEED_M_PER_S * 100) / 1000

export type PoseVerdict = 'taken' | 'unchanged' | 'stale' | 'refused'

/** The newest accepted pose of each visitor of a hall, by handle. */
export class PoseTable {
  readonly #poses: PoseMessage[]
  readonly #receivedMs: Float64Array
  readonly #savedCm: Float64Array
  readonly #halfWidthCm: number
  readonly #halfDepthCm: number

  constructor(widthM: number, depthM: number, capacity: number) {
    this.#poses = Array.from({ length: capacity + 1 }, () => ({
      xCm: 0,
      zCm: 0,
      turn256: 0,
      flags: 0,
      sequence: 0,
    }))
    this.#receivedMs = new Float64Array(capacity + 1)
    this.#savedCm = new Float64Array(capacity + 1)
    this.#halfWidthCm = widthM * 50
    this.#halfDepthCm = depthM * 50
  }

  poseOf(handle: number): Readonly<PoseMessage> {
    const pose = this.#poses[handle]
    if (!pose) throw new RangeError(`no handle ${handle}`)
    return pose
  }

  ageMs(handle: number, nowMs: number): number {
    return Math.max(0, nowMs - (this.#receivedMs[handle] ?? 0))
  }

  isInside(xCm: number, zCm: number): boolean {
    return Math.abs(xCm) <= this.#halfWidthCm && Math.abs(zCm) <= this.#halfDepthCm
  }

  /** Puts a visitor somewhere by the server's own decision. */
  put(handle: number, pose: PackedPose, nowMs: number): void {
    Object.assign(this.poseOf(handle), pose)
    this.#receivedMs[handle] = nowMs
    this.#savedCm[handle] = MAX_SAVED_CM / 2
  }

  /** Forgets the former owner of a handle. */
  reset(handle: number, pose: PackedPose, nowMs: number): void {
    this.put(handle, pose, nowMs)
    Object.assign(this.poseOf(handle), { sequence: 0 })
  }

  /** Takes a pose that a visitor sent, unless it is old, off the plan, or too far to have walked. */
  accept(handle: number, message: PoseMessage, nowMs: number): PoseVerdict {
    const pose = this.#poses[handle]
    if (!pose || !isLater(message.sequence, pose.sequence)) return 'stale'
    if (!this.isInside(message.xCm, message.zCm)) return 'refused'
    const walkedCm = Math.hypot(message.xCm - pose.xCm, message.zCm - pose.zCm)
    const elapsedMs = nowMs - (this.#receivedMs[handle] ?? 0)
    const savedCm = Math.min(MAX_SAVED_CM, (this.#savedCm[handle] ?? 0) + elapsedMs * CM_PER_MS)
    if (walkedCm > savedCm) return 'refused'
    this.#savedCm[handle] = savedCm - walkedCm
    this.#receivedMs[handle] = nowMs
    const changed = walkedCm > 0 || message.turn256 !== pose.turn256 || message.flags !== pose.flags
    pose.xCm = message.xCm
    pose.zCm = message.zCm
    pose.turn256 = message.turn256
    pose.flags = message.flags
    pose.sequence = message.sequence
    return changed ? 'taken' : 'unchanged'
  }
}
