import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { AssetNote } from '#shared/model/asset.ts'
import {
  AssetFailure,
  type PipelineOptions,
  type PipelineResult,
  runPipeline,
} from '#server/assets/pipeline.ts'
import { createSandbox, type Sandbox } from '#server/assets/sandbox/sandbox.ts'

type Options = Partial<Omit<PipelineOptions, 'inputPath' | 'outDir' | 'sandbox'>>

/** One child and one folder for all runs of a test file. */
export const usePipeline = () => {
  let dir: string
  let sandbox: Sandbox
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'fairloom-pipeline-'))
    sandbox = createSandbox()
  })
  afterAll(async () => {
    await sandbox.close()
    await rm(dir, { recursive: true, force: true })
  })
  const run = async (
    content: Uint8Array,
    fileName: string,
    options: Options = {},
  ): Promise<PipelineResult> => {
    const inputPath = join(dir, 'upload')
    await writeFile(inputPath, content)
    return runPipeline({ inputPath, fileName, outDir: join(dir, 'out'), sandbox, ...options })
  }
  /** The failure that a run must end with. */
  const failure = async (
    content: Uint8Array,
    fileName: string,
    options: Options = {},
  ): Promise<AssetNote> => {
    try {
      await run(content, fileName, { until: 'measure', ...options })
    } catch (error) {
      if (error instanceof AssetFailure) return error.note
      throw error
    }
    throw new Error(`${fileName} was accepted`)
  }
  return { run, failure, refusedConnections: () => sandbox.refusedConnections(), dir: () => dir }
}
