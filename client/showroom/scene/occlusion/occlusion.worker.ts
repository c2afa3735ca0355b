import { bakeOcclusion, type OcclusionTask } from './bake-occlusion.ts'

addEventListener('message', ({ data }: MessageEvent<OcclusionTask>) => {
  const lights = bakeOcclusion(data)
  postMessage(lights, { transfer: lights.map(({ buffer }) => buffer) })
})
