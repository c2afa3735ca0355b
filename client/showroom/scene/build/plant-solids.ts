import { hash01 } from '#shared/textile/noise.ts'
import { PALETTE } from './palette.ts'
import { within } from './placement.ts'
import { NO_SHADE, type SolidBuilder, type SolidPlacement } from './solid-builder.ts'

/** Leaves from below to above: dark in the heart, light at the tips. */
const LEAF_COLOURS = [PALETTE.leafDark, PALETTE.leaf, PALETTE.leafLight] as const

/** A broad-leaved plant in a fibre-clay pot: arching stems, each a folded blade. No two are alike, none moves. */
export function addPlant(at: SolidPlacement, heightM: number, painted: SolidBuilder): void {
  const pot: [number, number][] = [[0.13, 0], [0.2, 0.04], [0.225, 0.42], [0.21, 0.42], [0.2, 0.36], [0.001, 0.36]] // prettier-ignore
  painted.lathe(at, pot, PALETTE.clay, { sides: 16 })
  const seed = Math.round(at.xM * 37 + at.zM * 101)
  const leaves = 17
  for (let leaf = 0; leaf < leaves; leaf++) {
    const share = leaf / (leaves - 1)
    const turn = leaf * 137.5 + hash01(leaf, 1, seed) * 30
    // The lowest lean far out, the topmost stand.
    const lean = 0.2 + (1 - share) * 0.75 + hash01(leaf, 2, seed) * 0.15
    const length = (heightM - 0.4) * (0.55 + 0.45 * share) * (0.85 + 0.2 * hash01(leaf, 3, seed))
    addLeaf(
      within(at, 0, 0.38, 0, turn),
      length,
      lean,
      0.055 + 0.05 * hash01(leaf, 4, seed),
      LEAF_COLOURS[Math.min(2, Math.floor(share * 3))] ?? PALETTE.leaf,
      painted,
    )
  }
}

function addLeaf(
  at: SolidPlacement,
  length: number,
  lean: number,
  halfWidth: number,
  color: string,
  painted: SolidBuilder,
): void {
  // An arch: rises, then bends over; stops as [way along it, share of the width].
  const stops = [[0.25, 0.12], [0.5, 0.75], [0.72, 1], [0.88, 0.7], [1, 0.02]] as const // prettier-ignore
  const spine = stops.map(([t, width]) => ({
    out: Math.sin(lean * t * 1.35) * length * t * 0.8,
    up: Math.cos(lean * t * 1.2) * length * t,
    half: halfWidth * width,
  }))
  for (let at1 = 1; at1 < spine.length; at1++) {
    const low = spine[at1 - 1]
    const high = spine[at1]
    if (!low || !high) continue
    for (const side of [-1, 1])
      painted.sheet(
        at,
        [
          [0, low.up, low.out],
          [side * low.half, low.up + low.half * 0.35, low.out],
          [side * high.half, high.up + high.half * 0.35, high.out],
          [0, high.up, high.out],
        ],
        color,
        { shade: NO_SHADE },
      )
  }
}
