import { type Document, type Mesh, type Primitive } from '@gltf-transform/core'
import { convertPrimitiveToTriangles } from '@gltf-transform/functions'
import type { AssetNote } from '#shared/model/asset.ts'
import { AssetFailure, info, warning } from './asset-failure.ts'

const ELEMENT_TYPES: Record<string, readonly string[]> = {
  POSITION: ['VEC3'],
  NORMAL: ['VEC3'],
  TANGENT: ['VEC4'],
  COLOR: ['VEC3', 'VEC4'],
  TEXCOORD: ['VEC2'],
  JOINTS: ['VEC4'],
  WEIGHTS: ['VEC4'],
}

// Drawing modes of glTF 2.0, 5.24.4; 5 and 6 are strips and fans.
const TRIANGLES = 4

const kindOf = (semantic: string): string => semantic.split('_')[0] ?? semantic

/** Attributes that do not fit the positions would make every later step read past their end. */
const dropMisfits = (primitive: Primitive, vertices: number): void => {
  for (const semantic of primitive.listSemantics()) {
    const accessor = primitive.getAttribute(semantic)
    const types = ELEMENT_TYPES[kindOf(semantic)]
    const fits = accessor?.getCount() === vertices && types?.includes(accessor.getType())
    if (fits !== true && semantic !== 'POSITION') primitive.setAttribute(semantic, null)
  }
}

const checkIndices = (primitive: Primitive, vertices: number): void => {
  const indices = primitive.getIndices()?.getArray() ?? null
  if (indices === null) return
  for (const index of indices) {
    if (index >= vertices)
      throw new AssetFailure('gltf_structure', { where: `indices: ${index} of ${vertices}` })
  }
}

const isSurface = (primitive: Primitive): boolean => primitive.getMode() >= TRIANGLES

const isUsable = (primitive: Primitive): boolean => {
  const position = primitive.getAttribute('POSITION')
  return (
    position !== null &&
    position.getType() === 'VEC3' &&
    position.getCount() >= 3 &&
    position.getArray() !== null
  )
}

const repairMesh = (mesh: Mesh): { lines: number } => {
  let lines = 0
  for (const primitive of mesh.listPrimitives()) {
    if (!isSurface(primitive) || !isUsable(primitive)) {
      if (!isSurface(primitive)) lines += 1
      mesh.removePrimitive(primitive)
      continue
    }
    const vertices = primitive.getAttribute('POSITION')?.getCount() ?? 0
    checkIndices(primitive, vertices)
    dropMisfits(primitive, vertices)
    if (primitive.getMode() !== TRIANGLES) convertPrimitiveToTriangles(primitive)
  }
  return { lines }
}

/**
 * Leaves only surfaces made of triangles whose attributes and indices fit together.
 * @throws AssetFailure where indices point past the vertices, or nothing is left.
 */
export const repairPrimitives = (document: Document): AssetNote[] => {
  const root = document.getRoot()
  const notes: AssetNote[] = []
  let lines = 0
  for (const mesh of root.listMeshes()) {
    lines += repairMesh(mesh).lines
    if (mesh.listPrimitives().length === 0) mesh.dispose()
  }
  if (root.listMeshes().length === 0) throw new AssetFailure('no_geometry')
  if (lines > 0) notes.push(warning('lines_removed', { count: lines }))
  const animations = root.listAnimations().length
  if (animations > 0) notes.push(warning('animation_removed', { count: animations }))
  if (root.listSkins().length > 0) notes.push(info('skin_baked'))
  const hasMorphs = root
    .listMeshes()
    .some((mesh) => mesh.listPrimitives().some((p) => p.listTargets().length > 0))
  if (hasMorphs) notes.push(info('morphs_baked'))
  return notes
}
