import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AssetFailure, runPipeline } from '#server/assets/pipeline.ts'
import { createSandbox, type Sandbox } from '#server/assets/sandbox/sandbox.ts'
import { ASSET_NOTE_CODES } from '#shared/model/asset-notes.ts'
import { AssetReport } from '#shared/model/asset.ts'
import { asUpload, CORPUS, hasCorpus, listFiles, WHY_SKIPPED, withSmallObj } from './corpus.ts'

const SETS = [
  { folder: 'gltf', endings: ['.gltf', '.glb'], atLeast: 169 },
  { folder: 'fbx', endings: ['.fbx'], atLeast: 100 },
  { folder: 'obj', endings: ['.obj', '.mtl'], atLeast: 70 },
] as const

/** Of those that import, so many also go the whole way to variants and poster. */
const FULL_RUNS = 3

if (!hasCorpus) process.stdout.write(`Malformed corpus skipped: ${WHY_SKIPPED}\n`)

describe.skipIf(!hasCorpus)('malformed models', () => {
  let dir: string
  let sandbox: Sandbox
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'fairloom-malformed-'))
    sandbox = createSandbox()
  })
  afterAll(async () => {
    await sandbox.close()
    await rm(dir, { recursive: true, force: true })
  })

  it.each(SETS)(
    'gives a sound result or a sentence for each of bad/$folder',
    { timeout: 150_000 },
    async (set) => {
      const files = await listFiles(join(CORPUS, 'bad', set.folder), set.endings)
      expect(files.length).toBeGreaterThanOrEqual(set.atLeast)
      const counts = new Map<string, number>()
      const sound: string[] = []
      for (const file of files) {
        const zip = join(dir, 'upload.zip')
        const upload = await (extname(file) === '.mtl' ? withSmallObj(file, zip) : asUpload(file, zip))
        let outcome = 'sound'
        try {
          const run = await runPipeline({
            ...upload,
            outDir: join(dir, 'out'),
            until: 'measure',
            limits: { timeMs: 10_000 },
            sandbox,
          })
          const { sizeCm, triangles } = AssetReport.parse(run.report)
          expect(triangles, file).toBeGreaterThan(0)
          sound.push(file)
          expect(Math.max(sizeCm.width, sizeCm.height, sizeCm.depth), file).toBeGreaterThan(0)
        } catch (error) {
          if (!(error instanceof AssetFailure)) throw error
          outcome = error.note.code
          expect(ASSET_NOTE_CODES, file).toContain(outcome)
        }
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
        // These would be a crash of the child and a hang: the limits caught them, but nothing here should need it.
        expect(outcome, file).not.toMatch(/^(reader_stopped|time_exceeded|memory_exceeded)$/)
      }
      process.stdout.write(
        `bad/${set.folder}: ${files.length} files ${JSON.stringify(Object.fromEntries(counts))}\n`,
      )
      for (const file of sound.slice(0, FULL_RUNS)) {
        const upload = await (extname(file) === '.mtl'
          ? withSmallObj(file, join(dir, 'upload.zip'))
          : asUpload(file, join(dir, 'upload.zip')))
        const { variants } = await runPipeline({ ...upload, outDir: join(dir, 'out'), sandbox })
        expect(variants.length, file).toBe(7)
      }
      expect(sandbox.refusedConnections()).toBe(0)
    },
  )
})
