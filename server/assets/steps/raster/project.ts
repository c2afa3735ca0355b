import type { Camera } from './camera.ts'
import type { RenderScene } from './scene.ts'

/** Vertices on the screen in samples, and one over their distance; triangles that can be seen at all. */
export type Projection = {
  x: Float32Array
  y: Float32Array
  inverse: Float32Array
  /** Twice the signed area on screen, in samples; 0 for triangles that are not drawn. */
  area: Float32Array
}

/** Projects all vertices once. Sizes are in samples. */
export const project = (scene: RenderScene, camera: Camera, width: number, height: number): Projection => {
  const { positions, indices, surfaces, surfaceOf } = scene
  const count = positions.length / 3
  const x = new Float32Array(count)
  const y = new Float32Array(count)
  const inverse = new Float32Array(count)
  const { eye, right, up, forward, focal } = camera
  for (let i = 0; i < count; i++) {
    const dx = (positions[i * 3] ?? 0) - eye[0]
    const dy = (positions[i * 3 + 1] ?? 0) - eye[1]
    const dz = (positions[i * 3 + 2] ?? 0) - eye[2]
    const depth = dx * forward[0] + dy * forward[1] + dz * forward[2]
    if (depth <= 1e-7) continue
    const scale = (focal * height) / depth
    x[i] = width / 2 + (dx * right[0] + dy * right[1] + dz * right[2]) * scale
    y[i] = height / 2 - (dx * up[0] + dy * up[1] + dz * up[2]) * scale + camera.shiftY * height
    inverse[i] = 1 / depth
  }
  const area = new Float32Array(indices.length / 3)
  for (let t = 0; t < area.length; t++) {
    const [a, b, c] = [indices[t * 3] ?? 0, indices[t * 3 + 1] ?? 0, indices[t * 3 + 2] ?? 0]
    if (inverse[a] === 0 || inverse[b] === 0 || inverse[c] === 0) continue
    const [ax, ay] = [x[a] ?? 0, y[a] ?? 0]
    const signed = ((x[b] ?? 0) - ax) * ((y[c] ?? 0) - ay) - ((y[b] ?? 0) - ay) * ((x[c] ?? 0) - ax)
    // The screen's y runs down, so front faces (counter-clockwise) have a negative area.
    if (signed > 0 && surfaces[surfaceOf[t] ?? 0]?.isDoubleSided === false) continue
    area[t] = signed
  }
  return { x, y, inverse, area }
}
