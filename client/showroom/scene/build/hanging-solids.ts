import type { HallView } from '../../state/showroom-types.ts'
import { ROOF_M } from './hall-frame.ts'
import { AREA_SIGN, areaSignPlace, BANNER, bannerPlaces, ISLAND_SIGN } from './hall-signs.ts'
import { PALETTE } from './palette.ts'
import { within } from './placement.ts'
import { NO_SHADE, type SolidBuilder, type SolidPlacement } from './solid-builder.ts'

const WIRE_M = 0.006

/** What the hanging signs are made of: cloth rings over the islands, bars and wires. Their pictures come on top. */
export function addHangings(view: HallView, painted: SolidBuilder, metal: SolidBuilder): void {
  for (const { place } of view.stands) {
    if (place.areaM2 !== 36) continue
    const { widthM, heightM, yM } = ISLAND_SIGN
    const at = { xM: place.xM, yM: yM - heightM / 2, zM: place.zM, turnDeg: place.headingDeg }
    for (const turn of [0, 90, 180, 270])
      painted.box(within({ ...at, turnDeg: at.turnDeg + turn }, 0, 0, widthM / 2 - 0.02), [widthM, heightM, 0.03], PALETTE.fascia, {
        shade: NO_SHADE,
        withBottom: true,
      }) // prettier-ignore
    hang(at, heightM, [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x = 0, z = 0]) => [x * (widthM / 2 - 0.05), z * (widthM / 2 - 0.05)]), metal) // prettier-ignore
  }
  for (const banner of bannerPlaces(view.hall)) {
    const at = { ...banner, yM: BANNER.yM - BANNER.heightM / 2 }
    const half = BANNER.widthM / 2
    for (const y of [0, BANNER.heightM])
      metal.bar(at, [-half - 0.03, y, 0], [half + 0.03, y, 0], 0.014, PALETTE.aluminium)
    hang(at, BANNER.heightM, [[-half, 0], [half, 0]], metal) // prettier-ignore
  }
  for (const area of view.hall.areas) {
    const at = { ...areaSignPlace(area), yM: AREA_SIGN.yM - AREA_SIGN.heightM / 2, turnDeg: area.headingDeg }
    hang(at, AREA_SIGN.heightM, [[-AREA_SIGN.widthM / 2 + 0.1, 0], [AREA_SIGN.widthM / 2 - 0.1, 0]], metal) // prettier-ignore
  }
}

/** Wires from the top of something up to the girders. */
function hang(
  at: SolidPlacement,
  topM: number,
  points: readonly (readonly number[])[],
  metal: SolidBuilder,
): void {
  for (const [x = 0, z = 0] of points)
    metal.bar(at, [x, topM, z], [x, ROOF_M - at.yM, z], WIRE_M, PALETTE.aluminium)
}
