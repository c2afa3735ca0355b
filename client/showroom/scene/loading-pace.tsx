import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Visit } from '../state/visit.ts'

/** Frames slower than this keep the machine from loading. */
const SLOW_FRAME_S = 0.16
const SLOW_FRAMES = 2
const CALM_EVERY_MS = 700
const INPUTS = ['keydown', 'pointerdown', 'wheel'] as const

/**
 * While a stand is loading on a machine that can't draw and load at once, the picture is drawn now and then instead of
 * all the time, until it is complete or the visitor moves. A machine without a graphics card is one from the start.
 */
export function LoadingPace({ visit, drawsInSoftware }: { visit: Visit; drawsInSoftware: boolean }) {
  const isComplete = useStore(visit.store, (state) => state.isComplete)
  const setFrameloop = useThree((state) => state.setFrameloop)
  const invalidate = useThree((state) => state.invalidate)
  const slowFrames = useRef(0)
  const [isCalm, setIsCalm] = useState(drawsInSoftware)

  useFrame((_, dt) => {
    if (isComplete || slowFrames.current < 0) return
    // A key that was down before the calm began tells nothing more.
    if (visit.walker.walkedM > 0) {
      slowFrames.current = -1
      setIsCalm(false)
      return
    }
    if (isCalm) return
    slowFrames.current = dt > SLOW_FRAME_S ? slowFrames.current + 1 : 0
    if (slowFrames.current >= SLOW_FRAMES) setIsCalm(true)
  })

  useEffect(() => {
    if (!isCalm || isComplete) return undefined
    setFrameloop('demand')
    const timer = setInterval(() => invalidate(), CALM_EVERY_MS)
    const wake = () => {
      slowFrames.current = -1
      setIsCalm(false)
    }
    for (const input of INPUTS) addEventListener(input, wake)
    return () => {
      for (const input of INPUTS) removeEventListener(input, wake)
      clearInterval(timer)
      setFrameloop('always')
    }
  }, [isCalm, isComplete, setFrameloop, invalidate])
  return null
}
