import { AssetFailure } from './asset-failure.ts'
import type { GltfOutline } from './gltf-schema.ts'
import { MAX_DEPTH, MAX_NODES } from './limits.ts'

/** Nodes must form strict trees (glTF 2.0, 3.5.2); walks them level by level, so no depth can exhaust the stack. */
export const checkNodes = (gltf: GltfOutline): void => {
  const nodes = gltf.nodes ?? []
  if (nodes.length > MAX_NODES)
    throw new AssetFailure('too_many_nodes', { nodes: nodes.length, limit: MAX_NODES })

  const hasParent = new Uint8Array(nodes.length)
  for (const [index, node] of nodes.entries()) {
    for (const child of node.children ?? []) {
      if (child >= nodes.length)
        throw new AssetFailure('gltf_structure', { where: `/nodes/${index}/children` })
      if (hasParent[child] === 1) throw new AssetFailure('node_cycle', { node: child })
      hasParent[child] = 1
    }
  }

  let level = nodes.flatMap((_, index) => (hasParent[index] === 1 ? [] : [index]))
  let reached = 0
  let depth = 0
  const seen = new Uint8Array(nodes.length)
  while (level.length > 0) {
    depth += 1
    reached += level.length
    for (const index of level) seen[index] = 1
    level = level.flatMap((index) => nodes[index]?.children ?? [])
  }
  // What no root reaches hangs in a ring.
  if (reached < nodes.length) throw new AssetFailure('node_cycle', { node: seen.indexOf(0) })
  if (depth > MAX_DEPTH) throw new AssetFailure('too_deep', { depth, limit: MAX_DEPTH })
}
