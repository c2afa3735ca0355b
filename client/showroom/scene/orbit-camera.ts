import { type PerspectiveCamera, Vector3 } from 'three'
import type { Orbit } from '../state/orbit.ts'

const focus = new Vector3()
const across = new Vector3()

/** Puts the camera where the orbit looks at a product from, never under its ground. */
export function placeOrbitCamera(
  camera: PerspectiveCamera,
  orbit: Orbit,
  { center, halfSize }: { readonly center: Vector3; readonly halfSize: Vector3 },
): void {
  const level = Math.cos(orbit.elevation) * orbit.distance
  across.set(Math.cos(orbit.azimuth), 0, -Math.sin(orbit.azimuth))
  focus.copy(center)
  focus.y += orbit.lift * halfSize.y
  focus.addScaledVector(across, orbit.shift * Math.max(halfSize.x, halfSize.z))
  camera.position.set(
    focus.x + Math.sin(orbit.azimuth) * level,
    Math.max(0.02, focus.y + Math.sin(orbit.elevation) * orbit.distance),
    focus.z + Math.cos(orbit.azimuth) * level,
  )
  camera.lookAt(focus)
  camera.updateMatrixWorld()
}
