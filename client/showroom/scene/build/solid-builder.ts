import { BufferAttribute, BufferGeometry, Color } from 'three'

/** Light that reaches a point of a surface, 0..1: ambient occlusion baked into vertices. */
export type Shade = (xM: number, yM: number, zM: number) => number

export interface SolidPlacement {
  xM: number
  /** Of the lowest point. */
  yM: number
  zM: number
  /** Clockwise seen from above. */
  turnDeg: number
}

/** Darkens towards the floor, as where a wall meets it. */
export const FLOOR_SHADE: Shade = (_x, y) => 0.68 + 0.32 * Math.min(1, Math.sqrt(Math.max(0, y) / 0.5))
export const NO_SHADE: Shade = () => 1

const scratchColor = new Color()

/**
 * Collects many solids into one geometry with vertex colours, so that all furniture of a hall is one draw call.
 * Placement is in the hall's metres, turns clockwise seen from above.
 */
export interface SolidBuilder {
  box(at: SolidPlacement, size: readonly [number, number, number], color: string, options?: BoxOptions): void
  /** A solid of revolution from rings of [radius, height]. */
  lathe(
    at: SolidPlacement,
    rings: readonly (readonly [number, number])[],
    color: string,
    options?: LatheOptions,
  ): void
  /** A bar between two points given in the placement's own coordinates. */
  bar(
    at: SolidPlacement,
    from: readonly [number, number, number],
    to: readonly [number, number, number],
    radiusM: number,
    color: string,
  ): void
  readonly triangles: number
  build(): BufferGeometry
}

export interface BoxOptions {
  readonly shade?: Shade
  /** Heights at which sides are cut, so that shading has vertices there. */
  readonly cuts?: readonly number[]
  readonly withBottom?: boolean
  readonly withTop?: boolean
}

export interface LatheOptions {
  readonly sides?: number
  readonly shade?: Shade
  /** Depth against width: a torso is flatter than round. */
  readonly flatten?: number
}

const NO_CUTS: readonly number[] = []

export function createSolidBuilder(): SolidBuilder {
  const positions: number[] = []
  const normals: number[] = []
  const colors: number[] = []
  const indices: number[] = []
  let cos = 1
  let sin = 0

  function aim(at: SolidPlacement): void {
    const angle = (at.turnDeg * Math.PI) / 180
    cos = Math.cos(angle)
    sin = Math.sin(angle)
  }

  function vertex(
    at: SolidPlacement,
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    shade: Shade,
  ): number {
    const wx = at.xM + x * cos - z * sin
    const wy = at.yM + y
    const wz = at.zM + x * sin + z * cos
    positions.push(wx, wy, wz)
    normals.push(nx * cos - nz * sin, ny, nx * sin + nz * cos)
    const light = shade(wx, wy, wz)
    colors.push(scratchColor.r * light, scratchColor.g * light, scratchColor.b * light)
    return positions.length / 3 - 1
  }

  function quad(a: number, b: number, c: number, d: number): void {
    indices.push(a, b, c, a, c, d)
  }

  return {
    box(at, [w, h, d], color, options = {}) {
      aim(at)
      scratchColor.set(color)
      const shade = options.shade ?? FLOOR_SHADE
      const x = w / 2
      const z = d / 2
      const stops = [0, ...(options.cuts ?? NO_CUTS).filter((cut) => cut > 0 && cut < h), h]
      const sides = [
        [-x, z, x, z, 0, 1],
        [x, z, x, -z, 1, 0],
        [x, -z, -x, -z, 0, -1],
        [-x, -z, -x, z, -1, 0],
      ] as const
      for (const [ax, az, bx, bz, nx, nz] of sides) {
        let left = -1
        let right = -1
        for (const y of stops) {
          const nextLeft = vertex(at, ax, y, az, nx, 0, nz, shade)
          const nextRight = vertex(at, bx, y, bz, nx, 0, nz, shade)
          if (left >= 0) quad(left, right, nextRight, nextLeft)
          left = nextLeft
          right = nextRight
        }
      }
      if (options.withTop !== false) {
        quad(
          vertex(at, -x, h, z, 0, 1, 0, shade),
          vertex(at, x, h, z, 0, 1, 0, shade),
          vertex(at, x, h, -z, 0, 1, 0, shade),
          vertex(at, -x, h, -z, 0, 1, 0, shade),
        )
      }
      if (options.withBottom) {
        quad(
          vertex(at, -x, 0, -z, 0, -1, 0, shade),
          vertex(at, x, 0, -z, 0, -1, 0, shade),
          vertex(at, x, 0, z, 0, -1, 0, shade),
          vertex(at, -x, 0, z, 0, -1, 0, shade),
        )
      }
    },
    lathe(at, rings, color, options = {}) {
      aim(at)
      scratchColor.set(color)
      const shade = options.shade ?? FLOOR_SHADE
      const sides = options.sides ?? 14
      const flatten = options.flatten ?? 1
      let previous = -1
      rings.forEach(([radius, y], ring) => {
        const before = rings[Math.max(0, ring - 1)] ?? [radius, y]
        const after = rings[Math.min(rings.length - 1, ring + 1)] ?? [radius, y]
        const run = after[1] - before[1]
        const rise = before[0] - after[0]
        const length = Math.hypot(run, rise) || 1
        const start = positions.length / 3
        for (let side = 0; side <= sides; side++) {
          const angle = (side / sides) * Math.PI * 2
          const c = Math.cos(angle)
          const s = Math.sin(angle)
          vertex(
            at,
            c * radius,
            y,
            s * radius * flatten,
            (c * run) / length,
            rise / length,
            (s * run) / length,
            shade,
          )
        }
        if (previous >= 0) {
          for (let side = 0; side < sides; side++) {
            quad(previous + side + 1, previous + side, start + side, start + side + 1)
          }
        }
        previous = start
      })
    },
    bar(at, from, to, radiusM, color) {
      aim(at)
      scratchColor.set(color)
      const dx = to[0] - from[0]
      const dy = to[1] - from[1]
      const dz = to[2] - from[2]
      const length = Math.hypot(dx, dy, dz)
      // Two directions across the bar.
      const upright = Math.abs(dy) > 0.9 * length
      const ux = upright ? 1 : -dz / Math.hypot(dx, dz)
      const uz = upright ? 0 : dx / Math.hypot(dx, dz)
      const vx = (-dy * uz) / length
      const vy = (dx * uz - dz * ux) / length
      const vz = (dy * ux) / length
      const sides = 6
      const start = positions.length / 3
      for (let side = 0; side <= sides; side++) {
        const angle = (side / sides) * Math.PI * 2
        const c = Math.cos(angle)
        const s = Math.sin(angle)
        const nx = ux * c + vx * s
        const ny = vy * s
        const nz = uz * c + vz * s
        vertex(
          at,
          from[0] + nx * radiusM,
          from[1] + ny * radiusM,
          from[2] + nz * radiusM,
          nx,
          ny,
          nz,
          NO_SHADE,
        )
        vertex(at, to[0] + nx * radiusM, to[1] + ny * radiusM, to[2] + nz * radiusM, nx, ny, nz, NO_SHADE)
      }
      for (let side = 0; side < sides; side++) {
        const a = start + side * 2
        quad(a + 2, a, a + 1, a + 3)
      }
    },
    get triangles() {
      return indices.length / 3
    },
    build() {
      const geometry = new BufferGeometry()
      geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
      geometry.setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3))
      geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 3))
      geometry.setIndex(indices)
      return geometry
    },
  }
}
