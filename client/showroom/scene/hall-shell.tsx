import { useThree } from '@react-three/fiber'
import { useEffect, useMemo, useState } from 'react'
import {
  type Material,
  MeshBasicMaterial,
  MeshLambertMaterial,
  MeshStandardMaterial,
  MultiplyBlending,
  type Texture,
} from 'three'
import { markOnce } from '../state/showroom-stats.ts'
import type { HallView } from '../state/showroom-types.ts'
import { buildFloor } from './build/floor-geometry.ts'
import { paintCarpet, paintFloorShade } from './build/floor-maps.ts'
import { hallSigns } from './build/hall-signs.ts'
import { buildHallSolids, disposeHallSolids } from './build/hall-solids.ts'
import { buildSignAtlas } from './build/sign-atlas.ts'
import { shadeSolids } from './occlusion/shade-solids.ts'

interface Materials {
  readonly painted: MeshLambertMaterial
  readonly metal: MeshStandardMaterial
  readonly frame: MeshLambertMaterial
  readonly sky: MeshBasicMaterial
  readonly floor: MeshLambertMaterial
  readonly signs: MeshLambertMaterial
  readonly lettering: MeshBasicMaterial
}

/** Paint, carpet and card have no gloss: the plain material lights most of every picture at a fraction of the cost. */
function makeMaterials(): Materials {
  return {
    painted: new MeshLambertMaterial({ vertexColors: true }),
    metal: new MeshStandardMaterial({ vertexColors: true, roughness: 0.45, metalness: 0.3 }),
    frame: new MeshLambertMaterial({ vertexColors: true }),
    sky: new MeshBasicMaterial({ vertexColors: true, toneMapped: false, fog: false }),
    floor: new MeshLambertMaterial({ vertexColors: true }),
    signs: new MeshLambertMaterial({ polygonOffset: true, polygonOffsetFactor: -1 }),
    lettering: new MeshBasicMaterial({
      blending: MultiplyBlending,
      premultipliedAlpha: true,
      transparent: true,
      depthWrite: false,
      toneMapped: false,
      fog: false,
    }),
  }
}

export interface HallShellProps {
  /** Must change only with the plan. */
  readonly view: HallView
  readonly shadows: boolean
  readonly gloss: boolean
  /** Builds with few triangles. */
  readonly thrift: boolean
  readonly anisotropy: number
  /** Rays for the ambient occlusion of each vertex. */
  readonly rays: number
  /** There is something to see: what isn't urgent may begin. */
  readonly isComplete: boolean
  /** Called once the signs can be read. */
  readonly onReady: () => void
}

/** Everything of a hall that stands still: eight draw calls whatever its size. */
export function HallShell({
  view,
  shadows,
  gloss,
  thrift,
  anisotropy,
  rays,
  isComplete,
  onReady,
}: HallShellProps) {
  const invalidate = useThree((state) => state.invalidate)
  const gl = useThree((state) => state.gl)
  const materials = useMemo(makeMaterials, [])
  const solids = useMemo(() => buildHallSolids(view, thrift), [view, thrift])
  const floor = useMemo(() => buildFloor(view), [view])
  const signs = useMemo(() => buildSignAtlas(hallSigns(view)), [view])
  const [isLettered, setIsLettered] = useState(false)

  useEffect(
    () => () => Object.values(materials).forEach((material: Material) => material.dispose()),
    [materials],
  )
  useEffect(() => () => disposeHallSolids(solids), [solids])
  useEffect(() => () => floor.dispose(), [floor])
  useEffect(
    () => () => {
      signs.boards.dispose()
      signs.lettering.dispose()
    },
    [signs],
  )

  useEffect(() => {
    const carpet = paintCarpet(anisotropy)
    const shade = paintFloorShade(view)
    materials.floor.map = carpet
    materials.floor.aoMap = shade
    materials.floor.aoMapIntensity = 1
    materials.floor.needsUpdate = true
    gl.shadowMap.needsUpdate = true
    return () => {
      carpet?.dispose()
      shade?.dispose()
    }
  }, [view, materials, gl, anisotropy])

  useEffect(() => {
    let gone = false
    let made: Texture | null = null
    void signs.paint(anisotropy).then((painted) => {
      if (gone) return painted?.dispose()
      made = painted
      for (const material of [materials.signs, materials.lettering]) {
        material.map = made
        material.needsUpdate = true
      }
      setIsLettered(made !== null)
      onReady()
    })
    return () => {
      gone = true
      made?.dispose()
    }
  }, [signs, materials, onReady, anisotropy])

  useEffect(() => {
    // Only once there is something to see: the bake takes a core for a second or two.
    if (!isComplete) return undefined
    return shadeSolids(solids, view.hall, rays, () => {
      markOnce('showroom:shaded')
      invalidate()
    })
  }, [solids, view, rays, isComplete, invalidate])

  return (
    <>
      <mesh
        geometry={solids.painted}
        material={materials.painted}
        castShadow={shadows}
        receiveShadow={shadows}
      />
      <mesh
        geometry={solids.metal}
        material={gloss ? materials.metal : materials.painted}
        castShadow={shadows}
        receiveShadow={shadows}
      />
      <mesh geometry={solids.frame} material={materials.frame} renderOrder={1} />
      <mesh geometry={solids.panes} material={materials.sky} />
      <mesh geometry={solids.sky} material={materials.sky} renderOrder={3} />
      <mesh geometry={floor} material={materials.floor} renderOrder={2} receiveShadow={shadows} />
      <mesh geometry={signs.boards} material={materials.signs} visible={isLettered} />
      <mesh geometry={signs.lettering} material={materials.lettering} visible={isLettered} />
    </>
  )
}
