import { useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import type { CubeTexture } from 'three'
import { makeDaylight } from './daylight.ts'

/** Gives the scene its light from all around while it is wanted; until it is worked out, the lamps do alone. */
export function useDaylight(isWanted: boolean, intensity = 1): void {
  const scene = useThree((state) => state.scene)
  const invalidate = useThree((state) => state.invalidate)
  useEffect(() => {
    if (!isWanted) return undefined
    // Now and not when it comes: a product in hand sets its own light meanwhile.
    scene.environmentIntensity = intensity
    let own: CubeTexture | undefined
    let isOver = false
    makeDaylight().then(
      (texture) => {
        if (isOver) return texture.dispose()
        own = texture
        scene.environment = texture
        invalidate()
      },
      // Without workers there is no gloss, and nothing else is missing.
      () => undefined,
    )
    return () => {
      isOver = true
      scene.environment = null
      own?.dispose()
    }
  }, [scene, isWanted, intensity, invalidate])
}
