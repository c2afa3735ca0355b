import { noise1, noise2, hash01 } from '../noise.ts'
import type { KnitRecipe } from '../recipe.ts'
import { bandOfThread, tileThreads } from './tile.ts'
import type { TilePaths } from './woven-paths.ts'
import { diameterMm, emptyPath, thicknessVariation } from './yarn-path.ts'

const POINTS_PER_LOOP = 40

/** How a loop departs from plain jersey. */
type LoopShape = { depthMm: number; stretch: number; back: boolean }

const loopShape = (recipe: KnitRecipe, wale: number, course: number, diameter: number): LoopShape => {
  if (recipe.structure === 'rib' && wale % 2 === 1)
    return { depthMm: -1.1 * diameter, stretch: 1, back: true }
  if (recipe.structure === 'pique') {
    // Every second wale tucks for two courses, staggered: held loops stretch, cells open between them.
    const tucks = (wale + Math.floor(course / 2)) % 2 === 1
    if (tucks)
      return course % 2 === 0
        ? { depthMm: -0.9 * diameter, stretch: 0.72, back: false }
        : { depthMm: -0.35 * diameter, stretch: 1.25, back: false }
  }
  return { depthMm: 0, stretch: 1, back: false }
}

/**
 * Yarn axes of a weft knit: one yarn a course, each loop an omega whose legs lie in front and whose head and feet lie
 * behind (after the parametric loop of Leaf and Glaskin); back wales of a rib are turned round.
 */
export const knitPaths = (recipe: KnitRecipe): TilePaths => {
  const even = recipe.structure === 'rib' || recipe.structure === 'pique'
  const repeat = even ? 2 : 1
  const courseRepeat = recipe.structure === 'pique' ? 4 : 1
  const wales = tileThreads(repeat, repeat, [{ threads: 1, colour: [] }], recipe.walesPerCm)
  const courses = tileThreads(courseRepeat, courseRepeat, recipe.courseBands, recipe.coursesPerCm)
  const waleMm = 10 / recipe.walesPerCm
  const courseMm = 10 / recipe.coursesPerCm
  // Tucked loops bulge: a pique is closed although its stitches are held open.
  const diameter = diameterMm(recipe.yarn) * (recipe.structure === 'pique' ? 1.32 : 1.08)
  const variation = thicknessVariation(recipe.yarn)
  const bands = bandOfThread(recipe.courseBands, courses)
  const widthMm = wales * waleMm
  const points = wales * POINTS_PER_LOOP
  const paths = Array.from({ length: courses }, (_, course) => {
    const seed = (recipe.seed * 31 + course * 2 + 65_537) >>> 0
    const path = emptyPath(points + 1, {
      halfHeightMm: diameter * 0.46,
      closed: true,
      yarn: recipe.yarn,
      colour: recipe.courseBands[bands[course] ?? 0]?.colour ?? [],
      seed,
    })
    for (let i = 0; i <= points; i++) {
      const share = (i % points) / points
      const wale = Math.floor(i / POINTS_PER_LOOP) % wales
      const t = (i / POINTS_PER_LOOP) * 2 * Math.PI
      // Blend the shapes of neighbouring wales at the feet, where one loop becomes the next.
      const within = i / POINTS_PER_LOOP - Math.floor(i / POINTS_PER_LOOP)
      const next = (wale + (within > 0.5 ? 1 : wales - 1)) % wales
      const own = loopShape(recipe, wale, course, diameter)
      const other = loopShape(recipe, next, course, diameter)
      const blend = Math.max(0, Math.abs(within - 0.5) * 2 - 0.6) / 0.8
      const depth = own.depthMm * (1 - blend) + other.depthMm * blend
      const stretch = own.stretch * (1 - blend) + other.stretch * blend
      const phase = t - Math.PI
      const uneven = noise2(share * wales, course, wales, courses, recipe.seed + 5) - 0.5
      const thick = noise1(share * wales * 1.5, Math.round(wales * 1.5), seed) - 0.5
      path.x[i] = (i / POINTS_PER_LOOP) * waleMm + waleMm * 0.17 * Math.sin(2 * phase) + waleMm * 0.1 * uneven
      path.y[i] =
        (course + 0.5) * courseMm +
        courseMm * (0.93 * stretch * Math.cos(phase) + 0.1 * uneven) +
        courseMm * 0.06 * (hash01(wale, course, recipe.seed) - 0.5)
      const front = (own.back ? 0.55 : -1) * Math.cos(2 * phase)
      path.z[i] = diameter * 0.5 * front + depth
      path.halfWidthMm[i] = (diameter / 2) * (1 + variation * 0.5 * thick)
    }
    path.x[points] = widthMm + (path.x[0] ?? 0)
    path.y[points] = path.y[0] ?? 0
    return path
  })
  return { widthMm, heightMm: courses * courseMm, paths }
}
