import { parentPort } from 'node:worker_threads'
import { z } from 'zod'
import { buildModel } from '#assets/demo-fair.ts'

/** What the thread is asked for, and what it answers: the GLB's bytes, or why there are none. */
const Request = z.object({ id: z.int(), slug: z.string() })

parentPort?.on('message', (message: unknown) => {
  const { id, slug } = Request.parse(message)
  buildModel(slug).then(
    (bytes) => parentPort?.postMessage({ id, bytes }),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) }),
  )
})
