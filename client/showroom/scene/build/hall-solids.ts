import type { BufferGeometry } from 'three'
import type { HallView } from '../../state/showroom-types.ts'
import { addArea } from './area-solids.ts'
import { addFurniture } from './furniture-solids.ts'
import { addHangings } from './hanging-solids.ts'
import { addOuterWalls, addRoof } from './hall-frame.ts'
import { buildSky } from './sky.ts'
import { createSolidBuilder } from './solid-builder.ts'
import { addStand } from './stand-solids.ts'

/** The whole hall but its floor and signs, as few geometries: one draw call each. */
export interface HallSolids {
  readonly painted: BufferGeometry
  readonly metal: BufferGeometry
  /** Outer walls, columns and girders: they throw no shadows. */
  readonly frame: BufferGeometry
  /** What shines by itself: window panes. */
  readonly panes: BufferGeometry
  readonly sky: BufferGeometry
}

/** @param thrift with fewer triangles, for the low tier */
export function buildHallSolids(view: HallView, thrift: boolean): HallSolids {
  const painted = createSolidBuilder(thrift)
  const metal = createSolidBuilder(thrift)
  const frame = createSolidBuilder(thrift)
  const panes = createSolidBuilder(thrift)
  for (const stand of view.stands) {
    addStand(stand.place, painted, metal)
    for (const slot of stand.layout.slots) addFurniture(stand.place, slot, painted, metal)
  }
  for (const area of view.hall.areas) addArea(area, painted, metal)
  addHangings(view, painted, metal)
  addOuterWalls(view, frame, panes)
  addRoof(view.hall, frame)
  return {
    painted: painted.build(),
    metal: metal.build(),
    frame: frame.build(),
    panes: panes.build(),
    sky: buildSky(view.hall),
  }
}

export function disposeHallSolids(solids: HallSolids): void {
  for (const geometry of [solids.painted, solids.metal, solids.frame, solids.panes, solids.sky])
    geometry.dispose()
}
