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
  /** A box with soft edges, as a cushion has. */
  pillow(at: SolidPlacement, size: readonly [number, number, number], color: string): void
  /** A flat piece that is seen from both sides; corners in the placement's own coordinates, in order around it. */
  sheet(at: SolidPlacement, corners: readonly Corner[], color: string, options?: { shade?: Shade }): void
  readonly triangles: number
  /** So far. */
  readonly vertices: number
  /** Its vertex colours are shaded; `albedoOf` tells them without. */
  build(): BufferGeometry
}

type Corner = readonly [x: number, y: number, z: number]

export interface BoxOptions {
  readonly shade?: Shade
  /** Heights at which sides are cut, so that shading has vertices there. */
  readonly cuts?: readonly number[]
  /** Distances from each end at which the two long sides (along the width) are cut as well. */
  readonly endCuts?: readonly number[]
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
const WHOLE = [0, 1]

/** Where a side of this length is cut, as shares of it: near both ends, where walls meet. */
function sharesOf(lengthM: number, endCuts: readonly number[]): number[] {
  const near = endCuts.filter((cut) => cut > 0 && cut < lengthM / 2).map((cut) => cut / lengthM)
  return [0, ...near, ...near.map((share) => 1 - share).reverse(), 1]
}

/** Colours of a built geometry's vertices without any shading, linear. */
export function albedoOf(geometry: BufferGeometry): Float32Array {
  const albedo: unknown = geometry.userData['albedo']
  return albedo instanceof Float32Array ? albedo : new Float32Array(0)
}

export function createSolidBuilder(): SolidBuilder {
  const positions: number[] = []
  const normals: number[] = []
  const colors: number[] = []
  const albedo: number[] = []
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
    albedo.push(scratchColor.r, scratchColor.g, scratchColor.b)
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
        const shares = nz === 0 ? WHOLE : sharesOf(w, options.endCuts ?? NO_CUTS)
        let before: number[] = []
        for (const y of stops) {
          const row = shares.map((share) =>
            vertex(at, ax + (bx - ax) * share, y, az + (bz - az) * share, nx, 0, nz, shade),
          )
          for (let i = 1; i < before.length; i++)
            quad(before[i - 1] ?? 0, before[i] ?? 0, row[i] ?? 0, row[i - 1] ?? 0)
          before = row
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
    pillow(at, [w, h, d], color) {
      aim(at)
      scratchColor.set(color)
      const soft = Math.min(0.05, w / 2.2, h / 2.2, d / 2.2)
      // Two points a corner; rings from bottom to top as [inset, height, rise of the normal].
      const rings = [[soft, 0, -0.9], [0, soft, -0.25], [0, h - soft, 0.25], [soft, h, 0.9]] as const // prettier-ignore
      let previous = -1
      for (const [inset, y, rise] of rings) {
        const start = positions.length / 3
        for (let at8 = 0; at8 <= 8; at8++) {
          const angle = ((at8 + 0.5) / 8) * Math.PI * 2
          const sx = Math.sign(Math.cos(angle))
          const sz = Math.sign(Math.sin(angle))
          const isWide = Math.abs(Math.cos(angle)) > Math.abs(Math.sin(angle))
          const x = sx * (w / 2 - inset - (isWide ? 0 : soft))
          const z = sz * (d / 2 - inset - (isWide ? soft : 0))
          const flat = Math.sqrt(1 - rise * rise)
          const nx = (isWide ? sx * 0.92 : sx * 0.38) * flat
          const nz = (isWide ? sz * 0.38 : sz * 0.92) * flat
          vertex(at, x, y, z, nx, rise, nz, FLOOR_SHADE)
        }
        if (previous >= 0)
          for (let i = 0; i < 8; i++) quad(previous + i + 1, previous + i, start + i, start + i + 1)
        previous = start
      }
      for (let i = 1; i < 7; i++) indices.push(previous, previous + i + 1, previous + i)
    },
    sheet(at, corners, color, options = {}) {
      const [a, b, , d] = corners
      if (!a || !b || !d) return
      aim(at)
      scratchColor.set(color)
      const ux = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const
      const vx = [d[0] - a[0], d[1] - a[1], d[2] - a[2]] as const
      const n = [
        ux[1] * vx[2] - ux[2] * vx[1],
        ux[2] * vx[0] - ux[0] * vx[2],
        ux[0] * vx[1] - ux[1] * vx[0],
      ] as const
      const length = Math.hypot(...n) || 1
      for (const side of [1, -1]) {
        const [i, j, k, l] = corners.map(([x, y, z]) =>
          vertex(
            at,
            x,
            y,
            z,
            (side * n[0]) / length,
            (side * n[1]) / length,
            (side * n[2]) / length,
            options.shade ?? FLOOR_SHADE,
          ),
        )
        if (i === undefined || j === undefined || k === undefined || l === undefined) return
        if (side === 1) quad(i, j, k, l)
        else quad(i, l, k, j)
      }
    },
    get vertices() {
      return positions.length / 3
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
      geometry.userData['albedo'] = new Float32Array(albedo)
      return geometry
    },
  }
}
