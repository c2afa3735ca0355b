import { Canvas, useFrame, useThree } from '@react-three/fiber'
import { PerformanceMonitor } from '@react-three/drei/core/PerformanceMonitor'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Color, Fog, NeutralToneMapping, PCFShadowMap } from 'three'
import { useStore } from 'zustand'
import { recall } from '../state/device-memory.ts'
import type { PoseSource } from '../state/pose-source.ts'
import { createTierSettler, firstTier, isSoftware, QUALITY, type QualityTier } from '../state/quality.ts'
import { showroomStats } from '../state/showroom-stats.ts'
import type { HallView, ShownOnScreen } from '../state/showroom-types.ts'
import { hasSamePlan, type Visit } from '../state/visit.ts'
import { PALETTE } from './build/palette.ts'
import { prepareDaylight } from './daylight/daylight.ts'
import { FrameStats } from './frame-stats.tsx'
import { Goods } from './goods.tsx'
import { HallScreens } from './hall-screens.tsx'
import { HallShell } from './hall-shell.tsx'
import { Inspection } from './inspection.tsx'
import { Lights } from './lights.tsx'
import { LoadingPace } from './loading-pace.tsx'
import { rendererName } from './probe-renderer.ts'
import { Visitors } from './visitors.tsx'
import { type PoseSink, WalkerCamera } from './walker-camera.tsx'

export interface ShowroomCanvasProps {
  readonly visit: Visit
  readonly view: HallView
  readonly presence: PoseSource
  readonly poseSink?: PoseSink | undefined
  /** What is on now. */
  readonly screens: readonly ShownOnScreen[]
  /** Asked for by the system: nothing moves that needn't. */
  readonly isStill: boolean
  /** What the picture shows, for those who can't see it. */
  readonly label: string
}

/** Without a graphics card every pixel counts, the more so while the processor has the goods to unpack as well. */
const SOFTWARE_PIXEL_RATIO = { loading: 0.5, complete: 0.75 }

/** The picture of the hall. A lost graphics context is answered with a new picture in the same place. */
export function ShowroomCanvas(props: ShowroomCanvasProps) {
  const { visit, label } = props
  const tier = useStore(visit.store, (state) => state.tier)
  const softwareRatio = useStore(visit.store, ({ isComplete }) =>
    isComplete ? SOFTWARE_PIXEL_RATIO.complete : SOFTWARE_PIXEL_RATIO.loading,
  )
  const [attempt, setAttempt] = useState(0)
  const [drawsInSoftware] = useState(() => begin(visit))

  const onLost = useCallback(() => {
    showroomStats.contextLosses += 1
    visit.store.setState({ isRecovering: true })
    setAttempt((count) => count + 1)
  }, [visit])

  return (
    <Canvas
      key={attempt}
      dpr={drawsInSoftware ? softwareRatio * devicePixelRatio : [1, QUALITY[tier].pixelRatio]}
      shadows={{ enabled: true, type: PCFShadowMap }}
      onCreated={({ gl }) => {
        // Asking whether a shader compiled stops the picture until it has; only developers need the answer.
        gl.debug.checkShaderErrors = import.meta.env.DEV
      }}
      gl={{
        antialias: !drawsInSoftware,
        powerPreference: 'high-performance',
        toneMapping: NeutralToneMapping,
      }}
      camera={{ fov: 58, near: 0.08, far: 220 }}
      aria-label={label}
      role="img"
      style={{ touchAction: 'none' }}
    >
      <ContextWatch visit={visit} onLost={onLost} />
      <FrameStats />
      <QualityWatch visit={visit} />
      <LoadingPace visit={visit} drawsInSoftware={drawsInSoftware} />
      <Place {...props} />
    </Canvas>
  )
}

/** Sets the first tier where it is to be measured. True where the renderer is software: it has no strength to spare. */
function begin(visit: Visit): boolean {
  const hasCoarsePointer = globalThis.matchMedia('(pointer: coarse)').matches
  const renderer = rendererName()
  prepareDaylight()
  if (visit.store.getState().choice === 'auto')
    visit.store.setState({ tier: firstTier(renderer, hasCoarsePointer, recall().tier) })
  return isSoftware(renderer)
}

function Place({ visit, view, presence, poseSink, screens, isStill }: ShowroomCanvasProps) {
  const scene = useThree((state) => state.scene)
  const tier = useStore(visit.store, (state) => state.tier)
  const isWalking = useStore(visit.store, (state) => state.mode.state === 'walking')
  const [hallIsReady, setHallIsReady] = useState(false)
  const plan = usePlan(view)
  const isComplete = useStore(visit.store, (state) => state.isComplete)
  const { shadows, gloss, thrift, anisotropy, occlusionRays } = QUALITY[tier]
  const onReady = useCallback(() => setHallIsReady(true), [])
  const sky = useMemo(() => new Color(PALETTE.sky), [])

  useEffect(() => {
    // While a product is inspected its own ground is behind it.
    if (!isWalking) return undefined
    scene.background = sky
    scene.fog = new Fog(PALETTE.sky, 45, 190)
    return () => {
      scene.background = null
      scene.fog = null
    }
  }, [scene, sky, isWalking])

  return (
    <>
      <WalkerCamera visit={visit} poseSink={poseSink} isStill={isStill} />
      <group visible={isWalking}>
        <Lights visit={visit} shadows={shadows} gloss={gloss} />
        <HallShell
          view={plan}
          shadows={shadows}
          gloss={gloss}
          thrift={thrift}
          anisotropy={anisotropy}
          rays={occlusionRays}
          isComplete={isComplete}
          onReady={onReady}
        />
        <HallScreens visit={visit} view={plan} screens={screens} />
      </group>
      <Goods visit={visit} view={view} tier={tier} hallIsReady={hallIsReady} />
      <Visitors visit={visit} presence={presence} tier={tier} isStill={isStill} />
      <Inspection visit={visit} view={view} tier={tier} isStill={isStill} />
    </>
  )
}

/** The view, but a new one only when walls, furniture or signs have changed: products come and go without building. */
function usePlan(view: HallView): HallView {
  const [plan, setPlan] = useState(view)
  if (plan !== view && !hasSamePlan(plan, view)) {
    setPlan(view)
    return view
  }
  return plan
}

function ContextWatch({ visit, onLost }: { visit: Visit; onLost: () => void }) {
  const gl = useThree((state) => state.gl)
  const canvas = gl.domElement
  const frames = useRef(0)

  useEffect(() => {
    function lost(event: Event): void {
      event.preventDefault()
      onLost()
    }
    canvas.addEventListener('webglcontextlost', lost)
    return () => canvas.removeEventListener('webglcontextlost', lost)
  }, [canvas, onLost])

  useFrame(() => {
    frames.current += 1
    if (frames.current === 2 && visit.store.getState().isRecovering)
      visit.store.setState({ isRecovering: false })
  })
  return null
}

/** Steps the tier down or up by measured frame rate, unless somebody has chosen by hand. */
function QualityWatch({ visit }: { visit: Visit }) {
  const choice = useStore(visit.store, (state) => state.choice)
  const tier = useStore(visit.store, (state) => state.tier)

  useEffect(() => {
    showroomStats.tier = tier
  }, [tier])

  const [settler] = useState(createTierSettler)
  const follow = useCallback(
    (next: (tier: QualityTier) => QualityTier) => {
      const { isUseful, mode, tier: now } = visit.store.getState()
      // Neither loading a stand nor a product in hand is a measure of what the machine can draw of a hall.
      if (isUseful && mode.state === 'walking') visit.store.setState({ tier: next(now) })
    },
    [visit],
  )
  if (choice !== 'auto') return null
  // Without `flipflops`: they count steady frames as well, and would end every visit of a strong machine on low.
  return (
    <PerformanceMonitor
      bounds={() => [28, 56]}
      onDecline={() => follow(settler.tooMuch)}
      onIncline={() => follow(settler.toSpare)}
    />
  )
}
