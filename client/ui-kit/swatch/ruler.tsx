import { rulerTicks, type Tick } from './ruler-ticks.ts'
import classes from './swatch.module.css'

const DEPTH_PX = 22
const REACH_PX: Record<Tick['kind'], number> = { cm: 11, half: 8, mm: 5 }

/** A ruler along the upper or left edge of a cloth, in centimetres and millimetres. */
export const Ruler = ({
  lengthMm,
  pxPerMm,
  along,
}: {
  lengthMm: number
  pxPerMm: number
  along: 'top' | 'left'
}) => {
  const lengthPx = lengthMm * pxPerMm
  const isTop = along === 'top'
  return (
    <svg
      className={classes[along]}
      width={isTop ? lengthPx : DEPTH_PX}
      height={isTop ? DEPTH_PX : lengthPx}
      aria-hidden
    >
      {rulerTicks(lengthMm).map(({ mm, kind }) => {
        // Half a pixel in, so that hairlines stay sharp and the last one is not cut off.
        const at = Math.min(lengthPx - 0.5, Math.round(mm * pxPerMm) + 0.5)
        const from = DEPTH_PX - REACH_PX[kind]
        return isTop ? (
          <line key={mm} x1={at} x2={at} y1={from} y2={DEPTH_PX} />
        ) : (
          <line key={mm} y1={at} y2={at} x1={from} x2={DEPTH_PX} />
        )
      })}
      {rulerTicks(lengthMm)
        .filter(({ mm, kind }) => kind === 'cm' && mm > 0 && mm < lengthMm)
        .map(({ mm }) =>
          isTop ? (
            <text key={mm} x={mm * pxPerMm} y={9} textAnchor="middle">
              {mm / 10}
            </text>
          ) : (
            <text key={mm} x={8} y={mm * pxPerMm + 3.5} textAnchor="end">
              {mm / 10}
            </text>
          ),
        )}
    </svg>
  )
}
