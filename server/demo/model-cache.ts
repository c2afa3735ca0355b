import { createHash } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { modelSource, type DemoProduct } from '#assets/demo-fair.ts'
import { AssetReport, AssetVariant } from '#shared/model/asset.ts'
import type { PipelineResult } from '../assets/index.ts'

/** The sources that decide what a demo model looks like; a change in any of them makes new models. */
const MAKERS = ['assets/goods', 'shared/textile', 'server/assets/steps', 'server/assets/formats']
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const Entry = z.object({
  report: AssetReport,
  variants: z.array(
    z.object({
      name: AssetVariant.shape.name,
      mediaType: AssetVariant.shape.mediaType,
      triangles: z.int(),
      bytes: z.int(),
      file: z.string(),
    }),
  ),
})

/** Finished models of one folder by the key of what they are made from. */
export interface ModelCache {
  keyOf(product: DemoProduct): string
  find(key: string): Promise<CachedModel | undefined>
  /** Keeps copies of the files. Where the folder can't be written nothing is kept, and nothing fails. */
  keep(key: string, model: CachedModel): Promise<void>
}

export type CachedModel = Pick<PipelineResult, 'report' | 'variants'> & { original: string }

const digestOf = async (folders: readonly string[]): Promise<string> => {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const names = await readdir(path.join(ROOT, folder), { recursive: true })
    for (const name of names.filter((candidate) => candidate.endsWith('.ts')).sort())
      hash.update(name).update(await readFile(path.join(ROOT, folder, name)))
  }
  return hash.digest('hex')
}

/** Opens the cache in `folder`, which is made when something is kept. */
export const openModelCache = async (folder: string): Promise<ModelCache> => {
  const makers = await digestOf(MAKERS)
  const entryOf = (key: string) => path.join(folder, key)
  return {
    keyOf: (product) =>
      createHash('sha256')
        .update(makers)
        .update(JSON.stringify(modelSource(product)))
        .digest('hex')
        .slice(0, 40),
    async find(key) {
      const entry = entryOf(key)
      const text = await readFile(path.join(entry, 'model.json'), 'utf8').catch(() => undefined)
      if (text === undefined) return undefined
      const { report, variants } = Entry.parse(JSON.parse(text))
      return {
        original: path.join(entry, 'original.glb'),
        report,
        variants: variants.map(({ file, ...variant }) => ({ ...variant, path: path.join(entry, file) })),
      }
    },
    async keep(key, { original, report, variants }) {
      let unfinished: string | undefined
      try {
        await mkdir(folder, { recursive: true })
        unfinished = await mkdtemp(path.join(folder, 'unfinished-'))
        await copyFile(original, path.join(unfinished, 'original.glb'))
        const entries = []
        for (const { path: from, ...variant } of variants) {
          const file = path.basename(from)
          await copyFile(from, path.join(unfinished, file))
          entries.push({ ...variant, file })
        }
        await writeFile(path.join(unfinished, 'model.json'), JSON.stringify({ report, variants: entries }))
        // Whole or not at all; somebody who was faster made the same.
        await rename(unfinished, entryOf(key))
      } catch {
        if (unfinished !== undefined) await rm(unfinished, { recursive: true, force: true })
      }
    },
  }
}
