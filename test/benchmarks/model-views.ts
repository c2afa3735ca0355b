import { basename } from 'node:path'
import { frame } from '#server/assets/steps/raster/camera.ts'
import { type Rendering, render } from '#server/assets/steps/raster/render.ts'
import { buildScene } from '#server/assets/steps/raster/scene.ts'
import { domeLights } from '#server/assets/steps/raster/studio.ts'
import { readAndRepair } from '#server/assets/steps/process-model.ts'
import type { Box, Solid } from '#server/assets/steps/solid.ts'
import { boundsOf } from '#server/assets/steps/solid.ts'

export const VIEW_PIXELS = 512
const TEXTURE_PIXELS = 2048

/** Front, 45 degrees, above. */
const VIEWS = [
  { azimuth: 0, elevation: 0 },
  { azimuth: 45, elevation: 25 },
  { azimuth: 0, elevation: 89 },
]

export const readSolid = async (path: string, workDir: string): Promise<Solid> => {
  const task = {
    inputPath: path,
    fileName: basename(path),
    outDir: workDir,
    workDir,
    unpackedMb: 1024,
    until: 'measure',
  } as const
  return (await readAndRepair(task, () => undefined)).solid
}

/** The three views that the similarity is measured in, framed by `box`. */
export const renderViews = async (solid: Solid, box: Box = boundsOf(solid.parts)): Promise<Rendering[]> => {
  const scene = await buildScene(solid.parts, TEXTURE_PIXELS)
  const lights = domeLights(32)
  return VIEWS.map((view) =>
    render(scene, {
      width: VIEW_PIXELS,
      height: VIEW_PIXELS,
      samples: 2,
      camera: frame({ box }, { ...view, fieldOfView: 24, aspect: 1, margin: 0.04 }),
      lighting: { lights, shadows: undefined, groups: 4 },
      background: (_x, _y, out) => out.fill(0.8),
    }),
  )
}
