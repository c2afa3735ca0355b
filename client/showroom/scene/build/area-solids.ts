import { type AreaPiece, areaPieces } from '#shared/geometry/area-furniture.ts'
import type { HallArea } from '#shared/model/fair.ts'
import { PALETTE } from './palette.ts'
import { within } from './placement.ts'
import { addPlant } from './plant-solids.ts'
import { addChairRow, addSofa } from './seating-solids.ts'
import { NO_SHADE, type SolidBuilder, type SolidPlacement } from './solid-builder.ts'
import { WALL_CUTS } from './stand-solids.ts'

/** The forum's cloths: a season's card of natural dyes, hung like pages. */
const SEASON = [
  '#7b2d2b',
  '#c08a3e',
  '#5d6f63',
  '#2f3f63',
  '#b9a48a',
  '#8a5a44',
  '#9aa59a',
  '#d8cbb6',
] as const
const CLOTH_FOLDS = 8

/** Adds everything that stands in a hall's common areas. */
export function addArea(area: HallArea, painted: SolidBuilder, metal: SolidBuilder): void {
  areaPieces(area).forEach((piece, index) => {
    const at: SolidPlacement = { xM: piece.xM, yM: 0, zM: piece.zM, turnDeg: piece.turnDeg }
    FURNISH[piece.kind](at, piece, painted, metal, index)
  })
}

/** The picture of the screen on a backdrop, in its own metres. */
export function backdropPicture(backdropWidthM: number) {
  const widthM = Math.min(4.8, backdropWidthM * 0.52) - 0.06
  const heightM = (widthM + 0.06) * 0.5625 - 0.06
  return { widthM, heightM, yM: 0.98 + heightM / 2, zM: 0.088 }
}

type Furnish = (
  at: SolidPlacement,
  piece: AreaPiece,
  painted: SolidBuilder,
  metal: SolidBuilder,
  index: number,
) => void

const FURNISH: Readonly<Record<AreaPiece['kind'], Furnish>> = {
  backdrop(at, { widthM, heightM }, painted, metal) {
    painted.box(at, [widthM, heightM, 0.1], PALETTE.outerWall, { cuts: WALL_CUTS, endCuts: [0.3, 1] })
    // Oak slats frame a dark screen.
    const picture = backdropPicture(widthM)
    const screen = picture.widthM + 0.06
    const slats = Math.floor((widthM - screen - 0.6) / 2 / 0.16)
    for (let slat = 0; slat < slats; slat++)
      for (const side of [-1, 1])
        painted.box(
          within(at, side * (screen / 2 + 0.3 + 0.16 * (slat + 0.5)), 0, 0.07),
          [0.06, heightM, 0.05],
          PALETTE.slat,
          { cuts: [0.5] },
        )
    painted.box(within(at, 0, 0.95, 0.06), [screen, picture.heightM + 0.06, 0.05], PALETTE.charcoal, {
      shade: NO_SHADE,
      withBottom: true,
    })
    metal.bar(at, [-widthM / 2, heightM + 0.02, 0], [widthM / 2, heightM + 0.02, 0], 0.03, PALETTE.aluminium)
  },
  platform(at, { widthM, depthM, heightM }, painted) {
    painted.box(at, [widthM, heightM - 0.04, depthM], PALETTE.charcoal, { withTop: false })
    painted.box(within(at, 0, heightM - 0.04, 0), [widthM, 0.04, depthM], PALETTE.oak, {
      shade: NO_SHADE,
      endCuts: [0.4, 1.2],
    })
  },
  lectern(at, { widthM, depthM, heightM }, painted) {
    painted.box(at, [widthM, heightM, depthM * 0.7], PALETTE.fascia, { cuts: [0.4, 0.7] })
    painted.box(within(at, 0, heightM, 0), [widthM + 0.06, 0.035, depthM], PALETTE.oak, { withBottom: true })
  },
  chairRow(at, { widthM }, painted, metal) {
    addChairRow(at, widthM, painted, metal)
  },
  sofa(at, { widthM, depthM }, painted) {
    addSofa(at, widthM, depthM, PALETTE.boucle, painted)
  },
  armchair(at, { widthM, depthM }, painted) {
    addSofa(at, widthM, depthM, PALETTE.sage, painted)
  },
  lowTable(at, { widthM, depthM, heightM }, painted, metal) {
    painted.box(within(at, 0, heightM - 0.03, 0), [widthM, 0.03, depthM], PALETTE.oak, {
      shade: NO_SHADE,
      withBottom: true,
    })
    for (const x of [-widthM / 2 + 0.08, widthM / 2 - 0.08])
      for (const z of [-depthM / 2 + 0.08, depthM / 2 - 0.08])
        metal.bar(at, [x, 0, z], [x, heightM - 0.03, z], 0.014, PALETTE.graphite)
  },
  plant(at, { heightM }, painted) {
    addPlant(at, heightM, painted)
  },
  clothFrame(at, { widthM, heightM }, painted, metal, index) {
    const half = widthM / 2
    for (const x of [-half, half]) {
      metal.bar(at, [x, 0, 0], [x, heightM, 0], 0.018, PALETTE.graphite)
      metal.bar(at, [x, 0.02, -0.3], [x, 0.02, 0.3], 0.018, PALETTE.graphite)
    }
    metal.bar(at, [-half, heightM, 0], [half, heightM, 0], 0.018, PALETTE.graphite)
    const color = SEASON[index % SEASON.length] ?? PALETTE.linen
    const width = (widthM - 0.16) / CLOTH_FOLDS
    for (let fold = 0; fold < CLOTH_FOLDS; fold++) {
      const x0 = -half + 0.08 + width * fold
      const [near, far] = fold % 2 === 0 ? [0.05, -0.05] : [-0.05, 0.05]
      painted.sheet(
        at,
        [
          [x0, 0.18, near],
          [x0 + width, 0.18, far],
          [x0 + width, heightM - 0.03, far * 0.4],
          [x0, heightM - 0.03, near * 0.4],
        ],
        color,
        // A fold away from the light is darker: the cloth falls, it isn't a board.
        { shade: fold % 2 === 0 ? NO_SHADE : () => 0.84 },
      )
    }
  },
  plinth(at, { widthM, depthM, heightM }, painted, _metal, index) {
    painted.box(at, [widthM, heightM, depthM], PALETTE.fascia, { cuts: [0.12, 0.35] })
    // Folded lengths of the season's cloths.
    for (let fold = 0; fold < 3; fold++)
      painted.pillow(
        within(at, 0, heightM + fold * 0.075, 0, fold * 5 - 5),
        [0.44, 0.075, 0.34],
        SEASON[(index + fold * 3) % SEASON.length] ?? PALETTE.linen,
      )
  },
}
