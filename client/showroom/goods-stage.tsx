import { Canvas, useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { NeutralToneMapping, PerspectiveCamera } from 'three'
import type { AssetVariant } from '#shared/model/asset.ts'
import type { GoodsMark, GoodsPoint, StagePose } from '#shared/model/live-session.ts'
import { useDaylight } from './scene/daylight/use-daylight.ts'
import { lightGoods } from './scene/goods-light.ts'
import { GoodsMarks } from './scene/goods-marks.tsx'
import { listenToPointing } from './scene/goods-pointer.ts'
import { disposeModel, loadModel, type LoadedModel } from './scene/goods/model-loader.ts'
import { createInspectionTable } from './scene/inspection-table.ts'
import { placeOrbitCamera } from './scene/orbit-camera.ts'
import { listenToOrbit } from './scene/orbit-input.ts'
import { finestVariant, sketchVariant } from './state/detail-plan.ts'
import {
  createOrbit,
  fittingDistance,
  frameProduct,
  isSettled,
  stepOrbit,
  type Orbit,
} from './state/orbit.ts'
import type { InspectionLight } from './state/visit.ts'

const FOV_DEG = 32
/** A stage shows one thing to many: it is as large as it can be. */
const ROOM_ON_STAGE = 1.08
/** Those who follow are brought after the presenter sooner than a hand moves. */
const FOLLOW_PER_S = 18
/** Poses a second that a presenter sends. */
const POSES_PER_S = 15
/** Of the picture of the goods, for those who don't draw them. */
const PICTURE_FRAMES_PER_S = 12
const STILL_FRAME_MS = 1000
const INPUTS = ['pointerdown', 'pointermove', 'pointerup', 'pointerleave', 'wheel'] as const

/** What one does with the goods: show them to all, look as the presenter does, or look on one's own. */
export type StageHand = 'present' | 'follow' | 'free'
/** What a pointer does on the goods: turn them, point at them, or draw on them. */
export type StageTool = 'turn' | 'laser' | 'draw'

export interface GoodsStageProps {
  variants: readonly AssetVariant[]
  label: string
  light: InspectionLight
  hand: StageHand
  tool: StageTool
  /** The presenter's latest pose; read at each frame, so that nothing is rendered for it by React. */
  pose: RefObject<StagePose | null>
  /** Calls back with each new pose, so that a frame is drawn; returns what stops it. */
  onPosed(wake: () => void): () => void
  marks: readonly GoodsMark[]
  /** While one presents: the pose, at most 15 times a second and only when it changes. */
  onPose(pose: StagePose): void
  onDraw(points: GoodsPoint[]): void
  /** While one presents: a live picture of the goods, until the returned function is called. */
  onPicture?: ((picture: MediaStreamTrack) => () => void) | undefined
  onState(state: 'ready' | 'failed'): void
}

const poseOf = (orbit: Orbit, laser: GoodsPoint | null): StagePose => ({
  azimuth: orbit.goalAzimuth,
  elevation: orbit.goalElevation,
  reach: orbit.goalDistance / fittingDistance(orbit),
  shift: orbit.goalShift,
  lift: orbit.goalLift,
  laser,
})

const followPose = (orbit: Orbit, pose: StagePose): void => {
  orbit.goalAzimuth = pose.azimuth
  orbit.goalElevation = pose.elevation
  orbit.goalDistance = Math.max(orbit.minDistance, pose.reach * fittingDistance(orbit))
  orbit.goalShift = pose.shift
  orbit.goalLift = pose.lift
}

const Goods = ({
  variants,
  light,
  hand,
  tool,
  pose,
  marks,
  onPosed,
  onPose,
  onDraw,
  onPicture,
  onState,
}: GoodsStageProps) => {
  const { scene, gl, camera, invalidate } = useThree()
  const canvas = gl.domElement
  const orbit = useMemo(createOrbit, [])
  const table = useMemo(createInspectionTable, [])
  const laser = useRef<GoodsPoint | null>(null)
  const sent = useRef({ atMs: 0, text: '' })
  const [isReady, setIsReady] = useState(false)

  useDaylight(true)
  useEffect(() => {
    scene.add(table.group)
    return () => {
      scene.remove(table.group)
      table.dispose()
    }
  }, [scene, table])
  useEffect(() => {
    lightGoods(light, gl, scene, table)
    invalidate()
  }, [light, gl, scene, table, invalidate])
  // Frames are drawn when something moves, and at no other time: an old laptop has a call to carry as well.
  useEffect(() => onPosed(() => invalidate()), [onPosed, invalidate])
  useEffect(() => {
    const wake = () => invalidate()
    const page = canvas.ownerDocument
    for (const event of INPUTS) canvas.addEventListener(event, wake)
    page.addEventListener('keydown', wake)
    return () => {
      for (const event of INPUTS) canvas.removeEventListener(event, wake)
      page.removeEventListener('keydown', wake)
    }
  }, [canvas, invalidate])
  useEffect(() => invalidate(), [marks, hand, tool, invalidate])

  useEffect(() => {
    const loading = new AbortController()
    const owned: LoadedModel[] = []
    const urls = [sketchVariant(variants)?.url, finestVariant(variants)?.url]
    const show = async () => {
      for (const url of new Set(urls.filter((one) => one !== undefined))) {
        const model = await loadModel(url, loading.signal, () => undefined)
        if (loading.signal.aborted) return disposeModel(model)
        const size = table.show(model)
        if (owned.length === 0)
          frameProduct(
            orbit,
            size,
            (FOV_DEG * Math.PI) / 180,
            canvas.clientWidth / canvas.clientHeight,
            ROOM_ON_STAGE,
          )
        owned.push(model)
        invalidate()
        setIsReady(true)
        onState('ready')
      }
    }
    show().catch(() => {
      if (!loading.signal.aborted && owned.length === 0) onState('failed')
    })
    return () => {
      loading.abort()
      table.clear()
      for (const model of owned) disposeModel(model)
    }
  }, [variants, table, orbit, canvas, onState, invalidate])

  useEffect(
    () => (hand !== 'follow' && tool === 'turn' ? listenToOrbit(canvas, orbit) : undefined),
    [canvas, orbit, hand, tool],
  )
  useEffect(() => {
    laser.current = null
    if (hand !== 'present' || tool === 'turn' || !(camera instanceof PerspectiveCamera)) return undefined
    return listenToPointing(canvas, camera, table, {
      onPoint: (point) => {
        laser.current = tool === 'laser' ? point : null
      },
      onDrawn: (points) => tool === 'draw' && onDraw(points),
    })
  }, [canvas, camera, table, hand, tool, onDraw])

  useEffect(() => {
    if (!onPicture || hand !== 'present' || !isReady) return undefined
    const [picture] = canvas.captureStream(PICTURE_FRAMES_PER_S).getVideoTracks()
    if (!picture) return undefined
    const stop = onPicture(picture)
    // A canvas that stands still sends nothing, and who comes now would wait for a picture.
    const timer = setInterval(() => invalidate(), STILL_FRAME_MS)
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [canvas, hand, isReady, onPicture, invalidate])

  useFrame((_, dt) => {
    if (!(camera instanceof PerspectiveCamera)) return
    const shown = pose.current
    if (hand === 'follow' && shown) {
      followPose(orbit, shown)
      stepOrbit(orbit, dt, false, FOLLOW_PER_S)
    } else stepOrbit(orbit, dt, false)
    placeOrbitCamera(camera, orbit, table)
    if (!isSettled(orbit)) invalidate()
    const now = performance.now()
    if (hand !== 'present' || !isReady) return
    // What is too early is sent with a later frame.
    if (now - sent.current.atMs < 1000 / POSES_PER_S) return invalidate()
    const own = poseOf(orbit, laser.current)
    const text = JSON.stringify(own)
    if (text === sent.current.text) return
    sent.current = { atMs: now, text }
    pose.current = own
    onPose(own)
  })

  return <GoodsMarks center={table.center} marks={marks} pose={pose} showsLaser={hand !== 'free'} />
}

/** Goods on a stage: one product in 3D in the presenter's pose and light, or in one's own. */
export const GoodsStage = (props: GoodsStageProps) => (
  <Canvas
    frameloop="demand"
    dpr={[1, 2]}
    camera={{ fov: FOV_DEG, near: 0.01, far: 60, position: [0.5, 0.5, 2] }}
    gl={{ toneMapping: NeutralToneMapping, antialias: true, preserveDrawingBuffer: true }}
    aria-label={props.label}
    role="img"
  >
    <Goods {...props} />
  </Canvas>
)
