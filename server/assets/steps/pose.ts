import type { Node, Primitive } from '@gltf-transform/core'
import type { Floats } from './solid.ts'

const applyMorphs = (primitive: Primitive, weights: readonly number[], positions: Floats): boolean => {
  let changed = false
  for (const [index, target] of primitive.listTargets().entries()) {
    const weight = weights[index] ?? 0
    const offsets = target.getAttribute('POSITION')
    if (weight === 0 || offsets === null || offsets.getCount() * 3 !== positions.length) continue
    const element: number[] = []
    for (let i = 0; i < offsets.getCount(); i++) {
      offsets.getElement(i, element)
      for (let k = 0; k < 3; k++)
        positions[i * 3 + k] = (positions[i * 3 + k] ?? 0) + weight * (element[k] ?? 0)
    }
    changed = true
  }
  return changed
}

/** Column-major product a * b of 4 x 4 matrices. */
const multiply = (a: readonly number[], b: readonly number[]): number[] => {
  const product: number[] = []
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0
      for (let k = 0; k < 4; k++) sum += (a[k * 4 + row] ?? 0) * (b[column * 4 + k] ?? 0)
      product.push(sum)
    }
  }
  return product
}

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]

const jointMatrices = (node: Node): number[][] => {
  const skin = node.getSkin()
  const inverse = skin?.getInverseBindMatrices() ?? null
  return (skin?.listJoints() ?? []).map((joint, index) => {
    const world = [...joint.getWorldMatrix()]
    if (inverse === null || inverse.getType() !== 'MAT4' || index >= inverse.getCount()) {
      return multiply(world, IDENTITY)
    }
    const bind: number[] = []
    inverse.getElement(index, bind)
    return multiply(world, bind)
  })
}

const applySkin = (primitive: Primitive, node: Node, positions: Floats): boolean => {
  const joints = primitive.getAttribute('JOINTS_0')
  const weights = primitive.getAttribute('WEIGHTS_0')
  const matrices = jointMatrices(node)
  if (joints === null || weights === null || matrices.length === 0) return false
  const [joint, weight]: [number[], number[]] = [[], []]
  for (let i = 0; i * 3 < positions.length; i++) {
    joints.getElement(i, joint)
    weights.getElement(i, weight)
    const point = [positions[i * 3] ?? 0, positions[i * 3 + 1] ?? 0, positions[i * 3 + 2] ?? 0, 1]
    const total = weight.reduce((sum, share) => sum + share, 0) || 1
    for (let row = 0; row < 3; row++) {
      let sum = 0
      for (let k = 0; k < 4; k++) {
        const matrix = matrices[joint[k] ?? 0] ?? IDENTITY
        const share = (weight[k] ?? 0) / total
        for (let column = 0; column < 4; column++)
          sum += share * (matrix[column * 4 + row] ?? 0) * (point[column] ?? 0)
      }
      positions[i * 3 + row] = sum
    }
  }
  return true
}

/**
 * Puts positions into the pose of the file: morph targets by their weights, then the skin by its joints as they
 * stand. True when either applied; normals are computed anew then.
 */
export const posePositions = (primitive: Primitive, node: Node, positions: Floats): boolean => {
  const own = node.getWeights()
  const weights = own.length > 0 ? own : (node.getMesh()?.getWeights() ?? [])
  const isMorphed = applyMorphs(primitive, weights, positions)
  return applySkin(primitive, node, positions) || isMorphed
}
