import type { Hall, HallArea } from '#shared/model/fair.ts'
import { openSides, PARTITION_HEIGHT_M, standSide, turnPoint } from '#shared/geometry/stand-plan.ts'
import type { HallView, StandView } from '../../state/showroom-types.ts'
import { PALETTE } from './palette.ts'
import { areaScreenFaces, standScreenFaces, type SignFace } from './screen-faces.ts'
import { FASCIA_DEPTH_M, FASCIA_HEIGHT_M } from './stand-solids.ts'

export interface SignText {
  readonly text: string
  readonly font: 'name' | 'plain'
  readonly color: string
  /** Letter height, and place in the sign, as shares of the sign's height and width. */
  readonly size: number
  readonly x: number
  readonly y: number
  readonly align: 'left' | 'center' | 'right'
  /** Most of the sign's width that it may take. */
  readonly most: number
}

/** One painted picture and everywhere it hangs. */
export interface Sign {
  readonly texts: readonly SignText[]
  /** Colour of its board; null for letters straight on what is behind, whatever light that is in. */
  readonly ground: string | null
  /** Pixels a metre, before all signs are fitted onto one picture. */
  readonly pixelsPerM: number
  readonly faces: readonly SignFace[]
}

/** Longest lettering on a fascia in metres; the rest of a long one stays plain. */
const LETTERING_M = 3
export const ISLAND_SIGN = { widthM: 2.4, heightM: 0.6, yM: 4.35 } as const
export const BANNER = { widthM: 0.95, heightM: 2.7, yM: 5.1, pitchM: 7 } as const
export const AREA_SIGN = { widthM: 2.6, heightM: 0.52, yM: 3.35 } as const
const OUT_M = 0.005

/** All lettering of a hall: fascias, hanging signs of the islands, banners, names of areas, screens. */
export function hallSigns(view: HallView): Sign[] {
  const { hall, stands } = view
  return [
    ...stands.map(fasciaSign),
    ...stands.filter(({ place }) => place.areaM2 === 36).map(islandSign),
    ...bannerSigns(hall),
    ...hall.areas.map(areaSign),
    ...stands.flatMap(standScreens),
    ...hall.areas.flatMap((area) => areaScreens(area, hall.name)),
    wallSign(hall),
  ]
}

/** The name of an area, hung over its front and read from both sides. */
function areaSign(area: HallArea): Sign {
  const place = areaSignPlace(area)
  const text = { text: area.name, font: 'name', color: PALETTE.ink, size: 0.56, x: 0.5, y: 0.54, align: 'center', most: 0.9 } as const // prettier-ignore
  return {
    texts: [text],
    ground: PALETTE.fascia,
    pixelsPerM: 190,
    faces: [0, 180].map((turn) => ({ ...AREA_SIGN, ...place, turnDeg: area.headingDeg + turn })),
  }
}

/** Where an area's name hangs: over its front edge. */
export function areaSignPlace(area: HallArea): { xM: number; zM: number } {
  const front = turnPoint(0, area.depthM / 2 - 0.4, area.headingDeg)
  return { xM: area.xM + front.xM, zM: area.zM + front.zM }
}

function fasciaSign(stand: StandView): Sign {
  const faces = openSides(stand.place).map((side) => {
    const edge = standSide(stand.place, side)
    const length = Math.hypot(edge.bx - edge.ax, edge.bz - edge.az)
    const dx = (edge.bx - edge.ax) / length
    const dz = (edge.bz - edge.az) / length
    // Outwards is to the right of the way along the side.
    const out = FASCIA_DEPTH_M / 2 + OUT_M
    return {
      xM: (edge.ax + edge.bx) / 2 - dz * out,
      yM: PARTITION_HEIGHT_M - FASCIA_HEIGHT_M / 2,
      zM: (edge.az + edge.bz) / 2 + dx * out,
      turnDeg: (Math.atan2(dz, dx) * 180) / Math.PI,
      widthM: Math.min(LETTERING_M, length - 0.12),
      heightM: FASCIA_HEIGHT_M - 0.03,
    }
  })
  const name = { font: 'name', color: PALETTE.ink, size: 0.58, x: 0.02, y: 0.54, align: 'left' } as const
  const number = { font: 'plain', color: PALETTE.quietInk, size: 0.42, x: 0.98, y: 0.54 } as const
  return {
    texts: [
      { ...name, text: stand.companyName, most: 0.8 },
      { ...number, text: stand.number, align: 'right', most: 0.18 },
    ],
    ground: null,
    pixelsPerM: 330,
    faces,
  }
}

/** A square ring of white cloth over a large stand, its company's name on all four sides. */
function islandSign({ place, companyName, number }: StandView): Sign {
  const half = ISLAND_SIGN.widthM / 2 + OUT_M
  return {
    texts: [
      { text: companyName, font: 'name', color: PALETTE.ink, size: 0.4, x: 0.5, y: 0.44, align: 'center', most: 0.92 },
      { text: number, font: 'plain', color: PALETTE.madder, size: 0.2, x: 0.5, y: 0.8, align: 'center', most: 0.5 },
    ],
    ground: PALETTE.fascia,
    pixelsPerM: 200,
    faces: [0, 90, 180, 270].map((turn) => {
      const angle = ((place.headingDeg + turn) * Math.PI) / 180
      return {
        xM: place.xM - Math.sin(angle) * half,
        yM: ISLAND_SIGN.yM,
        zM: place.zM + Math.cos(angle) * half,
        turnDeg: place.headingDeg + turn,
        widthM: ISLAND_SIGN.widthM,
        heightM: ISLAND_SIGN.heightM,
      }
    }),
  } // prettier-ignore
}

/** A screen shows whose it is, as between two films. */
function screenSign(title: string, line: string, pixelsPerM: number, face: SignFace): Sign {
  const middle = { x: 0.5, align: 'center', most: 0.84 } as const
  return {
    texts: [
      { ...middle, text: title, font: 'name', color: PALETTE.paper, size: 0.15, y: 0.47 },
      { ...middle, text: line, font: 'plain', color: PALETTE.oak, size: 0.055, y: 0.66 },
    ],
    ground: PALETTE.screen,
    pixelsPerM,
    faces: [face],
  }
}

const standScreens = (stand: StandView): Sign[] =>
  standScreenFaces(stand).map((face) => screenSign(stand.companyName, stand.number, 160, face))

const areaScreens = (area: HallArea, hallName: string): Sign[] =>
  areaScreenFaces(area).map((face) => screenSign(area.name, hallName, 60, face))

/** What a hall is called on its banners: the last word of its name, where that is short. */
const letterOf = (hall: Hall): string => {
  const last = hall.name.split(/\s+/).at(-1) ?? ''
  return last.length <= 2 ? last : hall.name.slice(0, 1)
}

/** Where banners hang along the main aisle: the points of their pairs. */
export function bannerPlaces(hall: Hall): { xM: number; zM: number; turnDeg: number }[] {
  const main = hall.aisles.toSorted((a, b) => b.widthM * b.depthM - a.widthM * a.depthM)[0]
  if (!main) return []
  const runsDeep = main.depthM >= main.widthM
  const length = Math.max(main.depthM, main.widthM)
  const edge = Math.min(main.depthM, main.widthM) / 2 - 0.2
  if (edge < 1.2 || length < 2 * BANNER.pitchM) return []
  const count = Math.floor(length / BANNER.pitchM)
  return Array.from({ length: count }, (_, at) => -length / 2 + (length * (at + 0.5)) / count).flatMap(
    (along) =>
      [-1, 1].map((side) => ({
        xM: main.xM + (runsDeep ? side * edge : along),
        zM: main.zM + (runsDeep ? along : side * edge),
        turnDeg: runsDeep ? 0 : 90,
      })),
  )
}

function bannerSigns(hall: Hall): Sign[] {
  const faces = bannerPlaces(hall).flatMap(({ xM, zM, turnDeg }) =>
    [0, 180].map((turn) => {
      const angle = ((turnDeg + turn) * Math.PI) / 180
      return {
        xM: xM - Math.sin(angle) * 0.012,
        yM: BANNER.yM,
        zM: zM + Math.cos(angle) * 0.012,
        turnDeg: turnDeg + turn,
        widthM: BANNER.widthM,
        heightM: BANNER.heightM,
      }
    }),
  )
  if (faces.length === 0) return []
  const middle = { x: 0.5, align: 'center', most: 0.86 } as const
  return [
    {
      texts: [
        { ...middle, text: letterOf(hall), font: 'name', color: PALETTE.madder, size: 0.26, y: 0.3 },
        { ...middle, text: hall.name, font: 'plain', color: PALETTE.ink, size: 0.045, y: 0.9 },
      ],
      ground: PALETTE.linenLight,
      pixelsPerM: 220,
      faces,
    },
  ]
}

/** The hall's name, large, high on the far wall. */
function wallSign(hall: Hall): Sign {
  const text = { text: hall.name, font: 'name', color: PALETTE.wallInk, size: 0.86, x: 0.5, y: 0.54, align: 'center', most: 1 } as const // prettier-ignore
  return {
    texts: [text],
    ground: null,
    pixelsPerM: 110,
    faces: [{ xM: 0, yM: 5.25, zM: -hall.depthM / 2 + 0.02, turnDeg: 0, widthM: 7, heightM: 1.7 }],
  }
}
