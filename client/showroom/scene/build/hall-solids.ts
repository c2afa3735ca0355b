import { BufferAttribute, BufferGeometry, Color } from 'three'
import type { Hall } from '#shared/model/fair.ts'
import type { HallView } from '../../state/showroom-types.ts'
import { addFurniture } from './furniture-solids.ts'
import { PALETTE } from './palette.ts'
import { createSolidBuilder, NO_SHADE, type SolidBuilder } from './solid-builder.ts'
import { addStand } from './stand-solids.ts'

/** Clear height under the roof's girders, in metres. */
export const ROOF_M = 8
const BAY_M = 6

/** The whole hall but its floor and signs, as few geometries: one draw call each. */
export interface HallSolids {
  readonly painted: BufferGeometry
  readonly metal: BufferGeometry
  readonly roof: BufferGeometry
  readonly sky: BufferGeometry
}

export function buildHallSolids(view: HallView): HallSolids {
  const painted = createSolidBuilder()
  const metal = createSolidBuilder()
  const roof = createSolidBuilder()
  for (const stand of view.stands) {
    addStand(stand.place, painted, metal)
    for (const slot of stand.layout.slots) addFurniture(stand.place, slot, painted, metal)
  }
  addOuterWalls(view.hall, roof)
  addRoof(view.hall, roof)
  return { painted: painted.build(), metal: metal.build(), roof: roof.build(), sky: buildSky(view.hall) }
}

export function disposeHallSolids(solids: HallSolids): void {
  solids.painted.dispose()
  solids.metal.dispose()
  solids.roof.dispose()
  solids.sky.dispose()
}

/** Walls to the height of the clerestory, columns at every bay. */
function addOuterWalls(hall: Hall, roof: SolidBuilder): void {
  const w = hall.widthM
  const d = hall.depthM
  const height = ROOF_M - 1.6
  const cuts = [0.4, 1.5, 4]
  const thick = 0.3
  const shade = (_x: number, y: number) => 0.78 + 0.2 * Math.min(1, y / 3.5)
  const wall = { cuts, shade }
  const x = w / 2 + thick / 2
  const z = d / 2 + thick / 2
  roof.box({ xM: 0, yM: 0, zM: -z, turnDeg: 0 }, [w + 2 * thick, height, thick], PALETTE.outerWall, wall)
  roof.box({ xM: 0, yM: 0, zM: z, turnDeg: 0 }, [w + 2 * thick, height, thick], PALETTE.outerWall, wall)
  roof.box({ xM: -x, yM: 0, zM: 0, turnDeg: 0 }, [thick, height, d], PALETTE.outerWall, wall)
  roof.box({ xM: x, yM: 0, zM: 0, turnDeg: 0 }, [thick, height, d], PALETTE.outerWall, wall)
  for (let at = -d / 2 + BAY_M / 2; at < d / 2; at += BAY_M) {
    for (const side of [-1, 1]) {
      roof.box(
        { xM: side * (w / 2 - 0.12), yM: 0, zM: at, turnDeg: 0 },
        [0.24, ROOF_M, 0.24],
        PALETTE.steel,
        { cuts: [1, 4], withTop: false },
      )
    }
  }
}

/** White girders across the hall, purlins along it. */
function addRoof(hall: Hall, roof: SolidBuilder): void {
  const w = hall.widthM
  const d = hall.depthM
  const under = {
    shade: (_x: number, y: number) => 0.8 + 0.12 * (y - ROOF_M),
    withBottom: true,
    withTop: false,
  }
  for (let z = -d / 2 + BAY_M / 2; z < d / 2; z += BAY_M) {
    const at = { xM: 0, yM: 0, zM: z, turnDeg: 0 }
    roof.box({ ...at, yM: ROOF_M }, [w, 0.14, 0.2], PALETTE.steel, under)
    roof.box({ ...at, yM: ROOF_M + 1.0 }, [w, 0.12, 0.16], PALETTE.steel, under)
    const panels = Math.max(4, Math.round(w / 2.5))
    for (let panel = 0; panel < panels; panel++) {
      const from = -w / 2 + (w * panel) / panels
      const to = -w / 2 + (w * (panel + 1)) / panels
      const rising = panel % 2 === 0
      roof.bar(
        at,
        [from, rising ? ROOF_M + 0.1 : ROOF_M + 1.05, 0],
        [to, rising ? ROOF_M + 1.05 : ROOF_M + 0.1, 0],
        0.04,
        PALETTE.steel,
      )
    }
  }
  const purlins = Math.max(3, Math.round(w / 5))
  for (let purlin = 0; purlin <= purlins; purlin++) {
    const x = -w / 2 + (w * purlin) / purlins
    roof.box({ xM: x, yM: ROOF_M + 1.14, zM: 0, turnDeg: 0 }, [0.1, 0.1, d], PALETTE.steel, {
      shade: NO_SHADE,
      withBottom: true,
      withTop: false,
    })
  }
}

/** Daylight above the glazing: brightest overhead, a little bluer towards the edges; unlit. */
function buildSky(hall: Hall): BufferGeometry {
  const reach = Math.hypot(hall.widthM, hall.depthM) * 0.9 + 20
  const rings = [0, 0.25, 0.5, 0.75, 1]
  const sides = 24
  const zenith = new Color('#ffffff')
  const rim = new Color(PALETTE.sky)
  const mixed = new Color()
  const positions: number[] = []
  const colors: number[] = []
  const indices: number[] = []
  rings.forEach((ring, at) => {
    for (let side = 0; side <= sides; side++) {
      const angle = (side / sides) * Math.PI * 2
      positions.push(
        Math.cos(angle) * ring * reach,
        ROOF_M + 6 - ring * ring * 8,
        Math.sin(angle) * ring * reach,
      )
      mixed.lerpColors(zenith, rim, ring)
      colors.push(mixed.r, mixed.g, mixed.b)
      if (at > 0 && side < sides) {
        const here = at * (sides + 1) + side
        const inner = here - (sides + 1)
        // Seen from below.
        indices.push(inner, here, here + 1, inner, here + 1, inner + 1)
      }
    }
  })
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 3))
  geometry.setIndex(indices)
  return geometry
}
