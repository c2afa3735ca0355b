import { type MouseEvent, useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { PoseSource } from '../state/pose-source.ts'
import type { HallView } from '../state/showroom-types.ts'
import { jumpTo, type Visit } from '../state/visit.ts'

const REFRESH_MS = 160

/** The hall from above in the corner: a click stands one there. Its moving parts are drawn past React. */
export function HallPlan({ visit, view, presence }: { visit: Visit; view: HallView; presence: PoseSource }) {
  const intl = useIntl()
  const { hall } = view
  const self = useRef<SVGGElement>(null)
  const others = useRef<SVGPathElement>(null)

  useEffect(() => {
    const timer = setInterval(() => {
      const { xM, zM, headingRad } = visit.walker
      self.current?.setAttribute(
        'transform',
        `translate(${xM} ${zM}) rotate(${(headingRad * 180) / Math.PI})`,
      )
      let dots = ''
      presence.forEach((_handle, x, z) => (dots += `M${x.toFixed(1)} ${z.toFixed(1)}h0`))
      others.current?.setAttribute('d', dots)
    }, REFRESH_MS)
    return () => clearInterval(timer)
  }, [visit, presence])

  function jump(event: MouseEvent<SVGSVGElement>): void {
    const toScreen = event.currentTarget.getScreenCTM()
    if (!toScreen) return
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(toScreen.inverse())
    jumpTo(visit, point.x, point.y)
  }

  const label = intl.formatMessage(
    { id: 'showroom.plan.label', defaultMessage: 'Plan of {hall}: click to stand there' },
    { hall: hall.name },
  )
  return (
    <svg
      className="fl-plan"
      role="img"
      aria-label={label}
      viewBox={`${-hall.widthM / 2} ${-hall.depthM / 2} ${hall.widthM} ${hall.depthM}`}
      onClick={jump}
    >
      <rect
        className="fl-plan-floor"
        x={-hall.widthM / 2}
        y={-hall.depthM / 2}
        width={hall.widthM}
        height={hall.depthM}
      />
      {hall.aisles.map((aisle, at) => (
        <rect
          key={at}
          className="fl-plan-aisle"
          x={aisle.xM - aisle.widthM / 2}
          y={aisle.zM - aisle.depthM / 2}
          width={aisle.widthM}
          height={aisle.depthM}
        />
      ))}
      {hall.areas.map((area, at) => (
        <g key={at} transform={`translate(${area.xM} ${area.zM})`}>
          <rect
            className="fl-plan-area"
            transform={`rotate(${area.headingDeg})`}
            x={-area.widthM / 2}
            y={-area.depthM / 2}
            width={area.widthM}
            height={area.depthM}
          />
          <text className="fl-plan-area-name">{area.name}</text>
        </g>
      ))}
      {view.stands.map(({ id, number, place }) => (
        <g key={id} transform={`translate(${place.xM} ${place.zM})`}>
          <rect
            className="fl-plan-stand"
            transform={`rotate(${place.headingDeg})`}
            x={-place.widthM / 2}
            y={-place.depthM / 2}
            width={place.widthM}
            height={place.depthM}
          />
          <text className="fl-plan-number">{number}</text>
        </g>
      ))}
      <path ref={others} className="fl-plan-others" />
      <g ref={self}>
        <path className="fl-plan-cone" d="M0 0 L-2.4 -4.6 A5.2 5.2 0 0 1 2.4 -4.6 Z" />
        <circle className="fl-plan-self" r="0.75" />
      </g>
    </svg>
  )
}
