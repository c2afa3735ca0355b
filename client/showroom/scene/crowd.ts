import {
  type BufferGeometry,
  Color,
  Group,
  InstancedBufferAttribute,
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
import { FIGURE, buildArm, buildBody, buildFootShadow, buildLeg, buildSpeakingRing } from './build/figure.ts'

/** Natural tones; whose is whose follows from the handle, so that somebody looks the same to everybody. */
const SKINS = ['#e8cdb5', '#d9b393', '#c2946f', '#9a6d4b', '#70503a'].map((hex) => new Color(hex))
const HAIRS = ['#2b2421', '#4a372b', '#6d5038', '#8a8580', '#1d1b1c', '#5b3322'].map((hex) => new Color(hex))
const SEEN_M = 45
/** Whoever stands in one's own shoes would only hide the view. */
const TOO_NEAR_M = 0.7
/** Eases between poses that arrive 10-15 times a second. */
const EASE_PER_S = 12
/** Farther than this in one pose is a teleport. */
const JUMP_M = 4

const COATS: Readonly<Record<Lanyard, Color>> = {
  buyer: new Color(LANYARD_COLOURS.buyer),
  designer: new Color(LANYARD_COLOURS.designer),
  press: new Color(LANYARD_COLOURS.press),
  visitor: new Color(LANYARD_COLOURS.visitor),
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
const WHITE = new Color('#ffffff')
const UP = new Vector3(0, 1, 0)
const ACROSS = new Vector3(1, 0, 0)
const FORTH = new Vector3(0, 0, 1)

/**
 * @param most how many can ever be drawn at once
 * @param thrift figures of few triangles
 */
export function createCrowd(most: number, thrift: boolean): Crowd {
  const group = new Group()
  const cloth = figureMaterial()
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
  const body = instanced(withTones(buildBody(thrift), most), cloth, most)
  const arms = instanced(withTones(buildArm(thrift), most * 2), cloth, most * 2)
  const legs = instanced(withTones(buildLeg(thrift), most * 2), cloth, most * 2)
  const shadow = instanced(buildFootShadow(), shade, most)
  const speaking = instanced(buildSpeakingRing(), ring, most)
  const meshes = [body, arms, legs, shadow, speaking]
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
    limb: InstancedMesh,
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
    body.setMatrixAt(at, matrix.compose(position, rotation, scale))
    dress(body, at, figure, coat)
    position.y = 0.02
    shadow.setMatrixAt(at, matrix.compose(position, rotation, scale))
    position.y = 0.03
    scale.setScalar(figure.speaking ? 1 + (isStill ? 0 : 0.06 * Math.sin(now * 6)) : 0)
    speaking.setMatrixAt(at, matrix.compose(position, rotation, scale))

    const arm = FIGURE.shoulderM + lift
    const hip = FIGURE.hipM + lift
    const wave = figure.gesture === 1 ? 2.6 + (isStill ? 0 : 0.3 * Math.sin(now * 9)) : 0
    const { shoulderOutM, armWidthM, armM, hipOutM, legWidthM, legM } = FIGURE
    const [left, right] = [at * 2, at * 2 + 1]
    hang(arms, left, figure, arm, -shoulderOutM, swing, -0.1, armWidthM, armM)
    hang(
      arms,
      right,
      figure,
      arm,
      shoulderOutM,
      wave > 0 ? 0 : -swing,
      wave > 0 ? wave : 0.1,
      armWidthM,
      armM,
    )
    hang(legs, left, figure, hip, -hipOutM, -swing * 0.8, 0, legWidthM, legM)
    hang(legs, right, figure, hip, hipOutM, swing * 0.8, 0, legWidthM, legM)
    dress(arms, left, figure, coat)
    dress(arms, right, figure, coat)
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
        mesh.count = mesh === arms || mesh === legs ? shown * 2 : shown
        mesh.visible = shown > 0
        mesh.instanceMatrix.needsUpdate = true
        if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true
        for (const tone of ['skin', 'hair']) {
          const attribute = mesh.geometry.getAttribute(tone)
          if (attribute) attribute.needsUpdate = true
        }
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

/** Gives one instance the coat of its figure's lanyard, and skin and hair of its own. */
function dress(mesh: InstancedMesh, at: number, { handle }: Figure, coat: Color): void {
  mesh.setColorAt(at, coat)
  const skin = SKINS[(handle * 7) % SKINS.length] ?? WHITE
  const hair = HAIRS[(handle * 5) % HAIRS.length] ?? WHITE
  mesh.geometry.getAttribute('skin').setXYZ(at, skin.r, skin.g, skin.b)
  mesh.geometry.getAttribute('hair').setXYZ(at, hair.r, hair.g, hair.b)
}

/** Room for skin and hair of each instance. */
function withTones(geometry: BufferGeometry, count: number): BufferGeometry {
  for (const tone of ['skin', 'hair'])
    geometry.setAttribute(tone, new InstancedBufferAttribute(new Float32Array(count * 3).fill(1), 3))
  return geometry
}

/** Cloth, skin and hair by what each vertex is part of; three's own instance colour would tint all of a figure. */
function figureMaterial(): MeshLambertMaterial {
  const material = new MeshLambertMaterial({ vertexColors: true })
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader
      .replace(
        '#include <common>',
        `attribute float part;\nattribute vec3 skin;\nattribute vec3 hair;\n#include <common>`,
      )
      .replace(
        '#include <color_vertex>',
        `vColor = vec4(color, 1.0);
        #ifdef USE_INSTANCING_COLOR
          vColor.rgb *= part < 0.5 ? vec3(1.0) : part < 1.5 ? instanceColor : part < 2.5 ? skin : hair;
        #endif`,
      )
  }
  return material
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
