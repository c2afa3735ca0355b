import { defineMessages, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { Hall, HallArea } from '#shared/model/fair.ts'
import { liveRoomName } from '#shared/model/live-room.ts'
import type { StandEntry } from '#shared/protocol/fair.ts'
import classes from './hall-plan.module.css'

const labels = defineMessages({
  free: { id: 'plan.free', defaultMessage: 'free' },
  entrance: { id: 'plan.entrance', defaultMessage: 'Entrance' },
})

const MARGIN_M = 1.5
// Mean width of a letter of the company's name on the plan; longer names are set narrower.
const COMPANY_LETTER_M = 0.28
const AREA_LETTER_M = 0.36

const StandShape = ({ stand, count }: { stand: StandEntry; count: number }) => {
  const intl = useIntl()
  const { xM, zM, widthM, depthM, headingDeg } = stand.place
  const company = stand.company?.name ?? intl.formatMessage(labels.free)
  const turned = headingDeg % 180 !== 0
  const [width, depth] = turned ? [depthM, widthM] : [widthM, depthM]
  return (
    <Link to={`/stands/${stand.slug}`}>
      <g className={classes.stand}>
        <rect x={xM - width / 2} y={zM - depth / 2} width={width} height={depth} />
        <text x={xM} y={zM - 0.1} className={classes.number}>
          {stand.number}
        </text>
        <text
          x={xM}
          y={zM + 0.75}
          className={classes.company}
          {...(company.length * COMPANY_LETTER_M > width - 0.3 && {
            textLength: width - 0.3,
            lengthAdjust: 'spacingAndGlyphs',
          })}
        >
          {company}
        </text>
        {count > 0 && (
          <>
            <circle
              cx={xM + width / 2 - 0.55}
              cy={zM - depth / 2 + 0.55}
              r={0.42}
              className={classes.badge}
            />
            <text x={xM + width / 2 - 0.55} y={zM - depth / 2 + 0.72} className={classes.count}>
              {count}
            </text>
          </>
        )}
      </g>
    </Link>
  )
}

/** A common area; its room for talking is behind it. */
const AreaShape = ({ area, hallId }: { area: HallArea; hallId: string }) => {
  const { xM, zM, widthM, depthM, headingDeg, name } = area
  const [width, depth] = headingDeg % 180 === 0 ? [widthM, depthM] : [depthM, widthM]
  const room = liveRoomName({ kind: 'area', hallId, area: name })
  return (
    <Link to={`/live/${encodeURIComponent(room)}`}>
      <g className={classes.area}>
        <rect x={xM - width / 2} y={zM - depth / 2} width={width} height={depth} />
        <text
          x={xM}
          y={zM + 0.2}
          {...(name.length * AREA_LETTER_M > width - 0.4 && {
            textLength: width - 0.4,
            lengthAdjust: 'spacingAndGlyphs',
          })}
        >
          {name}
        </text>
      </g>
    </Link>
  )
}

/** A hall from above, to scale. Each stand is a link to its page, each area to its room; `counts` are visitors at stands now. */
export const HallPlan = ({
  hall,
  stands,
  counts,
}: {
  hall: Hall
  stands: readonly StandEntry[]
  counts?: ReadonlyMap<string, number>
}) => {
  const intl = useIntl()
  const { widthM, depthM, aisles, areas, entrance } = hall
  const box = [-widthM / 2 - MARGIN_M, -depthM / 2 - MARGIN_M, widthM + 2 * MARGIN_M, depthM + 2 * MARGIN_M]
  return (
    <svg
      className={classes.plan}
      viewBox={box.join(' ')}
      role="group"
      aria-label={intl.formatMessage(
        { id: 'plan.label', defaultMessage: 'Plan of {hall}' },
        { hall: hall.name },
      )}
    >
      <rect className={classes.floor} x={-widthM / 2} y={-depthM / 2} width={widthM} height={depthM} />
      {aisles.map((aisle) => (
        <rect
          key={aisle.name}
          className={classes.aisle}
          x={aisle.xM - aisle.widthM / 2}
          y={aisle.zM - aisle.depthM / 2}
          width={aisle.widthM}
          height={aisle.depthM}
        />
      ))}
      {areas.map((area) => (
        <AreaShape key={`${area.kind} ${area.xM} ${area.zM}`} area={area} hallId={hall.id} />
      ))}
      {stands.map((stand) => (
        <StandShape key={stand.id} stand={stand} count={counts?.get(stand.id) ?? 0} />
      ))}
      <text x={entrance.xM} y={depthM / 2 + 1} className={classes.entrance}>
        ▲ {intl.formatMessage(labels.entrance)}
      </text>
    </svg>
  )
}
