import {
  BufferAttribute,
  BufferGeometry,
  type Camera,
  CanvasTexture,
  DirectionalLight,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  type Object3D,
  PlaneGeometry,
  Vector3,
} from 'three'
import type { ScreenLabel } from '../state/screen-labels.ts'
import type { InspectionLight } from '../state/visit.ts'
import { PALETTE } from './build/palette.ts'
import type { LoadedModel } from './goods/model-loader.ts'

/** Where one product is inspected: the product, a soft shadow below it, its lights and its dimension lines. */
export interface InspectionTable {
  readonly group: Group
  readonly center: Vector3
  readonly halfSize: Vector3
  /** What stands there now. */
  readonly model: Object3D | null
  /** Puts a model there instead of the last; returns its size in metres. */
  show(model: LoadedModel): Vector3
  clear(): void
  setLight(light: InspectionLight): void
  placeDimensions(
    isShown: boolean,
    camera: Camera,
    labels: readonly ScreenLabel[],
    widthPx: number,
    heightPx: number,
  ): void
  dispose(): void
}

const TICK_SHARE = 0.03
const onScreen = new Vector3()
const size = new Vector3()

export function createInspectionTable(): InspectionTable {
  const group = new Group()
  const center = new Vector3(0, 0.5, 0)
  const halfSize = new Vector3(0.5, 0.5, 0.5)
  const middles = [new Vector3(), new Vector3(), new Vector3()] as const
  let placed: Object3D | null = null

  const shadowMap = paintSoftDisc()
  const shadow = new Mesh(
    new PlaneGeometry(1, 1),
    new MeshBasicMaterial({ map: shadowMap, transparent: true, depthWrite: false, toneMapped: false }),
  )
  shadow.rotation.x = -Math.PI / 2
  shadow.visible = false

  const lines = new LineSegments(
    new BufferGeometry(),
    new LineBasicMaterial({ color: PALETTE.ink, toneMapped: false }),
  )
  lines.visible = false
  const key = new DirectionalLight('#fff6e8', 0)
  group.add(shadow, lines, key, key.target)

  function clear(): void {
    if (placed) group.remove(placed)
    placed = null
    shadow.visible = false
    lines.visible = false
  }

  return {
    group,
    center,
    halfSize,
    get model() {
      return placed
    },
    show(model) {
      clear()
      model.box.getSize(size)
      halfSize.copy(size).multiplyScalar(0.5)
      placed = model.root.clone(true)
      placed.position.x -= (model.box.min.x + model.box.max.x) / 2
      placed.position.y -= model.box.min.y
      placed.position.z -= (model.box.min.z + model.box.max.z) / 2
      group.add(placed)
      center.set(0, halfSize.y, 0)
      shadow.scale.set(Math.max(size.x, 0.1) * 1.7, Math.max(size.z, 0.06) * 2.2, 1)
      shadow.position.y = -0.002
      shadow.visible = true
      key.position.set(-1.6, halfSize.y * 2 + 0.25, 0.5).multiplyScalar(Math.max(1, size.length()))
      key.target.position.copy(center)
      key.target.updateMatrixWorld()
      rule(lines, halfSize, middles)
      return size.clone()
    },
    clear,
    setLight(light) {
      key.intensity = light === 'raking' ? 3.2 : light === 'hall' ? 1.1 : 0
      key.position.y = light === 'raking' ? halfSize.y + 0.1 : halfSize.y * 2 + 1.5
    },
    placeDimensions(isShown, camera, labels, widthPx, heightPx) {
      lines.visible = isShown && placed !== null
      const values = [halfSize.x * 2, halfSize.y * 2, halfSize.z * 2]
      middles.forEach((middle, at) => {
        const label = labels[at]
        if (!label) return
        label.opacity = lines.visible ? 1 : 0
        if (!lines.visible) return
        onScreen.copy(middle).project(camera)
        label.text = ((values[at] ?? 0) * 100).toFixed(1)
        label.xPx = (onScreen.x * 0.5 + 0.5) * widthPx
        label.yPx = (0.5 - onScreen.y * 0.5) * heightPx
        if (onScreen.z > 1) label.opacity = 0
      })
    },
    dispose() {
      clear()
      shadow.geometry.dispose()
      shadow.material.dispose()
      shadowMap?.dispose()
      lines.geometry.dispose()
      lines.material.dispose()
      key.dispose()
    },
  }
}

/** Ruler lines with ticks along the front foot, the left edge and the right foot. */
function rule(lines: LineSegments, half: Vector3, middles: readonly [Vector3, Vector3, Vector3]): void {
  const gap = Math.max(half.x, half.y, half.z) * 0.12 + 0.01
  const tick = Math.max(half.x, half.y, half.z) * TICK_SHARE + 0.003
  const points: number[] = []
  const line = (a: readonly number[], b: readonly number[]) => points.push(...a, ...b)
  const front = half.z + gap
  line([-half.x, 0, front], [half.x, 0, front])
  for (const x of [-half.x, half.x]) line([x, 0, front - tick], [x, 0, front + tick])
  const left = -half.x - gap
  line([left, 0, half.z], [left, half.y * 2, half.z])
  for (const y of [0, half.y * 2]) line([left - tick, y, half.z], [left + tick, y, half.z])
  const right = half.x + gap
  line([right, 0, -half.z], [right, 0, half.z])
  for (const z of [-half.z, half.z]) line([right - tick, 0, z], [right + tick, 0, z])
  lines.geometry.dispose()
  lines.geometry = new BufferGeometry().setAttribute(
    'position',
    new BufferAttribute(new Float32Array(points), 3),
  )
  middles[0].set(0, 0, front)
  middles[1].set(left, half.y, half.z)
  middles[2].set(right, 0, 0)
}

function paintSoftDisc(): CanvasTexture | null {
  const canvas = document.createElement('canvas')
  canvas.width = 128
  canvas.height = 128
  const context = canvas.getContext('2d')
  if (!context) return null
  const gradient = context.createRadialGradient(64, 64, 8, 64, 64, 63)
  gradient.addColorStop(0, 'rgba(40, 34, 28, 0.42)')
  gradient.addColorStop(0.45, 'rgba(40, 34, 28, 0.2)')
  gradient.addColorStop(1, 'rgba(40, 34, 28, 0)')
  context.fillStyle = gradient
  context.fillRect(0, 0, 128, 128)
  return new CanvasTexture(canvas)
}
