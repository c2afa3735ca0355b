import { panOrbit, turnOrbit, zoomOrbit, type Orbit } from '../state/orbit.ts'
import { isTyping } from './walker-camera.tsx'

const TURN_RAD_PER_PX = 0.0075
const PAN_PER_PX = 0.004
const WHEEL_ZOOM = 0.0013

/**
 * Drag turns, wheel and pinch zoom, two fingers or shift and drag pan; arrows turn, plus and minus zoom, shift and
 * arrows pan. Returns what ends it.
 */
export function listenToOrbit(canvas: HTMLCanvasElement, orbit: Orbit): () => void {
  const pointers = new Map<number, { x: number; y: number }>()
  let spread = 0

  function down(event: PointerEvent): void {
    canvas.setPointerCapture(event.pointerId)
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    spread = spreadOf(pointers)
  }
  function move(event: PointerEvent): void {
    const before = pointers.get(event.pointerId)
    if (!before) return
    const dx = event.clientX - before.x
    const dy = event.clientY - before.y
    before.x = event.clientX
    before.y = event.clientY
    if (pointers.size === 1) {
      if (event.shiftKey || (event.buttons & 2) !== 0) panOrbit(orbit, -dx * PAN_PER_PX, dy * PAN_PER_PX)
      else turnOrbit(orbit, -dx * TURN_RAD_PER_PX, dy * TURN_RAD_PER_PX)
      return
    }
    const now = spreadOf(pointers)
    if (spread > 0 && now > 0) zoomOrbit(orbit, spread / now)
    spread = now
    // Each of two fingers tells half of the way.
    panOrbit(orbit, (-dx * PAN_PER_PX) / 2, (dy * PAN_PER_PX) / 2)
  }
  function up(event: PointerEvent): void {
    pointers.delete(event.pointerId)
    spread = spreadOf(pointers)
  }
  function wheel(event: WheelEvent): void {
    event.preventDefault()
    zoomOrbit(orbit, Math.exp(event.deltaY * WHEEL_ZOOM))
  }
  function menu(event: Event): void {
    event.preventDefault()
  }
  function key(event: KeyboardEvent): void {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const step = ARROWS[event.key]
    if (step) {
      if (event.shiftKey) panOrbit(orbit, step[0] * 0.12, step[1] * 0.12)
      else turnOrbit(orbit, step[0] * 0.18, step[1] * 0.12)
    } else if (event.key === '+' || event.key === '=') zoomOrbit(orbit, 0.8)
    else if (event.key === '-' || event.key === '_') zoomOrbit(orbit, 1.25)
    else return
    event.preventDefault()
  }

  const page = canvas.ownerDocument
  canvas.addEventListener('pointerdown', down)
  canvas.addEventListener('pointermove', move)
  canvas.addEventListener('pointerup', up)
  canvas.addEventListener('pointercancel', up)
  canvas.addEventListener('wheel', wheel, { passive: false })
  canvas.addEventListener('contextmenu', menu)
  page.addEventListener('keydown', key)
  return () => {
    canvas.removeEventListener('pointerdown', down)
    canvas.removeEventListener('pointermove', move)
    canvas.removeEventListener('pointerup', up)
    canvas.removeEventListener('pointercancel', up)
    canvas.removeEventListener('wheel', wheel)
    canvas.removeEventListener('contextmenu', menu)
    page.removeEventListener('keydown', key)
  }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

function spreadOf(pointers: ReadonlyMap<number, { x: number; y: number }>): number {
  const [a, b] = pointers.values()
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
}
