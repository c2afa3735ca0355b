import { type PerspectiveCamera, Raycaster, Vector2 } from 'three'
import type { GoodsPoint } from '#shared/model/live-session.ts'
import type { InspectionTable } from './inspection-table.ts'

const MOST_POINTS = 200
/** Points of a line are at least so far apart, in metres. */
const POINT_EVERY_M = 0.004

const ray = new Raycaster()
const at = new Vector2()

/** Where a pointer is over the goods, and what is drawn with it pressed. Returns what ends it. */
export function listenToPointing(
  canvas: HTMLCanvasElement,
  camera: PerspectiveCamera,
  table: InspectionTable,
  hear: { onPoint(point: GoodsPoint | null): void; onDrawn(points: GoodsPoint[]): void },
): () => void {
  let drawn: GoodsPoint[] | undefined

  function hit(event: PointerEvent): GoodsPoint | null {
    if (!table.model) return null
    const { left, top, width, height } = canvas.getBoundingClientRect()
    at.set(((event.clientX - left) / width) * 2 - 1, 1 - ((event.clientY - top) / height) * 2)
    ray.setFromCamera(at, camera)
    const [first] = ray.intersectObject(table.model, true)
    if (!first) return null
    const { x, y, z } = first.point.sub(table.center)
    return [x, y, z]
  }
  function down(event: PointerEvent): void {
    canvas.setPointerCapture(event.pointerId)
    drawn = []
    move(event)
  }
  function move(event: PointerEvent): void {
    const point = hit(event)
    hear.onPoint(point)
    if (!drawn || !point || drawn.length >= MOST_POINTS) return
    const last = drawn.at(-1)
    const apart = last ? Math.hypot(point[0] - last[0], point[1] - last[1], point[2] - last[2]) : Infinity
    if (apart >= POINT_EVERY_M) drawn.push(point)
  }
  function up(): void {
    if (drawn && drawn.length > 0) hear.onDrawn(drawn)
    drawn = undefined
  }
  function leave(): void {
    hear.onPoint(null)
  }

  canvas.addEventListener('pointerdown', down)
  canvas.addEventListener('pointermove', move)
  canvas.addEventListener('pointerup', up)
  canvas.addEventListener('pointercancel', up)
  canvas.addEventListener('pointerleave', leave)
  return () => {
    canvas.removeEventListener('pointerdown', down)
    canvas.removeEventListener('pointermove', move)
    canvas.removeEventListener('pointerup', up)
    canvas.removeEventListener('pointercancel', up)
    canvas.removeEventListener('pointerleave', leave)
  }
}
