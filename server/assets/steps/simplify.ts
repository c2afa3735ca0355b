import { MeshoptSimplifier } from 'meshoptimizer'
import { type Part, boundsOf, sizeOf, triangleCount } from './solid.ts'
import { textureRepeats } from './texcoords.ts'
import { compact } from './weld.ts'

export type SimplifyOptions = {
  /** Budget over all parts. */
  maxTriangles: number
  /** Deviation that nobody sees, as a share of the model's extent: always spent, also below the budget. */
  freeError: number
  /** Also merges across seams and drops small loose pieces: for models seen from afar. */
  coarse?: boolean
}

// Weights of a deviation in attributes against one in position, as gltfpack sets them for normals.
const NORMAL_WEIGHT = 0.5
const TEXCOORD_WEIGHT = 0.5
const COLOUR_WEIGHT = 0.5
/** A texture that repeats often shows each slip of its coordinates as often; beyond this, shape would suffer. */
const MAX_REPEATS = 8
const SEARCH_STEPS = 9
const LEAST_ERROR = 1e-6

const attributesOf = (part: Part): { values: Float32Array; weights: number[] } => {
  const [texCoords] = part.texCoords
  const { colours, normals } = part
  const repeats = Math.min(MAX_REPEATS, textureRepeats(part.material))
  const weights = [NORMAL_WEIGHT, NORMAL_WEIGHT, NORMAL_WEIGHT]
  if (texCoords !== undefined) weights.push(TEXCOORD_WEIGHT, TEXCOORD_WEIGHT)
  if (colours !== undefined) weights.push(COLOUR_WEIGHT, COLOUR_WEIGHT, COLOUR_WEIGHT)
  const stride = weights.length
  const count = normals.length / 3
  const values = new Float32Array(count * stride)
  for (let i = 0; i < count; i++) {
    let at = i * stride
    for (let k = 0; k < 3; k++) values[at++] = normals[i * 3 + k] ?? 0
    if (texCoords !== undefined)
      for (let k = 0; k < 2; k++) values[at++] = (texCoords[i * 2 + k] ?? 0) * repeats
    if (colours !== undefined) for (let k = 0; k < 3; k++) values[at++] = colours[i * 4 + k] ?? 0
  }
  return { values, weights }
}

type Simplifier = (error: number) => Uint32Array<ArrayBuffer>

const simplifierOf = (part: Part, coarse: boolean): Simplifier => {
  const { values, weights } = attributesOf(part)
  return (error) => {
    const [indices] = MeshoptSimplifier.simplifyWithAttributes(
      part.indices,
      part.positions,
      3,
      values,
      weights.length,
      weights,
      null,
      0,
      error,
      coarse ? ['ErrorAbsolute', 'Prune', 'Permissive'] : ['ErrorAbsolute'],
    )
    return new Uint32Array(indices)
  }
}

/** The last resort: merges what lies close together, whatever its shape. */
const simplifySloppily = (parts: readonly Part[], maxTriangles: number): Part[] => {
  const total = triangleCount(parts)
  return parts.map((part) => {
    const share = Math.max(12, Math.floor((maxTriangles * part.indices.length) / 3 / total))
    const [indices] = MeshoptSimplifier.simplifySloppy(part.indices, part.positions, 3, null, share * 3, 1)
    return compact({ ...part, indices: new Uint32Array(indices) })
  })
}

/**
 * Reduces all parts with one allowed deviation, found by bisection, so that detail goes where the model is smooth
 * and not evenly everywhere. Keeps normals, texture coordinates and colours in view (meshoptimizer, Garland and
 * Heckbert 1998 with attributes).
 */
export const simplify = async (parts: readonly Part[], options: SimplifyOptions): Promise<Part[]> => {
  await MeshoptSimplifier.ready
  const extent = Math.max(...sizeOf(boundsOf(parts)), 1e-9)
  const simplifiers = parts.map((part) => simplifierOf(part, options.coarse ?? false))
  const attempt = (error: number): Uint32Array<ArrayBuffer>[] => simplifiers.map((run) => run(error * extent))
  const trianglesOf = (all: Uint32Array[]): number => all.reduce((sum, { length }) => sum + length / 3, 0)

  let freeError = options.freeError
  let best = attempt(freeError)
  // What is thinner than the free error folds onto itself and is gone: a hide seen from afar is still a hide.
  while (trianglesOf(best) === 0 && freeError > LEAST_ERROR) {
    freeError /= 2
    best = attempt(freeError)
  }
  if (trianglesOf(best) > options.maxTriangles) {
    let low = Math.log(Math.max(freeError, LEAST_ERROR))
    let high = 0
    const before = best
    best = attempt(1)
    for (let step = 0; step < SEARCH_STEPS; step++) {
      const middle = (low + high) / 2
      const tried = attempt(Math.exp(middle))
      if (trianglesOf(tried) === 0) high = middle
      else if (trianglesOf(tried) > options.maxTriangles) low = middle
      else {
        high = middle
        best = tried
      }
    }
    // Nothing lies between too much and nothing: the last resort below takes it from what there is.
    if (trianglesOf(best) === 0) best = before
  }
  const reduced = parts.map((part, index) => compact({ ...part, indices: best[index] ?? part.indices }))
  const kept = reduced.filter((part) => part.indices.length > 0)
  if (triangleCount(kept) <= options.maxTriangles) return kept
  return simplifySloppily(kept, options.maxTriangles).filter((part) => part.indices.length > 0)
}
