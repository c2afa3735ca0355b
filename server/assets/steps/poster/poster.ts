import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { VariantFile } from '../optimise.ts'
import { type Camera, frame } from '../raster/camera.ts'
import { type Rendering, render } from '../raster/render.ts'
import { buildScene, type RenderScene } from '../raster/scene.ts'
import { castShadows } from '../raster/shadow-maps.ts'
import { domeLights } from '../raster/studio.ts'
import { type Solid, sizeOf } from '../solid.ts'
import { lightGround, studioBackground } from './ground.ts'

const WIDTH = 768
const HEIGHT = 1024
const SAMPLES = 2
const LIGHTS = 32
const SHADOW_PIXELS = 320
const TEXTURE_PIXELS = 1024

/** Things that lie flat are seen from higher up. */
const cameraFor = ({ box, positions: points }: RenderScene): Camera => {
  const [width, height, depth] = sizeOf(box)
  const flatness = height / Math.max(width, depth, 1e-9)
  const elevation = flatness < 0.12 ? 48 : flatness < 0.45 ? 28 : 14
  // A sheet that stands upright is seen nearly from the front.
  const azimuth = depth < width * 0.15 ? 18 : 32
  return frame({ box, points }, { azimuth, elevation, fieldOfView: 24, aspect: WIDTH / HEIGHT, margin: 0.15 })
}

/** A still of the model in a white studio, drawn without a graphics card. */
export const renderPoster = async (solid: Solid): Promise<Rendering> => {
  const scene = await buildScene(solid.parts, TEXTURE_PIXELS)
  const camera = cameraFor(scene)
  const lights = domeLights(LIGHTS)
  const shadows = castShadows(scene, lights, SHADOW_PIXELS)
  const ground = lightGround(scene, lights, shadows)
  return render(scene, {
    width: WIDTH,
    height: HEIGHT,
    samples: SAMPLES,
    camera,
    lighting: { lights, shadows, groups: 4 },
    background: studioBackground(camera, ground, WIDTH, HEIGHT),
  })
}

/** Writes the poster for lists, mail and pages without 3D. */
export const makePoster = async (solid: Solid, outDir: string): Promise<VariantFile> => {
  const { rgb, width, height } = await renderPoster(solid)
  const path = join(outDir, 'poster.webp')
  await sharp(rgb, { raw: { width, height, channels: 3 } })
    .webp({ quality: 86, effort: 4 })
    .toFile(path)
  const { size } = await stat(path)
  return { name: 'poster', path, mediaType: 'image/webp', bytes: size, triangles: 0 }
}
