import { type Camera, type Object3D, Raycaster, Vector2, type Vector3 } from 'three'
import type { SurfaceScale } from '../state/showroom-stats.ts'

/** Pixels from ray to ray: the surface between two of them is taken as flat. */
const STEP_PX = 10

/**
 * How large a model's surface is drawn over `spanPx` in the middle of the picture: the way along it from where one ray
 * through the picture meets it to where the next one does. By its shape alone, whatever is painted on it. NaN where a
 * ray misses it.
 */
export function surfaceScale(
  model: Object3D,
  camera: Camera,
  picture: { readonly width: number; readonly height: number },
  spanPx: number,
): SurfaceScale {
  const caster = new Raycaster()
  const through = new Vector2()
  const steps = Math.round(spanPx / STEP_PX)

  function pxPerMm(alongX: number, alongY: number): number {
    let lengthM = 0
    let before: Vector3 | undefined
    for (let at = 0; at <= steps; at++) {
      const fromMiddlePx = (at - steps / 2) * STEP_PX
      through.set((2 * fromMiddlePx * alongX) / picture.width, (2 * fromMiddlePx * alongY) / picture.height)
      caster.setFromCamera(through, camera)
      const met = caster.intersectObject(model)[0]?.point
      if (at > 0) lengthM += met && before ? met.distanceTo(before) : NaN
      before = met
    }
    return (steps * STEP_PX) / (lengthM * 1000)
  }

  return { acrossPxPerMm: pxPerMm(1, 0), downPxPerMm: pxPerMm(0, 1) }
}
