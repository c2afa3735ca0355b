import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Upload } from 'tus-js-client'
import { assetRoutes, UPLOAD_PATH } from '#shared/protocol/assets.ts'
import { CORPUS, listFiles } from '../server/assets/corpus.ts'
import { foundMill } from '../support/mill.ts'
import { startRunningFair } from '../support/running-fair.ts'

const WITHIN_MS = 10 * 60_000
const POLL_MS = 250

const upload = (url: string, cookie: string, productId: string, file: string, bytes: Buffer) =>
  new Promise<void>((resolve, reject) => {
    new Upload(bytes, {
      endpoint: `${url}${UPLOAD_PATH}`,
      headers: { cookie },
      metadata: { productId, fileName: basename(file) },
      storeFingerprintForResuming: false,
      onSuccess: () => resolve(),
      onError: reject,
    }).start()
  })

/**
 * The longest that the web process' event loop was held up, in ms, while sound and malformed models are uploaded to it
 * and processed beside it. Prometheus' figure starts anew at each reading, so it is read all the time.
 */
export const measureWebStall = async (log: (text: string) => void) => {
  const fair = await startRunningFair()
  try {
    const { api, exhibitor, productId } = await foundMill(fair)
    const files = [
      ...['3dcommerce.glb', 'cloth-folds.glb', 'pillow.gltf', 'headphones.gltf'].map((name) =>
        join(CORPUS, 'models', name),
      ),
      ...(await listFiles(join(CORPUS, 'bad/gltf'), ['.gltf', '.glb'])),
    ]
    let longestMs = 0
    let watching = true
    const read = async () => {
      const text = await (await fetch(`${fair.url}/metrics`)).text()
      return Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text)?.[1] ?? NaN) * 1000
    }
    await read()
    const watch = (async () => {
      while (watching) {
        await pause(POLL_MS)
        longestMs = Math.max(longestMs, await read())
      }
    })()
    for (const file of files) await upload(fair.url, exhibitor, productId, file, await readFile(file))
    const until = Date.now() + WITHIN_MS
    const states = async () =>
      (await api(assetRoutes.listAssets, { params: { productId } })).versions.map(
        ({ status }) => status.state,
      )
    for (;;) {
      const waiting = (await states()).filter((state) => state === 'processing').length
      if (waiting === 0) break
      if (Date.now() > until) throw new Error(`${waiting} uploads are still being processed`)
      log(`web process: longest stall ${longestMs.toFixed(0)} ms, ${waiting} uploads to go`)
      await pause(2000)
    }
    watching = false
    await watch
    const ended = await states()
    const failed = ended.filter((state) => state === 'failed').length
    return { uploads: files.length, failed, longestMs: Math.round(longestMs * 10) / 10 }
  } finally {
    await fair.stop()
  }
}
