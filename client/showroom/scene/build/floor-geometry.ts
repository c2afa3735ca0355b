import { BufferAttribute, BufferGeometry, Color } from 'three'
import { standToHall } from '#shared/geometry/stand-plan.ts'
import type { HallView } from '../../state/showroom-types.ts'
import { PALETTE } from './palette.ts'

/** Metres of floor for one repeat of the carpet's tile. */
const CARPET_TILE_M = 0.5

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

  function patch(corners: readonly { xM: number; zM: number }[], y: number, hex: string): void {
    const start = positions.length / 3
    color.set(hex)
    for (const { xM, zM } of corners) {
      positions.push(xM, y, zM)
      normals.push(0, 1, 0)
      colors.push(color.r, color.g, color.b)
      uv.push(xM / CARPET_TILE_M, zM / CARPET_TILE_M)
      uv1.push(xM / hall.widthM + 0.5, zM / hall.depthM + 0.5)
    }
    // Far left, far right, near right, near left: seen from above this runs clockwise on the plan.
    indices.push(start, start + 3, start + 2, start, start + 2, start + 1)
  }

  function rectangle(x: number, z: number, w: number, d: number) {
    return [
      { xM: x - w / 2, zM: z - d / 2 },
      { xM: x + w / 2, zM: z - d / 2 },
      { xM: x + w / 2, zM: z + d / 2 },
      { xM: x - w / 2, zM: z + d / 2 },
    ]
  }

  patch(rectangle(0, 0, hall.widthM, hall.depthM), 0, PALETTE.concrete)
  // Each layer a few millimetres over the last, so that depth can tell them apart from far away.
  hall.aisles.forEach((aisle, at) => {
    patch(
      rectangle(aisle.xM, aisle.zM, aisle.widthM, aisle.depthM),
      0.006 + (at % 2) * 0.003,
      PALETTE.aisleCarpet,
    )
  })
  for (const stand of view.stands) {
    const { widthM: w, depthM: d } = stand.place
    const corners = [[-w / 2, -d / 2], [w / 2, -d / 2], [w / 2, d / 2], [-w / 2, d / 2]] as const // prettier-ignore
    patch(
      corners.map(([x, z]) => standToHall(stand.place, x, z)),
      0.014,
      PALETTE.standCarpet,
    )
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
