import { BatchedMesh, type BufferGeometry, DoubleSide, type Matrix4, MeshLambertMaterial } from 'three'
import { MOST_VERTICES } from './sketch.ts'

export type SketchShow = 'shown' | 'shadow' | 'hidden'

/** All distant goods as one draw call: up to `capacity` of them, of up to `triangles` triangles each. */
export interface SketchBatch {
  readonly mesh: BatchedMesh
  /**
   * Places a sketch; what stands in several places under one key is made and kept once.
   * @returns its place; -1 where the batch is full or the sketch too large
   */
  add(key: string, make: () => BufferGeometry, matrix: Matrix4): number
  remove(place: number): void
  /** `shadow`: its real model is shown, it only casts the shadow. */
  show(place: number, how: SketchShow): void
  dispose(): void
}

export function createSketchBatch(capacity: number, triangles: number): SketchBatch {
  const material = new MeshLambertMaterial({ vertexColors: true, side: DoubleSide })
  const vertices = Math.ceil(triangles * MOST_VERTICES)
  const corners = Math.ceil(triangles * 1.25) * 3
  const mesh = new BatchedMesh(capacity, capacity * vertices, capacity * corners, material)
  mesh.castShadow = true
  mesh.receiveShadow = true
  mesh.frustumCulled = false
  mesh.sortObjects = false
  const sketches = new Map<string, { readonly geometry: number; uses: number }>()
  const spare: number[] = []
  const used = new Map<number, { readonly key: string; how: SketchShow }>()
  let made = 0

  // Goods that show their real model still cast the shadow of their sketch: one draw call for all of them.
  const drawForCamera = mesh.onBeforeRender
  const drawForShadow = mesh.onBeforeShadow
  mesh.onBeforeShadow = function (...args) {
    for (const [place, { how }] of used) if (how === 'shadow') mesh.setVisibleAt(place, true)
    drawForShadow.apply(this, args)
    for (const [place, { how }] of used) if (how === 'shadow') mesh.setVisibleAt(place, false)
  }
  mesh.onBeforeRender = function (...args) {
    drawForCamera.apply(this, args)
  }

  /** Takes a sketch into the batch's own buffers; undefined where it is too large or they are full. */
  function keep(key: string, sketch: BufferGeometry) {
    const corner = sketch.index?.count ?? 0
    if (corner === 0 || corner > corners || sketch.getAttribute('position').count > vertices) return undefined
    let geometry = spare.pop()
    if (geometry !== undefined) mesh.setGeometryAt(geometry, sketch)
    else if (made < capacity) {
      geometry = mesh.addGeometry(sketch, vertices, corners)
      made += 1
    } else return undefined
    const kept = { geometry, uses: 0 }
    sketches.set(key, kept)
    return kept
  }

  function makeAndKeep(key: string, make: () => BufferGeometry) {
    const sketch = make()
    const kept = keep(key, sketch)
    sketch.dispose()
    return kept
  }

  return {
    mesh,
    add(key, make, matrix) {
      if (used.size >= capacity) return -1
      const sketch = sketches.get(key) ?? makeAndKeep(key, make)
      if (!sketch) return -1
      sketch.uses += 1
      const place = mesh.addInstance(sketch.geometry)
      mesh.setMatrixAt(place, matrix)
      used.set(place, { key, how: 'shown' })
      return place
    },
    remove(place) {
      const key = used.get(place)?.key
      const sketch = key === undefined ? undefined : sketches.get(key)
      if (key === undefined || !sketch) return
      used.delete(place)
      mesh.deleteInstance(place)
      sketch.uses -= 1
      if (sketch.uses > 0) return
      sketches.delete(key)
      spare.push(sketch.geometry)
    },
    show(place, how) {
      const shown = used.get(place)
      if (!shown || shown.how === how) return
      shown.how = how
      mesh.setVisibleAt(place, how === 'shown')
    },
    dispose() {
      mesh.dispose()
      material.dispose()
    },
  }
}
