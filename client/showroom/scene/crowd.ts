import {
  type BufferGeometry,
  Color,
  Group,
  InstancedMesh,
  type Material,
  Matrix4,
  MeshBasicMaterial,
  MeshLambertMaterial,
  Quaternion,
  Vector3,
} from 'three'
import type { Lanyard } from '#shared/model/principal.ts'
import { LANYARD_COLOURS } from '#client/ui-kit/theme.ts'
import type { PoseSource, VisitorInfo } from '../state/pose-source.ts'
import {
  FIGURE,
  buildFootShadow,
  buildHead,
  buildLimb,
  buildSpeakingRing,
  buildTorso,
} from './build/figure.ts'

const HEAD_COLOR = new Color('#e6d3bf')
const TROUSERS_COLOR = new Color('#4a4744')
const SEEN_M = 45
/** Whoever stands in one's own shoes would only hide the view. */
const TOO_NEAR_M = 0.7
/** Eases between poses that arrive 10-15 times a second. */
const EASE_PER_S = 12
/** Farther than this in one pose is a teleport. */
const JUMP_M = 4

const COATS: Readonly<Record<Lanyard, Color>> = {
  buyer: new Color(LANYARD_COLOURS.buyer),
  exhibitor: new Color(LANYARD_COLOURS.exhibitor),
  host: new Color(LANYARD_COLOURS.host),
  organiser: new Color(LANYARD_COLOURS.organiser),
}
const UNKNOWN_COAT = new Color('#8b8f94')
// Cloth rather than enamel: visitors must not outshine the goods.
for (const coat of Object.values(COATS)) coat.lerp(UNKNOWN_COAT, 0.28)

/** Somebody as drawn: eased from pose to pose. */
export interface Figure {
  handle: number
  xM: number
  zM: number
  headingRad: number
  /** Of the stride. */
  phase: number
  speed: number
  gesture: number
  speaking: boolean
  distanceM: number
  seenAt: number
  info: VisitorInfo | undefined
}

/** All visitors in five draw calls. */
export interface Crowd {
  readonly group: Group
  /** Everybody in sight, nearest first. */
  readonly figures: readonly Figure[]
  readonly shown: number
  update(source: PoseSource, eyeXM: number, eyeZM: number, dtS: number, timeS: number, isStill: boolean): void
  setCapacity(visitors: number): void
  dispose(): void
}

const matrix = new Matrix4()
const position = new Vector3()
const rotation = new Quaternion()
const limbRotation = new Quaternion()
const scale = new Vector3(1, 1, 1)
const outwardTurn = new Quaternion()
const offset = new Vector3()
const UP = new Vector3(0, 1, 0)
const ACROSS = new Vector3(1, 0, 0)
const FORTH = new Vector3(0, 0, 1)

/** @param most how many can ever be drawn at once */
export function createCrowd(most: number): Crowd {
  const group = new Group()
  const cloth = new MeshLambertMaterial({ vertexColors: true })
  const shade = new MeshBasicMaterial({
    color: '#1c1814',
    vertexColors: true,
    transparent: true,
    depthWrite: false,
  })
  const ring = new MeshBasicMaterial({
    color: '#a6262c',
    transparent: true,
    opacity: 0.85,
    depthWrite: false,
  })
  const torso = instanced(buildTorso(), cloth, most)
  const head = instanced(buildHead(), cloth, most)
  const limb = instanced(buildLimb(), cloth, most * 4)
  const shadow = instanced(buildFootShadow(), shade, most)
  const speaking = instanced(buildSpeakingRing(), ring, most)
  const meshes = [torso, head, limb, shadow, speaking]
  for (const mesh of meshes) group.add(mesh)

  const byHandle = new Map<number, Figure>()
  const figures: Figure[] = []
  let capacity = most
  let shown = 0
  let dt = 0
  let now = 0
  let eyeX = 0
  let eyeZ = 0
  let names: PoseSource | null = null

  function meet(
    handle: number,
    xM: number,
    zM: number,
    headingRad: number,
    gesture: number,
    isSpeaking = false,
  ): void {
    let figure = byHandle.get(handle)
    if (!figure) {
      figure = {
        handle,
        xM,
        zM,
        headingRad,
        phase: handle % 6,
        speed: 0,
        gesture,
        speaking: isSpeaking,
        distanceM: 0,
        seenAt: now,
        info: undefined,
      }
      byHandle.set(handle, figure)
      figures.push(figure)
    }
    const dx = xM - figure.xM
    const dz = zM - figure.zM
    const way = Math.hypot(dx, dz)
    const share = way > JUMP_M ? 1 : 1 - Math.exp(-EASE_PER_S * dt)
    figure.xM += dx * share
    figure.zM += dz * share
    const pace = dt > 0 && way <= JUMP_M ? (way * share) / dt : 0
    figure.speed += (pace - figure.speed) * (1 - Math.exp(-8 * dt))
    figure.phase += figure.speed * dt * 3.6
    let turn = (headingRad - figure.headingRad) % (2 * Math.PI)
    if (turn > Math.PI) turn -= 2 * Math.PI
    if (turn < -Math.PI) turn += 2 * Math.PI
    figure.headingRad += turn * share
    figure.gesture = gesture
    figure.speaking = isSpeaking
    figure.seenAt = now
    figure.distanceM = Math.hypot(figure.xM - eyeX, figure.zM - eyeZ)
    figure.info ??= names?.info(handle)
  }

  /** Hangs a limb `side` metres to the right of the middle at a height, swung forth and spread outward in radians. */
  function hang(
    at: number,
    figure: Figure,
    heightM: number,
    side: number,
    swing: number,
    outward: number,
    widthM: number,
    lengthM: number,
  ): void {
    offset.set(side, 0, 0).applyQuaternion(rotation)
    position.set(figure.xM + offset.x, heightM, figure.zM + offset.z)
    limbRotation.setFromAxisAngle(ACROSS, swing).premultiply(rotation)
    outwardTurn.setFromAxisAngle(FORTH, outward)
    limbRotation.multiply(outwardTurn)
    scale.set(widthM, lengthM, widthM)
    limb.setMatrixAt(at, matrix.compose(position, limbRotation, scale))
  }

  function draw(figure: Figure, at: number, isStill: boolean): void {
    const coat = figure.info ? COATS[figure.info.lanyard] : UNKNOWN_COAT
    rotation.setFromAxisAngle(UP, -figure.headingRad)
    const stride = isStill ? 0 : Math.min(1, figure.speed / 1.4)
    const swing = Math.sin(figure.phase * 1.6) * 0.38 * stride
    const lift = isStill ? 0 : Math.abs(Math.cos(figure.phase * 1.6)) * 0.025 * stride
    // Nobody stands like a post: a slow shift of weight.
    const breath = isStill ? 0 : Math.sin(now * 1.1 + figure.handle) * 0.004
    scale.set(1, 1, 1)
    position.set(figure.xM, lift + breath, figure.zM)
    torso.setMatrixAt(at, matrix.compose(position, rotation, scale))
    torso.setColorAt(at, coat)
    head.setMatrixAt(at, matrix.compose(position, rotation, scale))
    position.y = 0.02
    shadow.setMatrixAt(at, matrix.compose(position, rotation, scale))
    position.y = 0.03
    scale.setScalar(figure.speaking ? 1 + (isStill ? 0 : 0.06 * Math.sin(now * 6)) : 0)
    speaking.setMatrixAt(at, matrix.compose(position, rotation, scale))

    const arm = FIGURE.shoulderM + lift
    const hip = FIGURE.hipM + lift
    const wave = figure.gesture === 1 ? 2.6 + (isStill ? 0 : 0.3 * Math.sin(now * 9)) : 0
    hang(at * 4, figure, arm, -FIGURE.shoulderOutM, swing, -0.09, FIGURE.armWidthM, FIGURE.armM)
    hang(
      at * 4 + 1,
      figure,
      arm,
      FIGURE.shoulderOutM,
      wave > 0 ? 0 : -swing,
      wave > 0 ? wave : 0.09,
      FIGURE.armWidthM,
      FIGURE.armM,
    )
    hang(at * 4 + 2, figure, hip, -FIGURE.hipOutM, -swing * 0.8, 0, FIGURE.legWidthM, FIGURE.legM)
    hang(at * 4 + 3, figure, hip, FIGURE.hipOutM, swing * 0.8, 0, FIGURE.legWidthM, FIGURE.legM)
    limb.setColorAt(at * 4, coat)
    limb.setColorAt(at * 4 + 1, coat)
    limb.setColorAt(at * 4 + 2, TROUSERS_COLOR)
    limb.setColorAt(at * 4 + 3, TROUSERS_COLOR)
    head.setColorAt(at, HEAD_COLOR)
  }

  return {
    group,
    figures,
    get shown() {
      return shown
    },
    update(source, eyeXM, eyeZM, dtS, timeS, isStill) {
      dt = Math.min(0.25, dtS)
      now = timeS
      eyeX = eyeXM
      eyeZ = eyeZM
      names = source
      source.forEach(meet)
      for (let at = figures.length - 1; at >= 0; at--) {
        const figure = figures[at]
        if (!figure || figure.seenAt === now) continue
        byHandle.delete(figure.handle)
        figures.splice(at, 1)
      }
      figures.sort(byDistance)
      shown = 0
      for (const figure of figures) {
        if (shown >= capacity || figure.distanceM > SEEN_M) break
        if (figure.distanceM < TOO_NEAR_M) continue
        draw(figure, shown, isStill)
        shown += 1
      }
      for (const mesh of meshes) {
        mesh.count = mesh === limb ? shown * 4 : shown
        mesh.visible = shown > 0
        mesh.instanceMatrix.needsUpdate = true
        if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true
      }
      speaking.visible = false
      for (let at = 0; at < shown; at++) if (figures[at]?.speaking) speaking.visible = true
    },
    setCapacity(visitors) {
      capacity = Math.min(most, visitors)
    },
    dispose() {
      for (const mesh of meshes) {
        mesh.geometry.dispose()
        mesh.dispose()
      }
      for (const material of [cloth, shade, ring]) material.dispose()
    },
  }
}

function byDistance(a: Figure, b: Figure): number {
  return a.distanceM - b.distanceM
}

function instanced(geometry: BufferGeometry, material: Material, count: number): InstancedMesh {
  const mesh = new InstancedMesh(geometry, material, count)
  mesh.count = 0
  // Its bounds would have to follow everybody; there are few enough to draw them all.
  mesh.frustumCulled = false
  return mesh
}
