import { makeFabricMaps } from '#shared/textile/map/fabric-maps.ts'
import { recipeFor, fabricSheet } from '../fair/fabrics.ts'

type Maps = ReturnType<typeof makeFabricMaps>

/** Goods of one cloth are mostly made one after the other; a set of maps takes up to 32 MB. */
const REMEMBERED = 4
const recent = new Map<string, Maps>()

/** The maps of a fabric sheet in one of its colourways; those of the last few cloths are remembered. */
export const fabricMaps = (fabric: string, colourway: string): Maps => {
  const key = `${fabric}/${colourway}`
  const maps = recent.get(key) ?? makeFabricMaps(recipeFor(fabricSheet(fabric), colourway))
  recent.delete(key)
  recent.set(key, maps)
  const oldest = recent.keys().next().value
  if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest)
  return maps
}
