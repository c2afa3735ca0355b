import { useFrame, useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import { publishStats, showroomStats } from '../state/showroom-stats.ts'

/** Reads what the last frame cost, its shadow passes included, before the next one is drawn. */
export function FrameStats() {
  const gl = useThree((state) => state.gl)

  useEffect(() => {
    publishStats()
    // By itself the renderer forgets its shadow passes before the frame is counted.
    gl.info.autoReset = false
    return () => {
      gl.info.autoReset = true
    }
  }, [gl])

  useFrame(() => {
    const { render, memory } = gl.info
    showroomStats.drawCalls = render.calls
    showroomStats.triangles = render.triangles
    showroomStats.textures = memory.textures
    showroomStats.geometries = memory.geometries
    showroomStats.peakDrawCalls = Math.max(showroomStats.peakDrawCalls, render.calls)
    showroomStats.peakTriangles = Math.max(showroomStats.peakTriangles, render.triangles)
    showroomStats.frames += 1
    gl.info.reset()
  }, -10)
  return null
}
