import {
  gestureOf,
  headingOf,
  voiceOf,
  type Gesture,
  type PackedPose,
  type Voice,
} from '#shared/geometry/pose.ts'

/** Another visitor as drawn; changed in place at each frame. */
export interface RemotePose {
  readonly handle: number
  xM: number
  zM: number
  headingDeg: number
  gesture: Gesture
  voice: Voice
  /** The newest pose that the server told of; what is drawn follows a moment later. */
  readonly newest: Readonly<PackedPose>
}

const SAMPLES = 8
const FIRST_GAP_MS = 1000 / 15
// Someone who stood still for longer than this walks off now, not all the time since.
const PAUSE_MS = 600
const MIN_DELAY_MS = 100
const MAX_DELAY_MS = 650

/** The last few poses of one visitor, and where between two of them to draw. Allocates nothing per pose. */
export class PresenceTrack implements RemotePose {
  readonly handle: number
  xM = 0
  zM = 0
  headingDeg = 0
  gesture: Gesture = 'none'
  voice: Voice = 'off'
  readonly newest: PackedPose = { xCm: 0, zCm: 0, turn256: 0, flags: 0 }
  /** Server time of the snapshot that told the newest pose. */
  toldMs = -Infinity
  readonly #timeMs = new Float64Array(SAMPLES)
  readonly #xM = new Float64Array(SAMPLES)
  readonly #zM = new Float64Array(SAMPLES)
  readonly #headingDeg = new Float64Array(SAMPLES)
  #count = 0
  #gapMs = FIRST_GAP_MS

  constructor(handle: number) {
    this.handle = handle
  }

  /** Takes a pose that was made at `madeMs` and told at `toldMs`, both by the server's clock. */
  push(pose: PackedPose, madeMs: number, toldMs: number): void {
    const last = this.#newestTime()
    const moved =
      this.#count === 0 ||
      pose.xCm !== this.newest.xCm ||
      pose.zCm !== this.newest.zCm ||
      pose.turn256 !== this.newest.turn256
    this.toldMs = toldMs
    this.newest.xCm = pose.xCm
    this.newest.zCm = pose.zCm
    this.newest.turn256 = pose.turn256
    this.newest.flags = pose.flags
    this.gesture = gestureOf(pose.flags)
    this.voice = voiceOf(pose.flags)
    if (!moved) return
    const timeMs = Math.max(madeMs, last + 1)
    if (this.#count > 0 && timeMs - last > PAUSE_MS) this.#repeatNewest(timeMs - FIRST_GAP_MS)
    else if (this.#count > 0) this.#gapMs += (timeMs - last - this.#gapMs) * 0.2
    this.#append(timeMs, pose.xCm / 100, pose.zCm / 100, headingOf(pose.turn256))
    if (this.#count === 1) this.draw(timeMs)
  }

  #newestTime(): number {
    return this.#count === 0 ? -Infinity : (this.#timeMs[(this.#count - 1) % SAMPLES] ?? 0)
  }

  #repeatNewest(timeMs: number): void {
    const at = (this.#count - 1) % SAMPLES
    this.#append(timeMs, this.#xM[at] ?? 0, this.#zM[at] ?? 0, this.#headingDeg[at] ?? 0)
  }

  #append(timeMs: number, xM: number, zM: number, headingDeg: number): void {
    const at = this.#count++ % SAMPLES
    this.#timeMs[at] = timeMs
    this.#xM[at] = xM
    this.#zM[at] = zM
    this.#headingDeg[at] = headingDeg
  }

  /** How far behind the newest pose to draw, so that there is one on either side. */
  get delayMs(): number {
    return Math.max(MIN_DELAY_MS, Math.min(MAX_DELAY_MS, this.#gapMs * 1.5))
  }

  /** Sets what is drawn to the pose at `timeMs` by the server's clock. */
  draw(timeMs: number): void {
    if (this.#count === 0) return
    const oldest = Math.max(0, this.#count - SAMPLES)
    let later = this.#count - 1
    while (later > oldest && (this.#timeMs[(later - 1) % SAMPLES] ?? 0) >= timeMs) later--
    const b = later % SAMPLES
    const a = Math.max(oldest, later - 1) % SAMPLES
    const fromMs = this.#timeMs[a] ?? 0
    const spanMs = (this.#timeMs[b] ?? 0) - fromMs
    const share = spanMs > 0 ? Math.max(0, Math.min(1, (timeMs - fromMs) / spanMs)) : 1
    const fromX = this.#xM[a] ?? 0
    const fromZ = this.#zM[a] ?? 0
    const fromDeg = this.#headingDeg[a] ?? 0
    // The short way round.
    const turnDeg = (((((this.#headingDeg[b] ?? 0) - fromDeg) % 360) + 540) % 360) - 180
    this.xM = fromX + ((this.#xM[b] ?? 0) - fromX) * share
    this.zM = fromZ + ((this.#zM[b] ?? 0) - fromZ) * share
    this.headingDeg = (fromDeg + turnDeg * share + 360) % 360
  }
}
