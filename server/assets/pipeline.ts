import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssetReport, AssetStep } from '#shared/model/asset.ts'
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts'
import { DEFAULT_LIMITS, type PipelineLimits } from './steps/limits.ts'
import type { VariantFile } from './steps/optimise.ts'

export { AssetFailure } from './steps/asset-failure.ts'

export type PipelineOptions = {
  /** The upload on disk; its own name there does not matter. */
  inputPath: string
  /** As the exhibitor named it: its ending tells the format. */
  fileName: string
  /** Receives the variants; must be the caller's own, and is left to it. */
  outDir: string
  limits?: Partial<PipelineLimits>
  onProgress?: (step: AssetStep, share: number) => void
  signal?: AbortSignal
  /** `measure` stops once the report is made, without variants. */
  until?: 'measure' | 'end'
  /** By default all runs of this process share one child. */
  sandbox?: Sandbox
}

export type PipelineResult = {
  report: AssetReport
  variants: VariantFile[]
  /** Largest resident memory of the child during the run. */
  peakMemoryMb: number
}

let shared: Sandbox | undefined

/**
 * Turns one uploaded model into its variants and a report. Every parse happens in a child process with limits of
 * memory and time; this process only watches it.
 * @throws AssetFailure whose `note` holds the cause as a code of shared/model/asset-notes.ts with its figures.
 */
export const runPipeline = async (options: PipelineOptions): Promise<PipelineResult> => {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  shared ??= createSandbox()
  const sandbox = options.sandbox ?? shared
  await mkdir(options.outDir, { recursive: true })
  const workDir = await mkdtemp(join(options.outDir, '.work-'))
  try {
    const { report, variants, peakMemoryMb } = await sandbox.run(
      {
        inputPath: options.inputPath,
        fileName: options.fileName,
        outDir: options.outDir,
        workDir,
        unpackedMb: limits.unpackedMb,
        until: options.until ?? 'end',
      },
      { limits, onStep: options.onProgress ?? (() => undefined), signal: options.signal },
    )
    return { report, variants, peakMemoryMb }
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

/** Ends the shared child process; the next run starts another. */
export const closePipeline = async (): Promise<void> => {
  const sandbox = shared
  shared = undefined
  await sandbox?.close()
}
