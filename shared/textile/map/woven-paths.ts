import { noise1, hash01 } from '../noise.ts'
import type { WovenRecipe } from '../recipe.ts'
import { draftFor, type Draft } from '../weave.ts'
import { bandOfThread, tileThreads } from './tile.ts'
import { diameterMm, emptyPath, thicknessVariation, type YarnPath } from './yarn-path.ts'

/** Yarn axes of one tile, and its true size. */
export type TilePaths = { widthMm: number; heightMm: number; paths: YarnPath[] }

/** Height of a yarn at each crossing: +1 on the face, -1 on the back, a little more in the middle of a float. */
const crossingLevels = (isUp: (crossing: number) => boolean, crossings: number): Float32Array => {
  const levels = new Float32Array(crossings)
  for (let i = 0; i < crossings; i++) {
    const up = isUp(i)
    let before = 0
    let after = 0
    while (before < 4 && isUp((i - before - 1 + crossings) % crossings) === up) before++
    while (after < 4 && isUp((i + after + 1) % crossings) === up) after++
    const depthInFloat = Math.min(before, after, 2)
    const edge = before + after === 0 ? 0 : before === 0 || after === 0 ? -0.06 : 0.1 * depthInFloat
    levels[i] = (up ? 1 : -1) * (1 + edge)
  }
  return levels
}

const smooth = (t: number) => t * t * (3 - 2 * t)

type ThreadSystem = {
  alongX: boolean
  count: number
  crossings: number
  spacingMm: number
  crossingMm: number
  halfWidthMm: number
  halfHeightMm: number
  swingMm: number
  /** How abruptly it dives: floats stay up as long as they can. */
  steepness: number
}

const POINTS_PER_CROSSING = 8

const threadPath = (
  recipe: WovenRecipe,
  system: ThreadSystem,
  thread: number,
  levels: Float32Array,
  colourBand: number,
): YarnPath => {
  const { alongX, crossings, spacingMm, crossingMm } = system
  const yarn = alongX ? recipe.weft : recipe.warp
  const seed = (recipe.seed * 31 + (alongX ? 7919 : 104_729) + thread * 2) >>> 0
  const points = crossings * POINTS_PER_CROSSING
  const bands = alongX ? recipe.weftBands : recipe.warpBands
  const path = emptyPath(points + 1, {
    halfHeightMm: system.halfHeightMm,
    closed: true,
    yarn,
    colour: bands[colourBand]?.colour ?? [],
    seed,
  })
  const lengthMm = crossings * crossingMm
  const variation = thicknessVariation(yarn)
  const slubby = Math.min(1, Math.max(0, variation - 0.3) * 1.6)
  const slowPeriod = Math.max(2, Math.round(lengthMm / 9))
  const fastPeriod = Math.max(4, Math.round(lengthMm / 1.7))
  const wobble = spacingMm * (yarn.filament ? 0.03 : 0.075)
  // The doubled threads of a ripstop are the heavier ones.
  const bold = recipe.structure === 'ripstop' && thread % 16 < 2 ? 1.22 : 1
  const offset = (hash01(thread, 3, seed) - 0.5) * spacingMm * 0.07
  for (let i = 0; i <= points; i++) {
    const at = i / POINTS_PER_CROSSING
    const crossing = Math.floor(at - 0.5)
    const t = smooth(Math.min(1, Math.max(0, (at - 1 - crossing) * system.steepness + 0.5)))
    const before = levels[(crossing + crossings) % crossings] ?? 0
    const after = levels[(crossing + 1 + crossings) % crossings] ?? 0
    const level = before * (1 - t) + after * t
    const share = (i % points) / points
    const slow = noise1(share * slowPeriod, slowPeriod, seed) - 0.5
    const fast = noise1(share * fastPeriod, fastPeriod, seed + 1) - 0.5
    // Slubs: the top of the slow noise, sharpened, so that thick places are rare and thin ones gentle.
    const slub = Math.max(0, slow - 0.22) * 3.2 * slubby
    const thickness = bold * (1 + variation * (0.14 * slow + 0.3 * fast + slub))
    const along = share === 0 && i > 0 ? lengthMm : share * lengthMm
    const across = (thread + 0.5) * spacingMm + offset + wobble * fast
    path.x[i] = alongX ? along : across
    path.y[i] = alongX ? across : along
    path.z[i] = level * system.swingMm
    // Pressed narrow where it dives, spread where it floats.
    path.halfWidthMm[i] = system.halfWidthMm * thickness * (0.95 + 0.1 * Math.min(1.2, Math.abs(level)))
  }
  return path
}

/** Spreads of a yarn on its bed: pressed flatter where the sett leaves room. */
const section = (diameter: number, spacing: number, float: number) => {
  const halfWidthMm = Math.min((diameter / 2) * (1.3 + 0.1 * float), spacing * (0.51 + 0.055 * float))
  return {
    halfWidthMm,
    halfHeightMm: Math.min((diameter / 2) * 0.9, (diameter * diameter) / 4 / halfWidthMm),
  }
}

const longestFloat = (draft: Draft): number => {
  let longest = 1
  for (const row of draft.up) {
    const ups = row.reduce<number>((sum, up) => sum + up, 0)
    longest = Math.max(longest, Math.abs(2 * ups - draft.ends) + 1)
  }
  return Math.min(3, longest - 1)
}

/** Yarn axes of a woven: each thread over and under as its draft says, crimped, uneven, never quite straight. */
export const wovenPaths = (recipe: WovenRecipe): TilePaths => {
  const draft = draftFor(recipe.structure, recipe.direction)
  if (!draft) throw new RangeError(`${recipe.structure} is no weave`)
  const ends = tileThreads(draft.ends, draft.basisEnds, recipe.warpBands, recipe.endsPerCm)
  const picks = tileThreads(draft.picks, draft.basisEnds, recipe.weftBands, recipe.picksPerCm)
  const endMm = 10 / recipe.endsPerCm
  const pickMm = 10 / recipe.picksPerCm
  const float = longestFloat(draft)
  const warp = section(diameterMm(recipe.warp), endMm, float)
  const weft = section(diameterMm(recipe.weft), pickMm, 0)
  const gap = warp.halfHeightMm + weft.halfHeightMm
  // The finer system bends more: their swings share the sum of the radii, as in Peirce's geometry.
  const warpSwing = (gap * recipe.weft.tex) / (recipe.warp.tex + recipe.weft.tex)
  const warpSystem: ThreadSystem = {
    alongX: false, count: ends, crossings: picks, spacingMm: endMm, crossingMm: pickMm, swingMm: warpSwing, steepness: 1 + 0.35 * (float - 1), ...warp,
  } // prettier-ignore
  const weftSystem: ThreadSystem = {
    alongX: true, count: picks, crossings: ends, spacingMm: pickMm, crossingMm: endMm, swingMm: gap - warpSwing, steepness: 1, ...weft,
  } // prettier-ignore
  const isUp = (end: number, pick: number) => draft.up[pick % draft.picks]?.[end % draft.ends] === 1
  const warpBand = bandOfThread(recipe.warpBands, ends)
  const weftBand = bandOfThread(recipe.weftBands, picks)
  const paths: YarnPath[] = []
  for (let pick = 0; pick < picks; pick++) {
    const levels = crossingLevels((end) => !isUp(end, pick), ends)
    paths.push(threadPath(recipe, weftSystem, pick, levels, weftBand[pick] ?? 0))
  }
  for (let end = 0; end < ends; end++) {
    const levels = crossingLevels((pick) => isUp(end, pick), picks)
    paths.push(threadPath(recipe, warpSystem, end, levels, warpBand[end] ?? 0))
  }
  return { widthMm: ends * endMm, heightMm: picks * pickMm, paths }
}
