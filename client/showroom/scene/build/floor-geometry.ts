import { BufferAttribute, BufferGeometry, Color } from 'three'
import { turnPoint } from '#shared/geometry/stand-plan.ts'
import type { HallAreaKind } from '#shared/model/fair.ts'
import { hash01 } from '#shared/textile/noise.ts'
import type { HallView } from '../../state/showroom-types.ts'
import { PALETTE } from './palette.ts'

/** Metres of floor for one repeat of the carpet's tile. */
const CARPET_TILE_M = 0.5
const STAND_FLOOR_M = 0.016
const BOARD_WIDTH_M = 0.2
const BOARD_LENGTH_M = 2.1

const AREA_FLOOR: Readonly<Record<HallAreaKind, string>> = {
  stage: PALETTE.standCarpet,
  lounge: PALETTE.rug,
  forum: PALETTE.linen,
}

interface Turned {
  readonly xM: number
  readonly zM: number
  readonly headingDeg: number
}

/**
 * The hall's floor, aisle carpets and stand floors as one geometry with vertex colours. `uv` repeats the carpet's
 * tile, `uv1` spans the hall for its painted shadows.
 */
export function buildFloor(view: HallView): BufferGeometry {
  const { hall } = view
  const positions: number[] = []
  const colors: number[] = []
  const uv: number[] = []
  const uv1: number[] = []
  const normals: number[] = []
  const indices: number[] = []
  const color = new Color()

  /** A rectangle of floor, `x` and `z` its middle in the coordinates of what it lies in. */
  function patch(within: Turned, x: number, z: number, w: number, d: number, y: number, hex: string, light = 1): void {
    const start = positions.length / 3
    color.set(hex).multiplyScalar(light)
    // Far left, far right, near right, near left.
    for (const [along, across] of [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const) {
      const point = turnPoint(x + (along * w) / 2, z + (across * d) / 2, within.headingDeg)
      const xM = within.xM + point.xM
      const zM = within.zM + point.zM
      positions.push(xM, y, zM)
      normals.push(0, 1, 0)
      colors.push(color.r, color.g, color.b)
      uv.push(xM / CARPET_TILE_M, zM / CARPET_TILE_M)
      uv1.push(xM / hall.widthM + 0.5, zM / hall.depthM + 0.5)
    }
    indices.push(start, start + 3, start + 2, start, start + 2, start + 1)
  } // prettier-ignore

  /** Oak boards along a stand's depth, no two alike, their joints staggered. */
  function boards(place: Turned & { widthM: number; depthM: number }): void {
    const { widthM, depthM } = place
    const rows = Math.round(widthM / BOARD_WIDTH_M)
    const width = widthM / rows
    for (let row = 0; row < rows; row++) {
      const x = -widthM / 2 + width * (row + 0.5)
      let from = -depthM / 2
      for (let board = 0; from < depthM / 2 - 1e-6; board++) {
        const full = board === 0 ? BOARD_LENGTH_M * (0.3 + 0.7 * hash01(row, 0, 5)) : BOARD_LENGTH_M
        const length = Math.min(full, depthM / 2 - from)
        const light = 0.93 + 0.11 * hash01(row, board, 9)
        patch(place, x, from + length / 2, width - 0.004, length - 0.004, STAND_FLOOR_M, PALETTE.oakFloor, light)
        from += length
      }
    }
    // Joints are a shade darker, no more: from afar there would be dashes.
    patch(place, 0, 0, widthM, depthM, STAND_FLOOR_M - 0.003, PALETTE.oakFloor, 0.8)
  } // prettier-ignore

  const whole = { xM: 0, zM: 0, headingDeg: 0 }
  patch(whole, 0, 0, hall.widthM, hall.depthM, 0, PALETTE.concrete)
  // Each layer a few millimetres over the last, so that depth can tell them apart from far away.
  hall.aisles.forEach(({ xM, zM, widthM, depthM }, at) =>
    // A little over its edge, so that no bare floor shines through where two meet.
    patch(whole, xM, zM, widthM + 0.04, depthM + 0.04, 0.005 + (at % 2) * 0.003, PALETTE.aisleCarpet),
  )
  for (const area of hall.areas)
    patch(area, 0, 0, area.widthM - 0.3, area.depthM - 0.3, 0.012, AREA_FLOOR[area.kind])
  for (const { place } of view.stands) {
    if (place.areaM2 === 36) boards(place)
    else patch(place, 0, 0, place.widthM, place.depthM, STAND_FLOOR_M, PALETTE.standCarpet)
  }

  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3))
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 3))
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(uv), 2))
  geometry.setAttribute('uv1', new BufferAttribute(new Float32Array(uv1), 2))
  geometry.setIndex(indices)
  return geometry
}
