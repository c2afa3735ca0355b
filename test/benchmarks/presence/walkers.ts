import type { PackedPose } from '#shared/geometry/pose.ts'

export const HALL_WIDTH_M = 100
export const HALL_DEPTH_M = 60
export const POSES_PER_SECOND = 15
const SPEED_M_PER_S = 1.4
const STAGE_RADIUS_M = 8
const TURN_EVERY_S = 8

/** Mulberry32: the same visitors in every run. */
export const seededRandom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/** Visitors who walk straight, turn now and then, and turn back at walls; some may crowd around the stage. */
export class Walkers {
  readonly count: number
  readonly #crowd: number
  readonly #xM: Float64Array
  readonly #zM: Float64Array
  readonly #angle: Float64Array
  readonly #random: () => number

  constructor(count: number, crowd: number, seed = 7) {
    this.count = count
    this.#crowd = Math.min(crowd, count)
    this.#xM = new Float64Array(count)
    this.#zM = new Float64Array(count)
    this.#angle = new Float64Array(count)
    this.#random = seededRandom(seed)
    for (let i = 0; i < count; i++) this.#begin(i)
  }

  #begin(i: number): void {
    const random = this.#random
    this.#angle[i] = random() * Math.PI * 2
    if (i < this.#crowd) {
      // Evenly over the disc around the stage.
      const radius = STAGE_RADIUS_M * Math.sqrt(random())
      const around = random() * Math.PI * 2
      this.#xM[i] = radius * Math.cos(around)
      this.#zM[i] = radius * Math.sin(around)
    } else {
      this.#xM[i] = (random() - 0.5) * (HALL_WIDTH_M - 1)
      this.#zM[i] = (random() - 0.5) * (HALL_DEPTH_M - 1)
    }
  }

  /** Moves one visitor on by the time between two poses. */
  step(i: number): void {
    const stepM = SPEED_M_PER_S / POSES_PER_SECOND
    if (this.#random() < 1 / (TURN_EVERY_S * POSES_PER_SECOND)) this.#angle[i] = this.#random() * Math.PI * 2
    const angle = this.#angle[i] ?? 0
    const xM = (this.#xM[i] ?? 0) + Math.cos(angle) * stepM
    const zM = (this.#zM[i] ?? 0) + Math.sin(angle) * stepM
    const isFree =
      i < this.#crowd
        ? Math.hypot(xM, zM) < STAGE_RADIUS_M
        : Math.abs(xM) < HALL_WIDTH_M / 2 - 0.5 && Math.abs(zM) < HALL_DEPTH_M / 2 - 0.5
    if (!isFree) {
      this.#angle[i] = angle + Math.PI
      return
    }
    this.#xM[i] = xM
    this.#zM[i] = zM
  }

  packed(i: number): PackedPose {
    return {
      xCm: Math.round((this.#xM[i] ?? 0) * 100),
      zCm: Math.round((this.#zM[i] ?? 0) * 100),
      turn256: Math.round(((this.#angle[i] ?? 0) / (Math.PI * 2)) * 256) & 255,
      flags: 0,
    }
  }

  distanceM(a: number, b: number): number {
    return Math.hypot((this.#xM[a] ?? 0) - (this.#xM[b] ?? 0), (this.#zM[a] ?? 0) - (this.#zM[b] ?? 0))
  }
}
