import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { createSandbox, runPipeline } from '../assets/index.ts'
import type { CachedModel } from './model-cache.ts'

const Answer = z.object({
  id: z.int(),
  bytes: z.instanceof(Uint8Array).optional(),
  error: z.string().optional(),
})

/** Builds GLBs in a thread of its own, which remembers the maps of the last fabrics: callers wait, nothing else does. */
const createBuilder = () => {
  let thread: Worker | undefined
  let last = 0
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>()
  const start = () => {
    const worker = new Worker(new URL('./build-thread.ts', import.meta.url))
    worker.unref()
    worker.on('message', (message: unknown) => {
      const { id, bytes, error } = Answer.parse(message)
      const wish = waiting.get(id)
      waiting.delete(id)
      if (bytes) wish?.resolve(bytes)
      else wish?.reject(new Error(error))
    })
    worker.on('error', (error) => {
      thread = undefined
      for (const wish of waiting.values()) wish.reject(error)
      waiting.clear()
    })
    return worker
  }
  return {
    build(slug: string): Promise<Uint8Array> {
      thread ??= start()
      const wish = Promise.withResolvers<Uint8Array>()
      waiting.set(++last, wish)
      thread.postMessage({ id: last, slug })
      return wish.promise
    },
    async close() {
      await thread?.terminate()
    },
  }
}

/**
 * Makes demo models through the same pipeline as an exhibitor's upload, up to `lanes` at a time: each lane has a
 * sandboxed child of its own, so that uploads never wait for the demo.
 */
export const createModelMaker = (lanes: number) => {
  const builder = createBuilder()
  const all = Array.from({ length: lanes }, () => createSandbox())
  const idle = [...all]
  return {
    /** Makes the model of a product and hands it to `use`; its files are gone afterwards. */
    async make(slug: string, signal: AbortSignal, use: (model: CachedModel) => Promise<void>): Promise<void> {
      const folder = await mkdtemp(path.join(tmpdir(), 'fairloom-demo-'))
      const sandbox = idle.pop() ?? createSandbox()
      try {
        const original = path.join(folder, `${slug}.glb`)
        await writeFile(original, await builder.build(slug))
        const outDir = path.join(folder, 'variants')
        const { report, variants } = await runPipeline({
          inputPath: original,
          fileName: `${slug}.glb`,
          outDir,
          signal,
          sandbox,
        })
        await use({ original, report, variants })
      } finally {
        idle.push(sandbox)
        await rm(folder, { recursive: true, force: true })
      }
    },
    async close() {
      await builder.close()
      await Promise.all(all.map((sandbox) => sandbox.close()))
    },
  }
}
