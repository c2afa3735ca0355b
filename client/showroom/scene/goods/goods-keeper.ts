import type { Box3 } from 'three'
import { type Camera, Group, Matrix4, type Object3D, Vector3 } from 'three'
import { anchorInHall, slotAnchors, type SlotAnchor } from '#shared/geometry/furniture.ts'
import { type DetailCandidate, planDetail, sketchVariant, variantOf } from '../../state/detail-plan.ts'
import { createLoadQueue, type LoadWish } from '../../state/load-queue.ts'
import { createModelCache, type ModelCache } from '../../state/model-cache.ts'
import type { GoodsBox } from '../../state/picking.ts'
import type { QualityBudget } from '../../state/quality.ts'
import { showroomStats } from '../../state/showroom-stats.ts'
import type { HallView, ProductView } from '../../state/showroom-types.ts'
import { disposeModel, forEachMesh, loadModel, type LoadedModel, plainMaterial } from './model-loader.ts'
import { fitGoodsBox, placeModel } from './placing.ts'
import { makeSketch, sketchingReady } from './sketch.ts'
import { createSketchBatch, type SketchBatch } from './sketch-batch.ts'

const CONCURRENCY = 4
const MOST_SKETCHES = 400
/** A guess for a product whose models are still unknown, rather too many: a header is cloth, card, clamp and hook. */
const USUAL_DRAW_CALLS = 4
/** Time for making sketches in one planning, so that walking stays smooth. */
const SKETCHING_MS = 10
const MB = 1024 * 1024
/** Farther than anything: by so much the goods of one stand go before all others. */
const AHEAD_M = 1000

/** One product at its place in the hall. */
interface Good extends DetailCandidate {
  readonly key: string
  readonly anchor: SlotAnchor
  readonly box: GoodsBox
  product: ProductView
  variants: ProductView['variants']
  /** URL of the model that is shown with textures. */
  shownUrl: string | null
  shownName: string
  shown: Object3D | null
  sketch: number
  /** Even its sketch was too large: it is not tried again, and not waited for. */
  isBeyondSketching: boolean
  sizeKnown: boolean
}

/** Chooses, loads, places and lets go of all goods of a hall. Whoever creates it disposes of it. */
export interface GoodsKeeper {
  readonly group: Group
  readonly boxes: readonly GoodsBox[]
  /** Takes in new products; what has stayed the same keeps its models. */
  setView(view: HallView): void
  setBudget(budget: QualityBudget): void
  /**
   * Plans anew: call it a few times a second. The goods of `firstStandId` are fetched before all others. True where
   * something shown has changed.
   */
  update(camera: Camera, viewportHeightPx: number, fovDeg: number, firstStandId: string | null): boolean
  /** How far the goods of a stand are: all have something to show, or all show what the plan wants for them. */
  progressOf(standId: string): { isUseful: boolean; isComplete: boolean }
  dispose(): void
}

const eye = new Vector3()
const gaze = new Vector3()
const matrix = new Matrix4()

export function createGoodsKeeper(parts: {
  budget: QualityBudget
  memoryMb: number
  onFailed: (productId: string) => void
}): GoodsKeeper {
  const group = new Group()
  let budget = parts.budget
  let goods: Good[] = []
  let boxes: GoodsBox[] = []
  let batch: SketchBatch | null = null
  let sketchTriangles = 0
  let simplifierReady = false
  let disposed = false
  let hasChanged = false
  let firstStandId: string | null = null
  const failedUrls = new Set<string>()
  const wishes: LoadWish[] = []
  /** Those of the nearest stand. */
  const firstWishes: LoadWish[] = []
  const models: ModelCache<LoadedModel> = createModelCache(parts.memoryMb * MB, disposeModel)
  const queue = createLoadQueue<LoadedModel>({
    concurrency: CONCURRENCY,
    load: (url, signal) => loadModel(url, signal, (bytes) => (showroomStats.loadedBytes += bytes)),
    onLoaded: (url, model) => models.set(url, model, model.bytes),
    onFailed: (url) => {
      failedUrls.add(url)
      for (const good of goods) if (good.variants.some((v) => v.url === url)) parts.onFailed(good.product.id)
    },
  })
  void sketchingReady.then(() => (simplifierReady = true))
  renewBatch()

  function renewBatch(): void {
    if (batch) {
      group.remove(batch.mesh)
      batch.dispose()
    }
    for (const good of goods) {
      good.sketch = -1
      good.isBeyondSketching = false
    }
    sketchTriangles = budget.sketchTriangles
    batch = createSketchBatch(MOST_SKETCHES, sketchTriangles)
    group.add(batch.mesh)
  }

  function takeDown(good: Good): void {
    if (good.shown) group.remove(good.shown)
    good.shown = null
    good.shownUrl = null
    good.shownName = ''
    hasChanged = true
  }

  function putUp(good: Good, url: string, name: string, model: LoadedModel): void {
    takeDown(good)
    const placed = model.root.clone(true)
    placeModel(model.box, good.anchor, matrix)
    placed.matrixAutoUpdate = false
    placed.matrix.multiplyMatrices(matrix, model.root.matrix)
    placed.matrixWorldNeedsUpdate = true
    for (const texture of model.textures) texture.anisotropy = budget.anisotropy
    forEachMesh(placed, (mesh) => {
      mesh.castShadow = false
      if (budget.gloss) return
      mesh.material = Array.isArray(mesh.material)
        ? mesh.material.map((material) => plainMaterial(model, material))
        : plainMaterial(model, mesh.material)
    })
    group.add(placed)
    good.shown = placed
    good.shownUrl = url
    good.shownName = name
    good.drawCalls = model.drawCalls
    learnSize(good, model.box)
  }

  function learnSize(good: Good, box: Box3): void {
    placeModel(box, good.anchor, matrix)
    fitGoodsBox(good.box, box, good.anchor, matrix)
    good.sizeKnown = true
  }

  function sketchFrom(good: Good, url: string, model: LoadedModel): void {
    if (!batch) return
    placeModel(model.box, good.anchor, matrix)
    good.sketch = batch.add(url, () => makeSketch(model, sketchTriangles), matrix)
    good.isBeyondSketching = good.sketch < 0
    good.drawCalls = model.drawCalls
    learnSize(good, model.box)
    hasChanged = true
  }

  function dropSketch(good: Good): void {
    if (good.sketch >= 0) batch?.remove(good.sketch)
    good.sketch = -1
    good.isBeyondSketching = false
  }

  function measure(camera: Camera, viewportHeightPx: number, fovDeg: number): void {
    camera.getWorldPosition(eye)
    camera.getWorldDirection(gaze)
    const pixelsPerM = viewportHeightPx / (2 * Math.tan((fovDeg * Math.PI) / 360))
    for (const good of goods) {
      const dx = good.box.xM - eye.x
      const dz = good.box.zM - eye.z
      good.distanceM = Math.max(0.3, Math.hypot(dx, dz))
      good.inView = good.distanceM < 2 || (dx * gaze.x + dz * gaze.z) / good.distanceM > 0.35
      good.pixels = (good.box.halfHeightM * 2 * pixelsPerM) / good.distanceM
    }
  }

  /** Shows the best that is there for the planned level and wishes for what is missing. */
  function realise(good: Good, sketchUntilMs: number): void {
    if (good.level === 'nothing') {
      if (good.shown) takeDown(good)
      if (good.sketch >= 0 && good.distanceM > budget.sketchM * 1.15) dropSketch(good)
      if (good.sketch >= 0) batch?.show(good.sketch, 'hidden')
      return
    }
    const wanted = variantOf(good.variants, good.level)
    const preview = variantOf(good.variants, 'preview')
    if (wanted && !failedUrls.has(wanted.url)) {
      const model = models.get(wanted.url)
      if (model && good.shownUrl !== wanted.url) putUp(good, wanted.url, wanted.name, model)
      if (!model) wishFor(good, wanted.url, good.shown ? 6 : preview ? 3 : 0)
    }
    if (good.level !== 'sketch' && !good.shown && preview && !failedUrls.has(preview.url)) {
      const model = models.get(preview.url)
      if (model) putUp(good, preview.url, 'preview', model)
      else wishFor(good, preview.url, 0)
    }
    if (good.sketch < 0 && !good.isBeyondSketching && simplifierReady) {
      const source = sketchSource(good)
      const model = source ? models.get(source.url) : undefined
      if (source && model) {
        if (performance.now() < sketchUntilMs) sketchFrom(good, source.url, model)
      } else if (source && !model && good.level === 'sketch') wishFor(good, source.url, 1)
    }
    // The textured model stays until a sketch can take its place.
    if (good.level === 'sketch' && good.shown && good.sketch >= 0) takeDown(good)
    if (good.sketch >= 0) batch?.show(good.sketch, good.shown === null ? 'shown' : 'shadow')
  }

  function sketchSource(good: Good) {
    const preview = variantOf(good.variants, 'preview')
    const near =
      preview && (models.has(preview.url) || good.distanceM < budget.texturedM) ? preview : undefined
    const source = near ?? sketchVariant(good.variants)
    return source && !failedUrls.has(source.url) ? source : undefined
  }

  /** @param later metres by which it counts as farther away */
  function wishFor(good: Good, url: string, later: number): void {
    const isFirst = good.box.standId === firstStandId
    const wish = { url, priority: good.distanceM + later - (isFirst ? AHEAD_M : 0) }
    wishes.push(wish)
    if (isFirst) firstWishes.push(wish)
  }

  function makeGood(standId: string, product: ProductView, anchor: SlotAnchor, key: string): Good {
    return {
      key,
      anchor,
      product,
      variants: product.variants,
      box: {
        productId: product.id,
        standId,
        xM: anchor.xM,
        yM: anchor.fit === 'stand' ? anchor.yM + 0.2 : anchor.yM - 0.4,
        zM: anchor.zM,
        halfWidthM: 0.2,
        halfHeightM: anchor.fit === 'stand' ? 0.2 : 0.4,
        halfDepthM: 0.1,
        turnRad: (anchor.turnDeg * Math.PI) / 180,
        isShown: false,
      },
      distanceM: Infinity,
      inView: false,
      pixels: 0,
      drawCalls: USUAL_DRAW_CALLS,
      level: 'nothing',
      shownUrl: null,
      shownName: '',
      shown: null,
      sketch: -1,
      isBeyondSketching: false,
      sizeKnown: false,
    }
  }

  const keeper: GoodsKeeper = {
    group,
    get boxes() {
      return boxes
    },
    setView(view) {
      const before = new Map(goods.map((good) => [good.key, good]))
      goods = []
      for (const stand of view.stands) {
        const products = new Map(stand.products.map((product) => [product.id, product]))
        for (const slot of stand.layout.slots) {
          for (const own of slotAnchors(slot)) {
            const product = products.get(own.productId)
            if (!product) continue
            const anchor = anchorInHall(stand.place, own)
            const key = `${stand.id} ${slot.id} ${JSON.stringify(anchor)}`
            const kept = before.get(key)
            before.delete(key)
            if (!kept) {
              goods.push(makeGood(stand.id, product, anchor, key))
              continue
            }
            if (JSON.stringify(kept.variants) !== JSON.stringify(product.variants)) {
              // A new version of the model: the old one stays on show until the new one is there.
              dropSketch(kept)
              kept.variants = product.variants
            }
            kept.product = product
            goods.push(kept)
          }
        }
      }
      for (const gone of before.values()) {
        takeDown(gone)
        dropSketch(gone)
      }
      boxes = goods.map((good) => good.box)
      hasChanged = true
    },
    setBudget(next) {
      if (next === budget) return
      // Goods are put up anew, with or without gloss.
      if (budget.gloss !== next.gloss) for (const good of goods) takeDown(good)
      budget = next
      if (budget.sketchTriangles !== sketchTriangles) renewBatch()
    },
    update(camera, viewportHeightPx, fovDeg, first) {
      if (disposed) return false
      firstStandId = first
      measure(camera, viewportHeightPx, fovDeg)
      planDetail(goods, budget)
      wishes.length = 0
      firstWishes.length = 0
      const sketchUntilMs = performance.now() + SKETCHING_MS
      for (const good of goods) realise(good, sketchUntilMs)
      for (const good of goods)
        good.box.isShown = good.shown !== null || (good.sketch >= 0 && good.level !== 'nothing')
      // Until the nearest stand is there nothing else takes line or processor from it.
      const isWaitedFor = first !== null && !keeper.progressOf(first).isUseful
      queue.want(isWaitedFor && firstWishes.length > 0 ? firstWishes : wishes)
      models.trim(
        (url) => goods.some((good) => good.shownUrl === url) || wishes.some((wish) => wish.url === url),
      )
      showroomStats.loading = wishes.length
      showroomStats.goods = countShown(goods)
      const changed = hasChanged
      hasChanged = false
      return changed
    },
    progressOf(standId) {
      let isUseful = true
      let isComplete = true
      for (const good of goods) {
        if (good.box.standId !== standId || good.variants.length === 0) continue
        const hasFailed = good.variants.every(
          (v) => v.mediaType !== 'model/gltf-binary' || failedUrls.has(v.url),
        )
        if (hasFailed) continue
        // A full stand may have more than the tier draws: what the plan leaves out is not waited for.
        if (good.level === 'nothing') continue
        if (!good.shown && good.sketch < 0 && !good.isBeyondSketching) isUseful = false
        const now = good.shown ? good.shownName : 'sketch'
        if (now !== good.level) isComplete = false
      }
      return { isUseful, isComplete: isUseful && isComplete }
    },
    dispose() {
      disposed = true
      queue.close()
      for (const good of goods) takeDown(good)
      batch?.dispose()
      models.clear()
      group.clear()
    },
  }
  return keeper
}

function countShown(goods: readonly Good[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const good of goods) {
    const name = good.shown
      ? good.shownName
      : good.sketch >= 0 && good.level !== 'nothing'
        ? 'sketch'
        : 'nothing'
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}
