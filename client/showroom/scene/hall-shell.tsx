import { useThree } from '@react-three/fiber'
import { useEffect, useMemo, useState } from 'react'
import {
  type Material,
  MeshBasicMaterial,
  MeshLambertMaterial,
  MeshStandardMaterial,
  type Texture,
} from 'three'
import type { HallView } from '../state/showroom-types.ts'
import { buildFasciaSigns, loadFasciaFonts, paintFasciaAtlas } from './build/fascia-atlas.ts'
import { buildFloor } from './build/floor-geometry.ts'
import { paintCarpet, paintFloorShade } from './build/floor-maps.ts'
import { buildHallSolids, disposeHallSolids } from './build/hall-solids.ts'

interface Materials {
  readonly painted: MeshLambertMaterial
  readonly metal: MeshStandardMaterial
  readonly roof: MeshLambertMaterial
  readonly sky: MeshBasicMaterial
  readonly floor: MeshLambertMaterial
  readonly signs: MeshLambertMaterial
}

/** Paint, carpet and card have no gloss: the plain material lights most of every picture at a fraction of the cost. */
function makeMaterials(): Materials {
  return {
    painted: new MeshLambertMaterial({ vertexColors: true }),
    metal: new MeshStandardMaterial({ vertexColors: true, roughness: 0.45, metalness: 0.3 }),
    roof: new MeshLambertMaterial({ vertexColors: true }),
    sky: new MeshBasicMaterial({ vertexColors: true, toneMapped: false, fog: false }),
    floor: new MeshLambertMaterial({ vertexColors: true }),
    signs: new MeshLambertMaterial({ polygonOffset: true, polygonOffsetFactor: -1 }),
  }
}

export interface HallShellProps {
  /** Must change only with the plan. */
  readonly view: HallView
  readonly shadows: boolean
  readonly gloss: boolean
  readonly anisotropy: number
  /** Called once the signs can be read. */
  readonly onReady: () => void
}

/** Everything of a hall that stands still: six draw calls whatever its size. */
export function HallShell({ view, shadows, gloss, anisotropy, onReady }: HallShellProps) {
  const gl = useThree((state) => state.gl)
  const materials = useMemo(makeMaterials, [])
  const solids = useMemo(() => buildHallSolids(view), [view])
  const floor = useMemo(() => buildFloor(view), [view])
  const signs = useMemo(() => buildFasciaSigns(view), [view])
  const [lettering, setLettering] = useState<Texture | null>(null)

  useEffect(
    () => () => Object.values(materials).forEach((material: Material) => material.dispose()),
    [materials],
  )
  useEffect(() => () => disposeHallSolids(solids), [solids])
  useEffect(() => () => floor.dispose(), [floor])
  useEffect(() => () => signs.dispose(), [signs])

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
    void loadFasciaFonts(view).then(() => {
      if (gone) return
      made = paintFasciaAtlas(view, anisotropy)
      materials.signs.map = made
      materials.signs.needsUpdate = true
      setLettering(made)
      onReady()
    })
    return () => {
      gone = true
      made?.dispose()
    }
  }, [view, materials, onReady, anisotropy])

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
      <mesh geometry={solids.roof} material={materials.roof} renderOrder={1} />
      <mesh geometry={solids.sky} material={materials.sky} renderOrder={3} />
      <mesh geometry={floor} material={materials.floor} renderOrder={2} receiveShadow={shadows} />
      <mesh geometry={signs} material={materials.signs} visible={lettering !== null} />
    </>
  )
}
