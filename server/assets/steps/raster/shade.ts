import { decodeSrgb } from '#shared/textile/colour.ts'
import type { Camera } from './camera.ts'
import { samplePicture } from './picture.ts'
import type { Map2d, RenderScene, Surface } from './scene.ts'
import type { Shadows } from './shadow-maps.ts'
import { type DomeLight, studioRadiance } from './studio.ts'

export type Lighting = {
  lights: readonly DomeLight[]
  shadows: Shadows | undefined
  /** Each sample of a pixel takes one of this many groups of lights; together they take all. At most eight. */
  groups: number
}

/**
 * Shades triangle `t` at barycentric (b0, b1, b2) into linear RGBA, by the groups of lights whose bits are set: as many
 * as samples of the pixel are shaded at once.
 */
export type Shader = (
  t: number,
  b0: number,
  b1: number,
  b2: number,
  groups: number,
  out: Float32Array,
) => void

/** Logarithm (base 2) of a triangle's area on screen in samples, halved. */
export type ScreenSize = (t: number) => number

/** Within this share of the distance by which points are lifted, a point sees the lights that its neighbour saw. */
const SAME_VIEW = 0.45

const bitsOf = (mask: number): number => {
  let bits = 0
  for (let rest = mask; rest !== 0; rest >>= 1) bits += rest & 1
  return bits
}

// sRGB to linear light by a table of 1/1024 steps.
const LINEAR = Float32Array.from({ length: 1025 }, (_, i) => decodeSrgb(i / 1024))

const toLinear = (value: number): number => LINEAR[Math.round(value * 1024)] ?? 0

/** Reflectance of a rough surface under a dome: Karis 2014, "Physically Based Shading on Mobile". */
const reflectance = (f0: number, roughness: number, nv: number): number => {
  const r = 1 - roughness
  const a004 = Math.min(r * r, 2 ** (-9.28 * nv)) * r + 0.0425 - 0.0275 * roughness
  const a = -1.04 * a004 + 1.04 - 0.572 * roughness
  const b = 1.04 * a004 - 0.04 + 0.022 * roughness
  return Math.max(0, f0 * a + b)
}

const FLOOR_LIGHT = 0.34

export const createShader = (
  scene: RenderScene,
  camera: Camera,
  { lights, shadows, groups }: Lighting,
  screenSize: ScreenSize,
): Shader => {
  const { positions, normals, texCoords, colours, indices, surfaceOf, surfaces } = scene
  const texel = new Float32Array(4)
  const rays = Float32Array.from(lights.flatMap(({ direction, radiance }) => [...direction, radiance]))
  const n = new Float32Array(3)
  // By the mask of groups: the lights in it, by how much each of them counts, and how far its samples reach.
  const chosen = Array.from({ length: 1 << groups }, (_, mask) => {
    const share = bitsOf(mask)
    return {
      lights: Uint16Array.from([...lights.keys()].filter((i) => (mask & (1 << (i % groups))) !== 0)),
      weight: groups / Math.max(1, share),
      levels: 0.5 * Math.log2(Math.max(1, share)),
    }
  })

  // Which lights the last points saw: a cell of a shadow map covers several pixels, and neighbours share it.
  const seen = new Uint8Array(lights.length)
  const seenAt = new Int32Array(lights.length)
  const anchor = { x: Infinity, y: 0, z: 0, stamp: 0 }
  const reach = ((shadows?.lift ?? 0) * SAME_VIEW) ** 2

  const lookFrom = (x: number, y: number, z: number): void => {
    const dx = x - anchor.x
    const dy = y - anchor.y
    const dz = z - anchor.z
    if (dx * dx + dy * dy + dz * dz < reach) return
    anchor.x = x
    anchor.y = y
    anchor.z = z
    anchor.stamp += 1
  }

  const visible = (light: number): number => {
    if (seenAt[light] !== anchor.stamp) {
      seenAt[light] = anchor.stamp
      seen[light] = shadows?.visible(light, anchor.x, anchor.y, anchor.z) ?? 1
    }
    return seen[light] ?? 1
  }

  let levels = 0
  const lods = new Map<Map2d, { t: number; lod: number }>()
  // Grid steps of each surface's pictures are taken at the size that a triangle has on screen.
  const lodOf = (map: Map2d, t: number): number => {
    // Neighbouring samples mostly belong to one triangle.
    const last = lods.get(map)
    if (last?.t === t) return last.lod
    const lod = lodAt(map, t)
    if (last) {
      last.t = t
      last.lod = lod
    } else lods.set(map, { t, lod })
    return lod
  }

  const lodAt = (map: Map2d, t: number): number => {
    const uv = texCoords[map.set === 1 ? 1 : 0]
    const [a, b, c] = [indices[t * 3] ?? 0, indices[t * 3 + 1] ?? 0, indices[t * 3 + 2] ?? 0]
    const u0 = uv[a * 2] ?? 0
    const v0 = uv[a * 2 + 1] ?? 0
    const du1 = (uv[b * 2] ?? 0) - u0
    const dv1 = (uv[b * 2 + 1] ?? 0) - v0
    const du2 = (uv[c * 2] ?? 0) - u0
    const dv2 = (uv[c * 2 + 1] ?? 0) - v0
    const scale = Math.abs(map.m[0] * map.m[4] - map.m[1] * map.m[3]) * map.picture.width * map.picture.height
    const area = Math.abs(du1 * dv2 - dv1 * du2) * scale
    return area > 0 ? 0.5 * Math.log2(area) - screenSize(t) - 0.25 : 0
  }

  const read = (map: Map2d, t: number, b0: number, b1: number, b2: number): void => {
    const uv = texCoords[map.set === 1 ? 1 : 0]
    const [a, b, c] = [indices[t * 3] ?? 0, indices[t * 3 + 1] ?? 0, indices[t * 3 + 2] ?? 0]
    const u = (uv[a * 2] ?? 0) * b0 + (uv[b * 2] ?? 0) * b1 + (uv[c * 2] ?? 0) * b2
    const v = (uv[a * 2 + 1] ?? 0) * b0 + (uv[b * 2 + 1] ?? 0) * b1 + (uv[c * 2 + 1] ?? 0) * b2
    const { m, picture } = map
    samplePicture(
      picture,
      m[0] * u + m[1] * v + m[2],
      m[3] * u + m[4] * v + m[5],
      lodOf(map, t) + levels,
      texel,
    )
  }

  /** Along which coordinates of a map grow on the triangle, and -1 where they are mirrored; kept for its neighbours. */
  const tangent = { t: -1, x: 0, y: 0, z: 0, sign: 0 }

  const findTangent = (map: Map2d, t: number): void => {
    tangent.t = t
    tangent.sign = 0
    const uv = texCoords[map.set === 1 ? 1 : 0]
    const [a, b, c] = [indices[t * 3] ?? 0, indices[t * 3 + 1] ?? 0, indices[t * 3 + 2] ?? 0]
    const { m } = map
    const ua = uv[a * 2] ?? 0
    const va = uv[a * 2 + 1] ?? 0
    const ub = (uv[b * 2] ?? 0) - ua
    const vb = (uv[b * 2 + 1] ?? 0) - va
    const uc = (uv[c * 2] ?? 0) - ua
    const vc = (uv[c * 2 + 1] ?? 0) - va
    const du1 = m[0] * ub + m[1] * vb
    const dv1 = m[3] * ub + m[4] * vb
    const du2 = m[0] * uc + m[1] * vc
    const dv2 = m[3] * uc + m[4] * vc
    const det = du1 * dv2 - du2 * dv1
    if (Math.abs(det) < 1e-14) return
    const sign = det < 0 ? -1 : 1
    const along = (axis: number): number => {
      const p = positions[a * 3 + axis] ?? 0
      return (((positions[b * 3 + axis] ?? 0) - p) * dv2 - ((positions[c * 3 + axis] ?? 0) - p) * dv1) * sign
    }
    tangent.sign = sign
    tangent.x = along(0)
    tangent.y = along(1)
    tangent.z = along(2)
  }

  /** Tilts the normal by the map, in the frame that positions and coordinates of the triangle span. */
  const applyNormalMap = (map: Map2d, surface: Surface, t: number): void => {
    if (tangent.t !== t) findTangent(map, t)
    const { sign } = tangent
    if (sign === 0) return
    let { x: tx, y: ty, z: tz } = tangent
    const nx = n[0] ?? 0
    const ny = n[1] ?? 0
    const nz = n[2] ?? 1
    const along = tx * nx + ty * ny + tz * nz
    tx -= nx * along
    ty -= ny * along
    tz -= nz * along
    const length = Math.sqrt(tx * tx + ty * ty + tz * tz)
    if (length < 1e-12) return
    tx /= length
    ty /= length
    tz /= length
    // glTF's green points up while v points down: the bitangent runs against v.
    const bx = (ny * tz - nz * ty) * sign
    const by = (nz * tx - nx * tz) * sign
    const bz = (nx * ty - ny * tx) * sign
    const mx = ((texel[0] ?? 0.5) * 2 - 1) * surface.normalScale
    const my = ((texel[1] ?? 0.5) * 2 - 1) * surface.normalScale
    const mz = Math.max(0.05, (texel[2] ?? 1) * 2 - 1)
    n[0] = tx * mx + bx * my + nx * mz
    n[1] = ty * mx + by * my + ny * mz
    n[2] = tz * mx + bz * my + nz * mz
    const size = Math.sqrt((n[0] ?? 0) ** 2 + (n[1] ?? 0) ** 2 + (n[2] ?? 0) ** 2) || 1
    for (let k = 0; k < 3; k++) n[k] = (n[k] ?? 0) / size
  }

  return (t, b0, b1, b2, mask, out) => {
    const surface = surfaces[surfaceOf[t] ?? 0]
    const choice = chosen[mask]
    if (surface === undefined || choice === undefined) return
    levels = choice.levels
    const a3 = (indices[t * 3] ?? 0) * 3
    const b3 = (indices[t * 3 + 1] ?? 0) * 3
    const c3 = (indices[t * 3 + 2] ?? 0) * 3
    const px = (positions[a3] ?? 0) * b0 + (positions[b3] ?? 0) * b1 + (positions[c3] ?? 0) * b2
    const py = (positions[a3 + 1] ?? 0) * b0 + (positions[b3 + 1] ?? 0) * b1 + (positions[c3 + 1] ?? 0) * b2
    const pz = (positions[a3 + 2] ?? 0) * b0 + (positions[b3 + 2] ?? 0) * b1 + (positions[c3 + 2] ?? 0) * b2
    let vx = camera.eye[0] - px
    let vy = camera.eye[1] - py
    let vz = camera.eye[2] - pz
    const far = Math.sqrt(vx * vx + vy * vy + vz * vz) || 1
    vx /= far
    vy /= far
    vz /= far

    let nx = (normals[a3] ?? 0) * b0 + (normals[b3] ?? 0) * b1 + (normals[c3] ?? 0) * b2
    let ny = (normals[a3 + 1] ?? 0) * b0 + (normals[b3 + 1] ?? 0) * b1 + (normals[c3 + 1] ?? 0) * b2
    let nz = (normals[a3 + 2] ?? 0) * b0 + (normals[b3 + 2] ?? 0) * b1 + (normals[c3 + 2] ?? 0) * b2
    const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1
    // The side that is seen is lit, as three lights the back of double-sided sheets.
    const e1x = (positions[b3] ?? 0) - (positions[a3] ?? 0)
    const e1y = (positions[b3 + 1] ?? 0) - (positions[a3 + 1] ?? 0)
    const e1z = (positions[b3 + 2] ?? 0) - (positions[a3 + 2] ?? 0)
    const e2x = (positions[c3] ?? 0) - (positions[a3] ?? 0)
    const e2y = (positions[c3 + 1] ?? 0) - (positions[a3 + 1] ?? 0)
    const e2z = (positions[c3 + 2] ?? 0) - (positions[a3 + 2] ?? 0)
    const facing =
      (e1y * e2z - e1z * e2y) * vx + (e1z * e2x - e1x * e2z) * vy + (e1x * e2y - e1y * e2x) * vz < 0 ? -1 : 1
    nx = (nx / length) * facing
    ny = (ny / length) * facing
    nz = (nz / length) * facing
    n[0] = nx
    n[1] = ny
    n[2] = nz
    if (surface.normalMap !== undefined) {
      read(surface.normalMap, t, b0, b1, b2)
      applyNormalMap(surface.normalMap, surface, t)
    }
    const sx = n[0] ?? 0
    const sy = n[1] ?? 0
    const sz = n[2] ?? 0

    let r = surface.colour[0]
    let g = surface.colour[1]
    let b = surface.colour[2]
    let alpha = surface.opacity
    if (surface.colourMap !== undefined) {
      read(surface.colourMap, t, b0, b1, b2)
      r *= toLinear(texel[0] ?? 0)
      g *= toLinear(texel[1] ?? 0)
      b *= toLinear(texel[2] ?? 0)
      alpha *= texel[3] ?? 1
    }
    if (colours !== undefined) {
      const [a4, b4, c4] = [(a3 / 3) * 4, (b3 / 3) * 4, (c3 / 3) * 4]
      r *= (colours[a4] ?? 1) * b0 + (colours[b4] ?? 1) * b1 + (colours[c4] ?? 1) * b2
      g *= (colours[a4 + 1] ?? 1) * b0 + (colours[b4 + 1] ?? 1) * b1 + (colours[c4 + 1] ?? 1) * b2
      b *= (colours[a4 + 2] ?? 1) * b0 + (colours[b4 + 2] ?? 1) * b1 + (colours[c4 + 2] ?? 1) * b2
    }
    let { metallic, roughness } = surface
    if (surface.roughnessMap !== undefined) {
      read(surface.roughnessMap, t, b0, b1, b2)
      roughness *= texel[1] ?? 1
      metallic *= texel[2] ?? 1
    }
    let occlusion = 1
    if (surface.occlusionMap !== undefined) {
      if (surface.occlusionMap !== surface.roughnessMap) read(surface.occlusionMap, t, b0, b1, b2)
      occlusion = 1 + surface.occlusionStrength * ((texel[0] ?? 1) - 1)
    }

    // Light of the dome, each with its shadow; the floor sends some back from below.
    let light = 0
    let weight = 0
    const lift = shadows?.lift ?? 0
    if (shadows !== undefined) lookFrom(px + nx * lift, py + ny * lift, pz + nz * lift)
    const { lights: lit } = choice
    for (let k = 0; k < lit.length; k++) {
      const i = lit[k] ?? 0
      const lx = rays[i * 4] ?? 0
      const ly = rays[i * 4 + 1] ?? 0
      const lz = rays[i * 4 + 2] ?? 0
      const cosine = sx * lx + sy * ly + sz * lz
      if (cosine <= 0) continue
      const w = cosine * (rays[i * 4 + 3] ?? 0)
      let sees = 1
      if (shadows !== undefined) sees = nx * lx + ny * ly + nz * lz <= 0.02 ? 0.4 : visible(i)
      light += w * sees
      weight += w
    }
    const openness = (weight > 0 ? light / weight : 0.6) * occlusion
    light = light * choice.weight * occlusion + FLOOR_LIGHT * (0.5 - 0.5 * sy) * (0.4 + 0.6 * openness) + 0.05

    const nv = Math.max(0.02, sx * vx + sy * vy + sz * vz)
    const rx = 2 * nv * sx - vx
    const ry = 2 * nv * sy - vy
    const rz = 2 * nv * sz - vz
    const mirror = studioRadiance(rx, ry, rz, roughness * roughness) * 0.62 * (0.25 + 0.75 * openness)
    const dielectric = 0.04
    const diffuse = (1 - metallic) * light
    out[0] = r * diffuse + mirror * reflectance(dielectric + (r - dielectric) * metallic, roughness, nv)
    out[1] = g * diffuse + mirror * reflectance(dielectric + (g - dielectric) * metallic, roughness, nv)
    out[2] = b * diffuse + mirror * reflectance(dielectric + (b - dielectric) * metallic, roughness, nv)

    const [hr, hg, hb] = surface.sheen
    if (hr + hg + hb > 0) {
      let [qr, qg, qb] = [hr, hg, hb]
      if (surface.sheenMap !== undefined) {
        read(surface.sheenMap, t, b0, b1, b2)
        qr *= toLinear(texel[0] ?? 0)
        qg *= toLinear(texel[1] ?? 0)
        qb *= toLinear(texel[2] ?? 0)
      }
      // Cloth fibres catch light at grazing angles (shape after Estevez and Kulla 2017).
      const rim = 0.12 + 0.55 * (1 - nv) ** (1 + 3 * (1 - surface.sheenRoughness))
      const keep = 1 - 0.5 * rim * Math.max(qr, qg, qb)
      out[0] = (out[0] ?? 0) * keep + qr * rim * light
      out[1] = (out[1] ?? 0) * keep + qg * rim * light
      out[2] = (out[2] ?? 0) * keep + qb * rim * light
    }
    if (surface.clearcoat > 0) {
      const coat = surface.clearcoat * reflectance(0.04, 0.08, nv)
      const gloss = studioRadiance(rx, ry, rz, 0.01) * 0.62 * openness * coat
      for (let k = 0; k < 3; k++) out[k] = (out[k] ?? 0) * (1 - coat) + gloss
    }
    const [er, eg, eb] = surface.emissive
    if (er + eg + eb > 0) {
      let [qr, qg, qb] = [er, eg, eb]
      if (surface.emissiveMap !== undefined) {
        read(surface.emissiveMap, t, b0, b1, b2)
        qr *= toLinear(texel[0] ?? 0)
        qg *= toLinear(texel[1] ?? 0)
        qb *= toLinear(texel[2] ?? 0)
      }
      out[0] = (out[0] ?? 0) + qr
      out[1] = (out[1] ?? 0) + qg
      out[2] = (out[2] ?? 0) + qb
    }
    out[3] =
      surface.alpha === 'OPAQUE' ? 1 : surface.alpha === 'MASK' ? (alpha >= surface.cutoff ? 1 : 0) : alpha
  }
}
