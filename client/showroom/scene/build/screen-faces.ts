import type { HallArea } from '#shared/model/fair.ts'
import { areaPieces } from '#shared/geometry/area-furniture.ts'
import { standToHall, turnPoint } from '#shared/geometry/stand-plan.ts'
import type { HallView, ShownOnScreen, StandView } from '../../state/showroom-types.ts'
import { backdropPicture } from './area-solids.ts'
import { SCREEN_PICTURE } from './furniture-solids.ts'

/** Where a picture hangs: the middle of its face, and the way it looks (0 is +z, clockwise seen from above). */
export interface SignFace {
  readonly xM: number
  readonly yM: number
  readonly zM: number
  readonly turnDeg: number
  readonly widthM: number
  readonly heightM: number
}

/** The screens of a stand. */
export const standScreenFaces = ({ place, layout }: Pick<StandView, 'place' | 'layout'>): SignFace[] =>
  layout.slots
    .filter(({ kind }) => kind === 'screen')
    .map((slot) => {
      const before = turnPoint(0, SCREEN_PICTURE.zM, slot.turnDeg)
      const point = standToHall(place, slot.xM + before.xM, slot.zM + before.zM)
      return { ...SCREEN_PICTURE, ...point, turnDeg: slot.turnDeg + place.headingDeg }
    })

/** The screen behind a stage. */
export const areaScreenFaces = (area: HallArea): SignFace[] =>
  areaPieces(area)
    .filter(({ kind }) => kind === 'backdrop')
    .map(({ xM, zM, widthM, turnDeg }) => {
      const picture = backdropPicture(widthM)
      const before = turnPoint(0, picture.zM, turnDeg)
      return { ...picture, xM: xM + before.xM, zM: zM + before.zM, turnDeg }
    })

/** The screens of a stand or of a stage; none where it has none. */
export const screenFaces = ({ hall, stands }: HallView, place: ShownOnScreen['place']): SignFace[] =>
  'standId' in place
    ? stands.filter(({ id }) => id === place.standId).flatMap(standScreenFaces)
    : hall.areas.filter(({ name }) => name === place.area).flatMap(areaScreenFaces)
