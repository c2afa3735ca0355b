import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { NeutralToneMapping, PerspectiveCamera } from 'three'
import { useStore } from 'zustand'
import { finestVariant, sketchVariant } from '../state/detail-plan.ts'
import { frameProduct, stepOrbit } from '../state/orbit.ts'
import type { QualityTier } from '../state/quality.ts'
import { QUALITY } from '../state/quality.ts'
import { showroomStats } from '../state/showroom-stats.ts'
import type { HallView } from '../state/showroom-types.ts'
import { findProduct, type Visit } from '../state/visit.ts'
import { disposeModel, loadModel, type LoadedModel } from './goods/model-loader.ts'
import { lightGoods } from './goods-light.ts'
import { createInspectionTable, type InspectionTable } from './inspection-table.ts'
import { HALL_ENVIRONMENT } from './lights.tsx'
import { placeOrbitCamera } from './orbit-camera.ts'
import { listenToOrbit } from './orbit-input.ts'
import { surfaceScale } from './surface-scale.ts'

const FOV_DEG = 32

/** One product in hand: it alone on a quiet ground, to be turned and looked at as near as its weave. */
export function Inspection({
  visit,
  view,
  tier,
  isStill,
}: {
  visit: Visit
  view: HallView
  tier: QualityTier
  isStill: boolean
}) {
  const { scene, gl, get } = useThree()
  const canvas = gl.domElement
  const mode = useStore(visit.store, (state) => state.mode)
  const light = useStore(visit.store, (state) => state.light)
  const productId = mode.state === 'inspecting' ? mode.productId : null
  const variants = productId === null ? undefined : findProduct(view, productId)?.product.variants
  const table = useRef<InspectionTable | null>(null)

  useEffect(() => {
    if (productId === null) return undefined
    const made = createInspectionTable()
    table.current = made
    scene.add(made.group)
    const stopInput = listenToOrbit(canvas, visit.orbit)
    return () => {
      table.current = null
      scene.remove(made.group)
      made.dispose()
      stopInput()
      for (const label of visit.dimensions.labels) label.opacity = 0
      visit.dimensions.onPlaced?.()
    }
  }, [productId, scene, canvas, visit])

  useEffect(() => {
    if (productId === null) return undefined
    lightGoods(light, gl, scene, table.current)
    return () => {
      gl.toneMapping = NeutralToneMapping
      scene.environmentIntensity = HALL_ENVIRONMENT
    }
  }, [light, productId, gl, scene])

  useEffect(() => {
    if (productId === null || !variants) return undefined
    const loading = new AbortController()
    const owned: LoadedModel[] = []
    void showCoarseThenFine()
    async function showCoarseThenFine(): Promise<void> {
      const fine = finestVariant(variants ?? [])
      const coarse = sketchVariant(variants ?? [])
      const urls = [...new Set([coarse?.url, fine?.url].filter((url) => url !== undefined))]
      for (const url of urls) {
        try {
          const model = await loadModel(url, loading.signal, (bytes) => (showroomStats.loadedBytes += bytes))
          if (loading.signal.aborted) return disposeModel(model)
          owned.push(model)
          present(model, owned.length === 1, url === fine?.url)
        } catch {
          if (!loading.signal.aborted && url === fine?.url && productId !== null) {
            const { failedProducts } = visit.store.getState()
            visit.store.setState({ failedProducts: new Set([...failedProducts, productId]) })
          }
        }
      }
    }
    function present(model: LoadedModel, isFirst: boolean, isFine: boolean): void {
      for (const texture of model.textures) texture.anisotropy = Math.max(8, QUALITY[tier].anisotropy)
      const size = table.current?.show(model)
      if (!size) return
      if (isFirst)
        frameProduct(visit.orbit, size, (FOV_DEG * Math.PI) / 180, canvas.clientWidth / canvas.clientHeight)
      visit.store.setState({
        inspectedSizeM: { width: size.x, height: size.y, depth: size.z },
        inspectedInDetail: isFine,
      })
      const shown = table.current?.model
      if (isFine && shown)
        showroomStats.surfaceScale = (spanPx) => surfaceScale(shown, get().camera, get().size, spanPx)
    }
    return () => {
      loading.abort()
      showroomStats.surfaceScale = null
      table.current?.clear()
      for (const model of owned) disposeModel(model)
    }
    // A change of tier while inspecting doesn't load anything anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [productId, variants, visit, canvas, get])

  useFrame(({ camera, size }, dt) => {
    const current = table.current
    if (!current || !(camera instanceof PerspectiveCamera)) return
    const { orbit, store, dimensions } = visit
    stepOrbit(orbit, dt, isStill)
    const aspect = size.width / size.height
    if (camera.fov !== FOV_DEG || camera.near !== 0.01) {
      camera.fov = FOV_DEG
      camera.near = 0.01
      camera.far = 60
      camera.aspect = aspect
      // The product in hand has the whole picture, as panels beside it know.
      camera.clearViewOffset()
    }
    placeOrbitCamera(camera, orbit, current)
    current.placeDimensions(
      store.getState().showsDimensions,
      camera,
      dimensions.labels,
      size.width,
      size.height,
    )
    dimensions.onPlaced?.()
  })
  return null
}
