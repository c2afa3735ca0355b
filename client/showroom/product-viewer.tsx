import { OrbitControls } from '@react-three/drei/core/OrbitControls'
import { Canvas, useThree } from '@react-three/fiber'
import { useEffect, useState } from 'react'
import { Box3, NeutralToneMapping, Vector3, type PerspectiveCamera } from 'three'
import type { AssetVariant } from '#shared/model/asset.ts'
import { useDaylight } from './scene/daylight/use-daylight.ts'
import { disposeModel, loadModel, type LoadedModel } from './scene/goods/model-loader.ts'

const FOV_DEG = 30

const Daylight = () => {
  useDaylight(true)
  return null
}

const Model = ({ variant, onState }: { variant: AssetVariant; onState(state: 'ready' | 'failed'): void }) => {
  const { camera, invalidate } = useThree()
  const [model, setModel] = useState<LoadedModel>()

  useEffect(() => {
    const loading = new AbortController()
    let owned: LoadedModel | undefined
    loadModel(variant.url, loading.signal, () => undefined).then(
      (loaded) => {
        if (loading.signal.aborted) return disposeModel(loaded)
        owned = loaded
        setModel(loaded)
        onState('ready')
      },
      () => {
        if (!loading.signal.aborted) onState('failed')
      },
    )
    return () => {
      loading.abort()
      setModel(undefined)
      if (owned) disposeModel(owned)
    }
  }, [variant.url, onState])

  useEffect(() => {
    if (!model) return
    const box = new Box3().setFromObject(model.root)
    const size = box.getSize(new Vector3())
    model.root.position.sub(box.getCenter(new Vector3()))
    const reach = Math.max(size.x, size.y, size.z) / (2 * Math.tan((FOV_DEG * Math.PI) / 360))
    camera.position.set(reach * 0.55, reach * 0.3, reach * 1.25)
    const lens = camera as PerspectiveCamera
    lens.near = reach / 400
    lens.far = reach * 20
    lens.updateProjectionMatrix()
    invalidate()
  }, [model, camera, invalidate])

  return model ? <primitive object={model.root} /> : null
}

/** One product to be turned and looked at from near, on a page. Draws only when something changed. */
export const ProductViewer = ({
  variant,
  label,
  onState,
}: {
  variant: AssetVariant
  label: string
  onState(state: 'ready' | 'failed'): void
}) => (
  <Canvas
    frameloop="demand"
    dpr={[1, 2]}
    camera={{ fov: FOV_DEG, position: [0.5, 0.3, 1.5] }}
    gl={{ toneMapping: NeutralToneMapping, antialias: true, alpha: true }}
    aria-label={label}
    role="img"
  >
    <Daylight />
    <directionalLight position={[2, 4, 3]} intensity={1.1} />
    <Model variant={variant} onState={onState} />
    <OrbitControls makeDefault enableDamping={false} enablePan zoomSpeed={0.8} />
  </Canvas>
)
