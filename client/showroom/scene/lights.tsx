import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import { type DirectionalLight, Object3D } from 'three'
import { useStore } from 'zustand'
import type { Visit } from '../state/visit.ts'
import { useDaylight } from './daylight/use-daylight.ts'

/** The sun's shadows reach so far around the viewer, in metres, and move along in steps. */
const SHADOW_REACH_M = 16
const SHADOW_STEP_M = 4
/** Goods have the hall's lamps as well: the light from all around adds gloss and softness. */
export const HALL_ENVIRONMENT = 0.4
const SUN = { x: 2.5, y: 14, z: 4 }

/** Daylight from all around, and on the high tier a soft sun through the roof. */
export function Lights({ visit, shadows, gloss }: { visit: Visit; shadows: boolean; gloss: boolean }) {
  const gl = useThree((state) => state.gl)
  const sun = useRef<DirectionalLight>(null)
  const target = useMemo(() => new Object3D(), [])

  const needsEnvironment = useStore(visit.store, (state) => state.mode.state === 'inspecting') || gloss

  useDaylight(needsEnvironment, HALL_ENVIRONMENT)

  useEffect(() => {
    // Shadows are drawn anew only when the viewer has moved on or goods have changed.
    gl.shadowMap.autoUpdate = false
    gl.shadowMap.needsUpdate = true
  }, [gl, shadows])

  useFrame(() => {
    const light = sun.current
    if (!light) return
    const x = Math.round(visit.walker.xM / SHADOW_STEP_M) * SHADOW_STEP_M
    const z = Math.round(visit.walker.zM / SHADOW_STEP_M) * SHADOW_STEP_M
    if (target.position.x === x && target.position.z === z && light.userData['placed'] === true) return
    light.userData['placed'] = true
    target.position.set(x, 0, z)
    target.updateMatrixWorld()
    light.position.set(x + SUN.x, SUN.y, z + SUN.z)
    gl.shadowMap.needsUpdate = true
  })

  return (
    <>
      <primitive object={target} />
      <hemisphereLight color="#fbfcff" groundColor="#c3bdb3" intensity={1.9} />
      <ambientLight color="#fdfbf7" intensity={0.62} />
      <directionalLight
        key={shadows ? 'shadows' : 'plain'}
        ref={sun}
        target={target}
        color="#fff6e8"
        intensity={1.1}
        castShadow={shadows}
        shadow-mapSize-width={2048}
        shadow-mapSize-height={2048}
        shadow-camera-left={-SHADOW_REACH_M}
        shadow-camera-right={SHADOW_REACH_M}
        shadow-camera-top={SHADOW_REACH_M}
        shadow-camera-bottom={-SHADOW_REACH_M}
        shadow-camera-near={1}
        shadow-camera-far={40}
        shadow-radius={6}
        shadow-intensity={0.7}
        shadow-bias={-0.0004}
        shadow-normalBias={0.03}
      />
    </>
  )
}
