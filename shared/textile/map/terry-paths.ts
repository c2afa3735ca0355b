import { randomStream } from '../noise.ts'
import type { WovenRecipe } from '../recipe.ts'
import { wovenPaths, type TilePaths } from './woven-paths.ts'
import { diameterMm, emptyPath } from './yarn-path.ts'

const POINTS = 14

/** A terry: plain ground under a field of loops, each a small arch that leans its own way. */
export const terryPaths = (recipe: WovenRecipe): TilePaths => {
  const ground = wovenPaths({ ...recipe, structure: 'plain' })
  const random = randomStream(recipe.seed + 13)
  const diameter = diameterMm(recipe.warp)
  const stepX = 10 / (recipe.endsPerCm / 1.15)
  const stepY = 10 / (recipe.picksPerCm / 1.35)
  const columns = Math.round(ground.widthMm / stepX)
  const rows = Math.round(ground.heightMm / stepY)
  const colour = recipe.warpBands[0]?.colour ?? []
  const loops = Array.from({ length: columns * rows }, (_, index) => {
    const path = emptyPath(POINTS + 1, {
      halfHeightMm: diameter * 0.48,
      closed: false,
      yarn: recipe.warp,
      colour,
      seed: (recipe.seed * 31 + index * 2 + 1) >>> 0,
    })
    const centreX = ((index % columns) + 0.5 + (random() - 0.5) * 0.7) * stepX
    const centreY = (Math.floor(index / columns) + 0.5 + (random() - 0.5) * 0.7) * stepY
    const heading = Math.PI / 2 + (random() - 0.5) * 1.7
    const lean = (random() - 0.5) * 1.1
    const tall = diameter * (2.2 + 1.6 * random())
    const reach = stepY * (0.72 + 0.3 * random())
    for (let i = 0; i <= POINTS; i++) {
      const t = (i / POINTS) * Math.PI
      const along = -Math.cos(t) * reach
      const aside = Math.sin(t) * lean * reach + Math.sin(2 * t) * 0.16 * reach
      path.x[i] = centreX + Math.cos(heading) * along - Math.sin(heading) * aside
      path.y[i] = centreY + Math.sin(heading) * along + Math.cos(heading) * aside
      path.z[i] = diameter + Math.sin(t) * tall
      path.halfWidthMm[i] = diameter * 0.62
    }
    return path
  })
  return { ...ground, paths: [...ground.paths, ...loops] }
}
