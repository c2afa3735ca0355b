import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '#server/assets/sandbox/sandbox.ts'
import { AssetFailure } from '#server/assets/steps/asset-failure.ts'
import { DEFAULT_LIMITS, type PipelineLimits } from '#server/assets/steps/limits.ts'
import { clothGlb } from './model-builder.ts'
import { usePipeline } from './pipeline-run.ts'

const GREEDY = fileURLToPath(new URL('./greedy-child.ts', import.meta.url))

const TASK = {
  inputPath: '/nowhere',
  fileName: 'a.glb',
  outDir: '/nowhere',
  workDir: '/nowhere',
  unpackedMb: 1,
  until: 'end',
} as const

describe('the child that parses', () => {
  let sandbox: Sandbox | undefined
  afterEach(() => sandbox?.close())

  const failureOf = async (limits: Partial<PipelineLimits>, signal?: AbortSignal) => {
    sandbox ??= createSandbox(GREEDY)
    try {
      await sandbox.run(TASK, { limits: { ...DEFAULT_LIMITS, ...limits }, onStep: () => undefined, signal })
    } catch (error) {
      if (error instanceof AssetFailure) return error.note
      throw error
    }
    throw new Error('the child finished')
  }

  it('is killed when it takes more memory than it may', async () => {
    expect(await failureOf({ memoryMb: 200 })).toEqual({
      level: 'error',
      code: 'memory_exceeded',
      values: { limitMb: 200, step: 'precheck' },
    })
  })

  it('is killed when its time is over', async () => {
    expect(await failureOf({ timeMs: 60 })).toMatchObject({
      code: 'time_exceeded',
      values: { limitSeconds: 0.06 },
    })
  })

  it('is killed when the job is cancelled', async () => {
    expect(await failureOf({}, AbortSignal.timeout(60))).toMatchObject({ code: 'cancelled' })
    expect(await failureOf({}, AbortSignal.abort())).toMatchObject({ code: 'cancelled' })
  })

  it('is replaced after its death', async () => {
    expect(await failureOf({ timeMs: 40 })).toMatchObject({ code: 'time_exceeded' })
    expect(await failureOf({ memoryMb: 150 })).toMatchObject({ code: 'memory_exceeded' })
  })
})

describe('the pipeline around it', () => {
  const { run, failure } = usePipeline()

  it('keeps to its limits on a real model, and serves the next one', async () => {
    const glb = await clothGlb({ cells: 40, sizeM: 1 })
    expect(await failure(glb, 'cloth.glb', { limits: { memoryMb: 40 } })).toMatchObject({
      code: 'memory_exceeded',
    })
    const { report, peakMemoryMb } = await run(glb, 'cloth.glb', { until: 'measure' })
    expect(report.triangles).toBe(3200)
    expect(peakMemoryMb).toBeGreaterThan(20)
    expect(peakMemoryMb).toBeLessThan(512)
  })

  it('runs one model after the other in one child', async () => {
    const glb = await clothGlb({ cells: 4, sizeM: 1 })
    const runs = await Promise.all([1, 2, 3].map(() => run(glb, 'cloth.glb', { until: 'measure' })))
    expect(runs.map(({ report }) => report.triangles)).toEqual([32, 32, 32])
  })
})
