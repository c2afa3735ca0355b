import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { zipSync } from 'fflate'
import { AssetFailure, closePipeline, runPipeline } from '#server/assets/pipeline.ts'
import { boundsOf } from '#server/assets/steps/solid.ts'
import { readSolid, renderViews } from './model-views.ts'
import { maskedSsim } from './ssim.ts'
import { measureWebStall } from './web-stall.ts'

const run = promisify(execFile)
const ROOT = resolve(import.meta.dirname, '../..')
const CORPUS = resolve(process.env.FAIRLOOM_CORPUS ?? join(ROOT, '../shared/corpus'))
const MODELS = join(CORPUS, 'models')

type Figures = { bytes: number; triangles: number; ssim?: number }
type FileFigures = {
  name: string
  bytesIn: number
  seconds: number
  peakMemoryMb: number
  variants: Record<string, Figures>
  allLodsBytes: number
  gltfTransform?: { bytes: number; seconds: number; ssim?: number }
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits))

const log = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** A folder model goes in as the zip that an exhibitor would upload. */
const zipFolder = async (folder: string, target: string): Promise<string> => {
  const entries: Record<string, Uint8Array> = {}
  for (const name of await readdir(folder)) entries[name] = new Uint8Array(await readFile(join(folder, name)))
  await writeFile(target, zipSync(entries))
  return target
}

const listModels = async (workDir: string): Promise<{ name: string; path: string; peerInput?: string }[]> => {
  const single = ['3dcommerce.glb', 'cloth-folds.glb', 'pillow.gltf', 'bed.gltf', 'headphones.gltf']
  const sheenCloth = await zipFolder(join(MODELS, 'sheen-cloth'), join(workDir, 'sheen-cloth.zip'))
  const fbx = (await readdir(join(MODELS, 'fbx'))).toSorted()
  return [
    { name: 'sheen-cloth', path: sheenCloth, peerInput: join(MODELS, 'sheen-cloth/SheenCloth.gltf') },
    ...single.map((name) => ({ name, path: join(MODELS, name), peerInput: join(MODELS, name) })),
    { name: 'Chair.obj', path: join(MODELS, 'chair-obj/Chair.obj') },
    ...fbx.map((name) => ({ name: `fbx/${name}`, path: join(MODELS, 'fbx', name) })),
  ]
}

const runPeer = async (input: string, workDir: string) => {
  const output = join(workDir, 'peer.glb')
  const cli = join(ROOT, 'node_modules/.bin/gltf-transform')
  const start = performance.now()
  await run(cli, ['optimize', input, output, '--compress', 'meshopt', '--texture-compress', 'webp'])
  const seconds = (performance.now() - start) / 1000
  return { output, bytes: (await stat(output)).size, seconds: round(seconds, 2) }
}

const LODS = ['web', 'webLod1', 'webLod2', 'webLod3']
const COMPARED = new Set(['preview', 'detail', ...LODS])

const main = async (): Promise<void> => {
  const withPeer = process.argv.includes('--vs')
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
  const workDir = await mkdtemp(join(tmpdir(), 'fairloom-pipeline-bench-'))
  const files: FileFigures[] = []
  const refused: { name: string; code: string }[] = []
  try {
    for (const { name, path, peerInput } of await listModels(workDir)) {
      if (only !== undefined && !only.split(',').some((part) => name.includes(part))) continue
      const outDir = join(workDir, 'out')
      const start = performance.now()
      let result
      try {
        result = await runPipeline({ inputPath: path, fileName: basename(path), outDir })
      } catch (error) {
        if (!(error instanceof AssetFailure)) throw error
        refused.push({ name, code: error.note.code })
        log(`${name}: refused, ${error.note.code} ${JSON.stringify(error.note.values)}`)
        continue
      }
      const seconds = round((performance.now() - start) / 1000, 2)
      const original = await readSolid(path, workDir)
      const box = boundsOf(original.parts)
      const truth = await renderViews(original, box)
      const similarity = async (glb: string): Promise<number> => {
        const views = await renderViews(await readSolid(glb, workDir), box)
        const values = views.map((view, index) => maskedSsim(truth[index]!, view))
        return round(values.reduce((sum, value) => sum + value, 0) / values.length, 4)
      }
      const variants: Record<string, Figures> = {}
      for (const variant of result.variants) {
        const { bytes, triangles } = variant
        variants[variant.name] = COMPARED.has(variant.name)
          ? { bytes, triangles, ssim: await similarity(variant.path) }
          : { bytes, triangles }
      }
      const entry: FileFigures = {
        name,
        bytesIn: (await stat(path)).size,
        seconds,
        peakMemoryMb: result.peakMemoryMb,
        variants,
        allLodsBytes: LODS.reduce((sum, lod) => sum + (variants[lod]?.bytes ?? 0), 0),
      }
      if (withPeer && peerInput !== undefined && ['.glb', '.gltf'].includes(extname(peerInput))) {
        const { output, ...peer } = await runPeer(peerInput, workDir)
        entry.gltfTransform = { ...peer, ssim: await similarity(output) }
      }
      files.push(entry)
      const web = variants.web
      log(
        `${name}: ${seconds} s, ${entry.peakMemoryMb} MB, web ${web?.bytes} B ${web?.triangles} tri SSIM ${web?.ssim}, ` +
          `all LODs ${entry.allLodsBytes} B, preview ${variants.preview?.bytes} B, ` +
          `detail ${variants.detail?.bytes} B SSIM ${variants.detail?.ssim}` +
          (entry.gltfTransform === undefined
            ? ''
            : `; peer ${entry.gltfTransform.bytes} B SSIM ${entry.gltfTransform.ssim}, web ratio ${round((web?.bytes ?? 0) / entry.gltfTransform.bytes, 3)}`),
      )
    }
  } finally {
    await closePipeline()
    await rm(workDir, { recursive: true, force: true })
  }
  const webStall = only === undefined ? await measureWebStall(log) : undefined
  process.stdout.write(`${JSON.stringify({ files, refused, webStall })}\n`)
}

await main()
