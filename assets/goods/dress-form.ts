import { gridMesh, joined, moved, tubeMesh, type Mesh } from './mesh.ts'
import type { ShapePart } from './shape.ts'

const TAU = Math.PI * 2
const lerp = (a: number, b: number, t: number) => a + (b - a) * t
const smooth = (t: number) => {
  const c = Math.min(1, Math.max(0, t))
  return c * c * (3 - 2 * c)
}

/** Height of the shoulders of a form on its stand, in metres. */
export const SHOULDER_M = 1.4

type Section = readonly [downM: number, halfWidth: number, front: number, back: number]

/** Sections of a dress form of size 40 from the neck down: half width, and depth before and behind the middle. */
const SECTIONS: readonly Section[] = [
  [-0.1, 0.052, 0.052, 0.058],
  [-0.05, 0.055, 0.052, 0.062],
  [-0.02, 0.085, 0.055, 0.07],
  [0.0, 0.125, 0.062, 0.078],
  [0.03, 0.162, 0.074, 0.09],
  [0.08, 0.172, 0.092, 0.1],
  [0.16, 0.165, 0.125, 0.1],
  [0.22, 0.158, 0.132, 0.096],
  [0.3, 0.138, 0.104, 0.084],
  [0.38, 0.124, 0.088, 0.078],
  [0.46, 0.142, 0.1, 0.094],
  [0.56, 0.168, 0.11, 0.118],
  [0.64, 0.174, 0.11, 0.124],
  [0.72, 0.168, 0.104, 0.112],
]

/** Half width and depths of the form at a height below its shoulders, in metres. */
const sectionAt = (down: number): readonly [number, number, number] => {
  const next = SECTIONS.findIndex(([at]) => at >= down)
  const b = SECTIONS[next === -1 ? SECTIONS.length - 1 : next]
  const a = SECTIONS[Math.max(0, next === -1 ? SECTIONS.length - 1 : next - 1)]
  if (!a || !b) throw new RangeError('a form has sections')
  const t = a === b ? 0 : smooth((down - a[0]) / (b[0] - a[0])) * 0.5 + ((down - a[0]) / (b[0] - a[0])) * 0.5
  return [lerp(a[1], b[1], t), lerp(a[2], b[2], t), lerp(a[3], b[3], t)]
}

/** A point on the form: `down` metres below the shoulders, `angle` from +x towards the front, `out` above its skin. */
export const formPoint = (down: number, angle: number, out = 0): readonly [number, number, number] => {
  const [width, front, back] = sectionAt(down)
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  return [(width + out) * c, SHOULDER_M - down, ((s > 0 ? front : back) + out) * s]
}

const FOOT_DOWN_M = 0.72

/** Distance of a point from the form's skin in metres, negative inside; `skinM` grows it. Good near the skin. */
export const formDistanceM =
  (skinM: number) =>
  (x: number, y: number, z: number): number => {
    const down = SHOULDER_M - y
    const [width, front, back] = sectionAt(Math.min(FOOT_DOWN_M, Math.max(-0.1, down)))
    const [a, b] = [width + skinM, (z > 0 ? front : back) + skinM]
    const sideways = (Math.hypot(x / a, z / b) - 1) * Math.min(a, b)
    return Math.max(sideways, down - FOOT_DOWN_M - skinM, -0.1 - skinM - down)
  }

/** The torso of a form, closed by its foot; `easeM` slimmer below the shoulders. */
const torso = (easeM: number): Mesh => {
  const skin = gridMesh(32, 30, (u, v) => {
    const down = lerp(FOOT_DOWN_M, -0.1, v)
    const [x, y, z] = formPoint(down, -u * TAU, -easeM * smooth((down - 0.03) / 0.05))
    return [x, y, z, u * 900, v * 820]
  })
  const foot = gridMesh(32, 1, (u, v) => {
    const [x, y, z] = formPoint(FOOT_DOWN_M, u * TAU, -easeM)
    return [x * v, y, z * v, x * 1000, z * 1000]
  })
  return joined(skin, foot)
}

const lathe = (profile: readonly (readonly [radius: number, y: number])[]): Mesh =>
  gridMesh(28, profile.length - 1, (u, v) => {
    const [radius, y] = profile[Math.round(v * (profile.length - 1))] ?? [0, 0]
    const angle = -u * TAU
    return [radius * Math.cos(angle), y, radius * Math.sin(angle), u * 300, y * 1000]
  })

/** Neck cap, pole and foot of a form on a stand. */
const stand = (): ShapePart[] => {
  const top = SHOULDER_M + 0.1
  const cap = lathe([
    [0.054, top - 0.004], [0.056, top + 0.002], [0.052, top + 0.01], [0.02, top + 0.016], [0.016, top + 0.03],
    [0.02, top + 0.038], [0.014, top + 0.05], [0, top + 0.052],
  ]) // prettier-ignore
  const foot = lathe([[0.17, 0], [0.172, 0.012], [0.166, 0.02], [0.05, 0.028], [0.022, 0.05], [0.0, 0.05]]) // prettier-ignore
  const pole = tubeMesh([[0, 0.04, 0], [0, 0.4, 0], [0, SHOULDER_M - FOOT_DOWN_M + 0.01, 0]], 0.013, 14) // prettier-ignore
  return [
    { name: 'cap', mesh: joined(cap, foot), surface: 'wood', seamless: true },
    { name: 'pole', mesh: pole, surface: 'metal', seamless: true },
  ]
}

/**
 * A dress form on its stand, covered with linen; `easeM` slimmer where a garment hides it, so that it never shows
 * through when both are drawn coarsely.
 */
export const standingForm = (easeM = 0): ShapePart[] => [
  { name: 'form', mesh: torso(easeM), surface: 'linen', seamless: true },
  ...stand(),
]

/** Height of a smaller form's torso over the floor: its pole is drawn out, so that what it wears hangs at eye level. */
const SMALL_TORSO_M = 0.78
const TORSO_M = SHOULDER_M - FOOT_DOWN_M

/** What a form wears, and the form, for somebody of `scale` of a grown person; pole and foot keep their thickness. */
export const forWearer = (scale: number, parts: readonly ShapePart[]): ShapePart[] => {
  if (scale === 1) return [...parts]
  return parts.map(({ mesh, ...part }) => {
    const isStand = part.name === 'pole' || part.name === 'cap'
    const smaller = moved(mesh, (x, y, z) =>
      isStand && y <= TORSO_M + 0.02
        ? [x, (y / TORSO_M) * SMALL_TORSO_M, z]
        : [x * scale, SMALL_TORSO_M + (y - TORSO_M) * scale, z * scale],
    )
    return { ...part, mesh: { ...smaller, uvMm: mesh.uvMm.map((mm) => mm * scale) } }
  })
}
