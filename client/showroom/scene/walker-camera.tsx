import { useFrame, useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import { PerspectiveCamera, Vector3 } from 'three'
import { EYE_HEIGHT_M } from '#shared/geometry/stand-view.ts'
import { type Picture, walkingFovDeg } from '../state/picture.ts'
import { look, stepWalker, walkTo, type Walker } from '../state/walker.ts'
import { pick } from '../state/picking.ts'
import { inspect, placeAt, type Visit } from '../state/visit.ts'

/** The middle of the picture follows a panel that opens or closes at this rate a second. */
const SHIFT_RATE = 6
const LOOK_RAD_PER_PX = 0.0042
/** From farther away a press on a screen leads there first. */
const PRESS_REACH_M = 15
const TAP_PX = 7
const TAP_MS = 450

const target = new Vector3()
const along = new Vector3()

const KEYS: Readonly<Record<string, readonly ['forward' | 'sideways' | 'turning', number]>> = {
  KeyW: ['forward', 1],
  ArrowUp: ['forward', 1],
  KeyS: ['forward', -1],
  ArrowDown: ['forward', -1],
  KeyA: ['sideways', -1],
  KeyD: ['sideways', 1],
  ArrowLeft: ['turning', -1],
  ArrowRight: ['turning', 1],
  KeyQ: ['turning', -1],
  KeyE: ['turning', 1],
}

export type PoseSink = (xM: number, zM: number, headingRad: number, jumps: number) => void

/** The eyes of the visitor: keys, drag and taps move the walker, and the camera follows. */
export function WalkerCamera({
  visit,
  poseSink,
  isStill,
}: {
  visit: Visit
  poseSink?: PoseSink | undefined
  isStill: boolean
}) {
  const camera = useThree((state) => state.camera)
  const canvas = useThree((state) => state.gl.domElement)
  const size = useThree((state) => state.size)

  useEffect(() => {
    // What is fetched first depends on where one stands: that is known before the first picture.
    if (camera instanceof PerspectiveCamera) placeCamera(camera, visit.walker)
  }, [camera, visit])
  useEffect(() => listenToKeys(canvas, visit), [canvas, visit])
  useEffect(() => {
    function stepUp(event: KeyboardEvent): void {
      if (event.code !== 'KeyF' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      if (visit.store.getState().mode.state !== 'walking') return
      const { left, top, width, height } = canvas.getBoundingClientRect()
      const { rightPx, bottomPx } = visit.picture.cover
      tap(visit, camera, canvas, left + (width - rightPx) / 2, top + (height - bottomPx) / 2)
    }
    const page = canvas.ownerDocument
    page.addEventListener('keydown', stepUp)
    return () => page.removeEventListener('keydown', stepUp)
  }, [canvas, visit, camera])
  useEffect(
    () => listenToPointer(canvas, visit, (x, y) => tap(visit, camera, canvas, x, y)),
    [canvas, visit, camera],
  )

  useFrame((_, dt) => {
    const { walker, floor, picture, store } = visit
    const { mode, standId, areaName } = store.getState()
    picture.widthPx = size.width
    picture.heightPx = size.height
    if (mode.state !== 'walking') return
    stepWalker(walker, floor.obstacles, dt)
    if (camera instanceof PerspectiveCamera) {
      placeCamera(camera, walker)
      frameCamera(camera, picture, isStill ? Infinity : dt)
    }
    poseSink?.(walker.xM, walker.zM, walker.headingRad, walker.jumps)
    const place = placeAt(visit.view, walker)
    if (place.standId !== standId || place.areaName !== areaName) store.setState(place)
  })
  return null
}

/** Brings the middle of the view to the middle of what no panel covers. */
function frameCamera(camera: PerspectiveCamera, picture: Picture, dt: number): void {
  const { widthPx, heightPx, cover } = picture
  const { view } = camera
  const share = view?.enabled ? 1 - Math.exp(-SHIFT_RATE * dt) : 1
  const x = approach(view?.offsetX ?? 0, cover.rightPx / 2, share)
  const y = approach(view?.offsetY ?? 0, cover.bottomPx / 2, share)
  const fov = walkingFovDeg(picture)
  const isSo =
    view?.enabled === true &&
    camera.fov === fov &&
    view.offsetX === x &&
    view.offsetY === y &&
    view.fullWidth === widthPx &&
    view.fullHeight === heightPx
  if (isSo) return
  camera.fov = fov
  camera.near = 0.08
  camera.far = 220
  camera.setViewOffset(widthPx, heightPx, x, y, widthPx, heightPx)
}

function approach(from: number, to: number, share: number): number {
  return Math.abs(to - from) < 0.5 ? to : from + (to - from) * share
}

function placeCamera(camera: PerspectiveCamera, walker: Walker): void {
  camera.position.set(walker.xM, EYE_HEIGHT_M, walker.zM)
  const level = Math.cos(walker.pitchRad)
  target.set(
    walker.xM + Math.sin(walker.headingRad) * level,
    EYE_HEIGHT_M + Math.sin(walker.pitchRad),
    walker.zM - Math.cos(walker.headingRad) * level,
  )
  camera.lookAt(target)
}

function tap(
  visit: Visit,
  camera: { position: Vector3 },
  canvas: HTMLCanvasElement,
  clientX: number,
  clientY: number,
): void {
  if (!(camera instanceof PerspectiveCamera)) return
  const bounds = canvas.getBoundingClientRect()
  along.set(
    ((clientX - bounds.left) / bounds.width) * 2 - 1,
    1 - ((clientY - bounds.top) / bounds.height) * 2,
    0.5,
  )
  along.unproject(camera).sub(camera.position).normalize()
  const { x, y, z } = camera.position
  const sight = { x, y, z, dx: along.x, dy: along.y, dz: along.z }
  const found = pick(sight, visit.goods, visit.floor.walls, visit.screens)
  if (!found) return
  if (found.at === 'floor') {
    walkTo(visit.walker, visit.floor.grid, found.point)
  } else if (found.at === 'screen') {
    if (found.distanceM < PRESS_REACH_M) found.screen.press()
    else walkTo(visit.walker, visit.floor.grid, found.screen)
  } else if (found.distanceM < 7) {
    inspect(visit, found.box.productId)
  } else {
    walkTo(visit.walker, visit.floor.grid, { xM: found.box.xM, zM: found.box.zM })
  }
}

function listenToKeys(canvas: HTMLCanvasElement, visit: Visit): () => void {
  const held = new Set<string>()
  const { walker } = visit
  function apply(): void {
    walker.forward = 0
    walker.sideways = 0
    walker.turning = 0
    for (const code of held) {
      const effect = KEYS[code]
      if (effect) walker[effect[0]] += effect[1]
    }
  }
  function down(event: KeyboardEvent): void {
    walker.hurry = event.shiftKey
    if (!KEYS[event.code] || event.ctrlKey || event.metaKey || event.altKey) return
    if (visit.store.getState().mode.state !== 'walking' || isTyping(event.target)) return
    event.preventDefault()
    held.add(event.code)
    apply()
  }
  function up(event: KeyboardEvent): void {
    walker.hurry = event.shiftKey
    if (held.delete(event.code)) apply()
  }
  function release(): void {
    held.clear()
    apply()
  }
  const page = canvas.ownerDocument
  page.addEventListener('keydown', down)
  page.addEventListener('keyup', up)
  globalThis.addEventListener('blur', release)
  const stop = visit.store.subscribe((state) => {
    if (state.mode.state !== 'walking' && held.size > 0) release()
  })
  return () => {
    page.removeEventListener('keydown', down)
    page.removeEventListener('keyup', up)
    globalThis.removeEventListener('blur', release)
    stop()
    release()
  }
}

/** Keys belong to fields, lists and menus while one of them has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"], [role="dialog"]',
    ) !== null
  )
}

function listenToPointer(
  canvas: HTMLCanvasElement,
  visit: Visit,
  onTap: (x: number, y: number) => void,
): () => void {
  let pointer = -1
  let lastX = 0
  let lastY = 0
  let travelled = 0
  let downAt = 0
  function down(event: PointerEvent): void {
    if (pointer !== -1 || visit.store.getState().mode.state !== 'walking') return
    pointer = event.pointerId
    canvas.setPointerCapture(pointer)
    lastX = event.clientX
    lastY = event.clientY
    travelled = 0
    downAt = event.timeStamp
  }
  function move(event: PointerEvent): void {
    if (event.pointerId !== pointer) return
    const dx = event.clientX - lastX
    const dy = event.clientY - lastY
    travelled += Math.abs(dx) + Math.abs(dy)
    lastX = event.clientX
    lastY = event.clientY
    // The hall follows the hand.
    if (travelled > TAP_PX) look(visit.walker, -dx * LOOK_RAD_PER_PX, dy * LOOK_RAD_PER_PX)
  }
  function up(event: PointerEvent): void {
    if (event.pointerId !== pointer) return
    pointer = -1
    if (travelled <= TAP_PX && event.timeStamp - downAt < TAP_MS) onTap(event.clientX, event.clientY)
  }
  function cancel(event: PointerEvent): void {
    if (event.pointerId === pointer) pointer = -1
  }
  canvas.addEventListener('pointerdown', down)
  canvas.addEventListener('pointermove', move)
  canvas.addEventListener('pointerup', up)
  canvas.addEventListener('pointercancel', cancel)
  return () => {
    canvas.removeEventListener('pointerdown', down)
    canvas.removeEventListener('pointermove', move)
    canvas.removeEventListener('pointerup', up)
    canvas.removeEventListener('pointercancel', cancel)
  }
}
