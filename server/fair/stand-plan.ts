import type { FloorArea, Hall, StandLayout, StandPlace } from '#shared/model/fair.ts'
import { AppError } from '../platform/errors.ts'

type TurnedArea = FloorArea & { headingDeg: number }

/** The floor that a stand or an area of the hall covers, after turning. */
const footprint = (place: TurnedArea): FloorArea =>
  place.headingDeg % 180 === 0 ? place : { ...place, widthM: place.depthM, depthM: place.widthM }

// Neighbours share a wall: touching is allowed, a centimetre of overlap is not.
const OVERLAP_M = 0.01

const overlaps = (a: FloorArea, b: FloorArea) =>
  Math.abs(a.xM - b.xM) < (a.widthM + b.widthM) / 2 - OVERLAP_M &&
  Math.abs(a.zM - b.zM) < (a.depthM + b.depthM) / 2 - OVERLAP_M

const liesInside = ({ widthM, depthM }: Pick<Hall, 'widthM' | 'depthM'>, area: FloorArea) =>
  Math.abs(area.xM) + area.widthM / 2 <= widthM / 2 && Math.abs(area.zM) + area.depthM / 2 <= depthM / 2

/** Throws unless every area of a new hall lies inside it. */
export const assertAreasInside = (hall: Omit<Hall, 'id'>): void => {
  const at = hall.areas.findIndex((area) => !liesInside(hall, footprint(area)))
  if (at >= 0)
    throw new AppError('bad_request', { fields: [{ path: `areas.${at}`, message: 'outside the hall' }] })
}

/** Throws unless the stand has the area it claims, lies inside the hall, off its areas, and overlaps no other. */
export const assertStandFits = (
  hall: Hall,
  place: StandPlace,
  others: readonly { number: string; place: StandPlace }[],
): void => {
  const area = footprint(place)
  if (Math.abs(place.widthM * place.depthM - place.areaM2) > 0.05)
    throw new AppError('bad_request', {
      fields: [{ path: 'place', message: 'width × depth is not the stand’s area' }],
    })
  if (!liesInside(hall, area))
    throw new AppError('bad_request', { fields: [{ path: 'place', message: 'outside the hall' }] })
  const common = hall.areas.find((other) => overlaps(area, footprint(other)))
  if (common)
    throw new AppError('bad_request', { fields: [{ path: 'place', message: `covers “${common.name}”` }] })
  const neighbour = others.find((other) => overlaps(area, footprint(other.place)))
  if (neighbour) throw new AppError('conflict', { stand: neighbour.number })
}

/** Throws unless every slot's middle is on the stand's own floor and slot ids are unique. */
export const assertSlotsInside = (place: StandPlace, layout: StandLayout): void => {
  const ids = new Set(layout.slots.map(({ id }) => id))
  if (ids.size !== layout.slots.length)
    throw new AppError('bad_request', { fields: [{ path: 'layout.slots.id', message: 'must be unique' }] })
  const outside = layout.slots.find(
    ({ xM, zM }) => Math.abs(xM) > place.widthM / 2 || Math.abs(zM) > place.depthM / 2,
  )
  if (outside)
    throw new AppError('bad_request', {
      fields: [{ path: `layout.slots.${outside.id}`, message: 'outside the stand' }],
    })
}
