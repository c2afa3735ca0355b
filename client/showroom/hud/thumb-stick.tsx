import { type PointerEvent, useRef } from 'react'
import type { Visit } from '../state/visit.ts'

const REACH_PX = 44

/** Walks by thumb on touch screens; the keyboard and the lists serve everybody else. */
export function ThumbStick({ visit }: { visit: Visit }) {
  const knob = useRef<HTMLDivElement>(null)
  const pointer = useRef(-1)

  function push(event: PointerEvent<HTMLDivElement>): void {
    const bounds = event.currentTarget.getBoundingClientRect()
    const dx = event.clientX - bounds.left - bounds.width / 2
    const dy = event.clientY - bounds.top - bounds.height / 2
    const scale = Math.min(1, REACH_PX / Math.max(1, Math.hypot(dx, dy)))
    set((dx * scale) / REACH_PX, (dy * scale) / REACH_PX)
  }

  function set(x: number, y: number): void {
    visit.walker.forward = -y
    // Sideways turns: a thumb steers rather than sidesteps.
    visit.walker.turning = Math.abs(x) > 0.15 ? x * 0.8 : 0
    if (knob.current) knob.current.style.transform = `translate(${x * REACH_PX}px, ${y * REACH_PX}px)`
  }

  function release(event: PointerEvent<HTMLDivElement>): void {
    if (event.pointerId !== pointer.current) return
    pointer.current = -1
    set(0, 0)
  }

  return (
    <div
      className="fl-stick"
      aria-hidden
      onPointerDown={(event) => {
        pointer.current = event.pointerId
        event.currentTarget.setPointerCapture(event.pointerId)
        push(event)
      }}
      onPointerMove={(event) => event.pointerId === pointer.current && push(event)}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <div ref={knob} className="fl-stick-knob" />
    </div>
  )
}
