import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useIntl } from 'react-intl'
import { FURNITURE } from '#shared/geometry/furniture.ts'
import { openSides, type StandPlaceData, type StandSide } from '#shared/geometry/stand-plan.ts'
import type { Slot, StandLayout } from '#shared/model/fair.ts'
import { useTerm } from '../../ui-kit/trade-terms.ts'
import { overlapping } from './layout-editing.ts'
import classes from './stand-plan.module.css'

const MARGIN_M = 0.45
const STEP_M = 0.1
const BIG_STEP_M = 0.5
const TURN_DEG = 15

interface StandPlanProps {
  place: StandPlaceData
  layout: StandLayout
  chosen: string | undefined
  onChoose(id: string): void
  /** `gesture` joins moves that are one step back. */
  onChange(id: string, change: Partial<Slot>, gesture: string): void
  onRemove(id: string): void
}

const KEY_MOVES: Record<string, readonly [x: number, z: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const Outline = ({ place }: { place: StandPlaceData }) => {
  const w = place.widthM / 2
  const d = place.depthM / 2
  const open = openSides(place)
  const sides: Record<StandSide, readonly [number, number, number, number]> = {
    front: [-w, d, w, d],
    right: [w, -d, w, d],
    back: [-w, -d, w, -d],
    left: [-w, -d, -w, d],
  }
  const lines = (length: number) => Array.from({ length: Math.floor(length) }, (_, index) => index + 1)
  return (
    <>
      <rect className={classes.floor} x={-w} y={-d} width={place.widthM} height={place.depthM} />
      {lines(place.widthM).map((m) => (
        <line className={classes.grid} key={`x${m}`} x1={m - w} x2={m - w} y1={-d} y2={d} />
      ))}
      {lines(place.depthM).map((m) => (
        <line className={classes.grid} key={`z${m}`} x1={-w} x2={w} y1={m - d} y2={m - d} />
      ))}
      {Object.entries(sides).map(([side, [x1, y1, x2, y2]]) => (
        <line
          key={side}
          className={open.some((name) => name === side) ? classes.open : classes.wall}
          x1={x1}
          y1={y1}
          x2={x2}
          y2={y2}
        />
      ))}
    </>
  )
}

/** The stand from above, to scale. Pieces are dragged, or moved with the arrow keys when they have the focus. */
export const StandPlan = ({ place, layout, chosen, onChoose, onChange, onRemove }: StandPlanProps) => {
  const intl = useIntl()
  const term = useTerm()
  const svg = useRef<SVGSVGElement>(null)
  const drag = useRef<{ id: string; dx: number; dz: number; gesture: string } | null>(null)
  const gestures = useRef(0)
  const clashes = overlapping(layout)
  const metres = new Intl.NumberFormat(intl.locale, { maximumFractionDigits: 2 })

  const pointOf = (event: PointerEvent) => {
    const matrix = svg.current?.getScreenCTM()?.inverse()
    return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix) : new DOMPoint()
  }
  const startDrag = (event: PointerEvent<SVGGElement>, slot: Slot) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = pointOf(event)
    drag.current = {
      id: slot.id,
      dx: slot.xM - at.x,
      dz: slot.zM - at.y,
      gesture: `drag ${gestures.current++}`,
    }
    onChoose(slot.id)
  }
  const moveDrag = (event: PointerEvent) => {
    if (!drag.current) return
    const at = pointOf(event)
    const { id, dx, dz, gesture } = drag.current
    // Five centimetres are finer than any stand is built.
    const snap = (value: number) => Math.round(value * 20) / 20
    onChange(id, { xM: snap(at.x + dx), zM: snap(at.y + dz) }, gesture)
  }
  const press = (event: KeyboardEvent, slot: Slot) => {
    const move = KEY_MOVES[event.key]
    const step = event.shiftKey ? BIG_STEP_M : STEP_M
    if (move)
      onChange(slot.id, { xM: slot.xM + move[0] * step, zM: slot.zM + move[1] * step }, `keys ${slot.id}`)
    else if (event.key === '[')
      onChange(slot.id, { turnDeg: (slot.turnDeg - TURN_DEG) % 360 }, `turn ${slot.id}`)
    else if (event.key === ']')
      onChange(slot.id, { turnDeg: (slot.turnDeg + TURN_DEG) % 360 }, `turn ${slot.id}`)
    else if (event.key === 'Delete') onRemove(slot.id)
    else return
    event.preventDefault()
  }

  const width = place.widthM + MARGIN_M * 2
  const depth = place.depthM + MARGIN_M * 2
  return (
    <svg
      ref={svg}
      className={classes.plan}
      viewBox={`${-width / 2} ${-depth / 2} ${width} ${depth}`}
      role="group"
      aria-label={intl.formatMessage(
        {
          id: 'exhibitor.plan.label',
          defaultMessage:
            'Plan of the stand, {width} by {depth} m. Arrow keys move a piece by 10 cm, with Shift by 50 cm; square brackets turn it, Delete removes it.',
        },
        { width: metres.format(place.widthM), depth: metres.format(place.depthM) },
      )}
    >
      <Outline place={place} />
      <text className={classes.label} x={0} y={place.depthM / 2 + 0.28}>
        {intl.formatMessage(
          { id: 'exhibitor.plan.front', defaultMessage: 'front, {width} m' },
          { width: metres.format(place.widthM) },
        )}
      </text>
      {layout.slots.map((slot, index) => {
        const { widthM, depthM } = FURNITURE[slot.kind]
        const state = [
          classes.piece,
          slot.id === chosen ? classes.chosen : '',
          clashes.has(slot.id) ? classes.clash : '',
        ]
        return (
          <g
            key={slot.id}
            className={state.join(' ')}
            transform={`translate(${slot.xM} ${slot.zM}) rotate(${slot.turnDeg})`}
            role="button"
            tabIndex={0}
            aria-pressed={slot.id === chosen}
            aria-label={intl.formatMessage(
              {
                id: 'exhibitor.plan.piece',
                defaultMessage:
                  '{number}: {kind}, {x} m right of the middle, {z} m towards the front, turned {turn}°',
              },
              {
                number: index + 1,
                kind: term('slot', slot.kind),
                x: metres.format(slot.xM),
                z: metres.format(slot.zM),
                turn: metres.format(slot.turnDeg),
              },
            )}
            onFocus={() => onChoose(slot.id)}
            onKeyDown={(event) => press(event, slot)}
            onPointerDown={(event) => startDrag(event, slot)}
            onPointerMove={moveDrag}
            onPointerUp={() => (drag.current = null)}
            onPointerCancel={() => (drag.current = null)}
          >
            {/* Thin pieces get a larger area to touch. */}
            <rect
              x={-Math.max(widthM, 0.4) / 2}
              y={-Math.max(depthM, 0.4) / 2}
              width={Math.max(widthM, 0.4)}
              height={Math.max(depthM, 0.4)}
              fillOpacity={depthM < 0.4 ? 0.5 : 1}
              strokeOpacity={depthM < 0.4 ? 0.35 : 1}
            />
            <line
              className={classes.front}
              x1={-widthM / 2}
              x2={widthM / 2}
              y1={depthM / 2}
              y2={depthM / 2}
            />
            <text transform={`rotate(${-slot.turnDeg})`}>{index + 1}</text>
          </g>
        )
      })}
    </svg>
  )
}
