import { useThree } from '@react-three/fiber'
import { useEffect, useMemo, useState } from 'react'
import { MeshBasicMaterial, MeshStandardMaterial, type Texture } from 'three'
import type { HallView } from '../state/showroom-types.ts'
import { buildFasciaSigns, loadFasciaFonts, paintFasciaAtlas } from './build/fascia-atlas.ts'
import { buildFloor } from './build/floor-geometry.ts'
import { paintCarpet, paintFloorShade } from './build/floor-maps.ts'
import { buildHallSolids, disposeHallSolids } from './build/hall-solids.ts'

interface Materials {
  readonly painted: MeshStandardMaterial
  readonly metal: MeshStandardMaterial
  readonly roof: MeshStandardMaterial
  readonly sky: MeshBasicMaterial
  readonly floor: MeshStandardMaterial
  readonly signs: MeshStandardMaterial
}

function makeMaterials(): Materials {
  return {
    painted: new MeshStandardMaterial({ vertexColors: true, roughness: 0.82 }),
    metal: new MeshStandardMaterial({ vertexColors: true, roughness: 0.38, metalness: 0.85 }),
    roof: new MeshStandardMaterial({ vertexColors: true, roughness: 0.9 }),
    sky: new MeshBasicMaterial({ vertexColors: true, toneMapped: false, fog: false }),
    floor: new MeshStandardMaterial({ vertexColors: true, roughness: 0.96 }),
    signs: new MeshStandardMaterial({ roughness: 0.7, polygonOffset: true, polygonOffsetFactor: -1 }),
  }
}

/** Everything of a hall that stands still: six draw calls whatever its size. `view` must change only with the plan. */
export function HallShell({
  view,
  shadows,
  onReady,
}: {
  view: HallView
  shadows: boolean
  onReady: () => void
}) {
  const gl = useThree((state) => state.gl)
  const materials = useMemo(makeMaterials, [])
  const solids = useMemo(() => buildHallSolids(view), [view])
  const floor = useMemo(() => buildFloor(view), [view])
  const signs = useMemo(() => buildFasciaSigns(view), [view])
  const [lettering, setLettering] = useState<Texture | null>(null)

  useEffect(
    () => () => Object.values(materials).forEach((material: MeshStandardMaterial) => material.dispose()),
    [materials],
  )
  useEffect(() => () => disposeHallSolids(solids), [solids])
  useEffect(() => () => floor.dispose(), [floor])
  useEffect(() => () => signs.dispose(), [signs])

  useEffect(() => {
    const carpet = paintCarpet()
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
  }, [view, materials, gl])

  useEffect(() => {
    let gone = false
    let made: Texture | null = null
    void loadFasciaFonts(view).then(() => {
      if (gone) return
      made = paintFasciaAtlas(view)
      materials.signs.map = made
      materials.signs.needsUpdate = true
      setLettering(made)
      onReady()
    })
    return () => {
      gone = true
      made?.dispose()
    }
  }, [view, materials, onReady])

  return (
    <>
      <mesh
        geometry={solids.painted}
        material={materials.painted}
        castShadow={shadows}
        receiveShadow={shadows}
      />
      <mesh geometry={solids.metal} material={materials.metal} castShadow={shadows} receiveShadow={shadows} />
      <mesh geometry={solids.roof} material={materials.roof} />
      <mesh geometry={solids.sky} material={materials.sky} />
      <mesh geometry={floor} material={materials.floor} receiveShadow={shadows} />
      <mesh geometry={signs} material={materials.signs} visible={lettering !== null} />
    </>
  )
}
