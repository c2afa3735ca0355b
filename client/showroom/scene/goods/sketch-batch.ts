import { BatchedMesh, type BufferGeometry, DoubleSide, type Matrix4, MeshLambertMaterial } from 'three'

export type SketchShow = 'shown' | 'shadow' | 'hidden'

/** All distant goods as one draw call. Places are kept for `capacity` goods of up to `triangles` triangles each. */
export interface SketchBatch {
  readonly mesh: BatchedMesh
  /** -1 where the batch is full or the sketch too large. */
  add(sketch: BufferGeometry, matrix: Matrix4): number
  remove(place: number): void
  /** `shadow`: its real model is shown, it only casts the shadow. */
  show(place: number, how: SketchShow): void
  dispose(): void
}

export function createSketchBatch(capacity: number, triangles: number): SketchBatch {
  const material = new MeshLambertMaterial({ vertexColors: true, side: DoubleSide })
  // Simplified cloth shares few vertices along its seams: three a triangle is the most there can be.
  const vertices = Math.ceil(triangles * 1.5)
  const corners = Math.ceil(triangles * 1.25) * 3
  const mesh = new BatchedMesh(capacity, capacity * vertices, capacity * corners, material)
  mesh.castShadow = true
  mesh.receiveShadow = true
  mesh.frustumCulled = false
  mesh.sortObjects = false
  const free: { geometry: number; instance: number }[] = []
  const used = new Map<number, { geometry: number; instance: number; how: SketchShow }>()
  let made = 0

  // Goods that show their real model still cast the shadow of their sketch: one draw call for all of them.
  const drawForCamera = mesh.onBeforeRender
  const drawForShadow = mesh.onBeforeShadow
  mesh.onBeforeShadow = function (...args) {
    for (const place of used.values()) if (place.how === 'shadow') mesh.setVisibleAt(place.instance, true)
    drawForShadow.apply(this, args)
    for (const place of used.values()) if (place.how === 'shadow') mesh.setVisibleAt(place.instance, false)
  }
  mesh.onBeforeRender = function (...args) {
    drawForCamera.apply(this, args)
  }

  return {
    mesh,
    add(sketch, matrix) {
      const corner = sketch.index?.count ?? 0
      if (corner === 0 || corner > corners || sketch.getAttribute('position').count > vertices) return -1
      let place = free.pop()
      if (place) {
        mesh.setGeometryAt(place.geometry, sketch)
        mesh.setVisibleAt(place.instance, true)
      } else {
        if (made >= capacity) return -1
        const geometry = mesh.addGeometry(sketch, vertices, corners)
        place = { geometry, instance: mesh.addInstance(geometry) }
        made += 1
      }
      mesh.setMatrixAt(place.instance, matrix)
      used.set(place.instance, { ...place, how: 'shown' })
      return place.instance
    },
    remove(instance) {
      const place = used.get(instance)
      if (!place) return
      used.delete(instance)
      mesh.setVisibleAt(instance, false)
      free.push({ geometry: place.geometry, instance })
    },
    show(instance, how) {
      const place = used.get(instance)
      if (!place || place.how === how) return
      place.how = how
      mesh.setVisibleAt(instance, how === 'shown')
    },
    dispose() {
      mesh.dispose()
      material.dispose()
    },
  }
}
