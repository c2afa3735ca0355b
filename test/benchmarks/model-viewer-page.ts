import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { buildModel, demoFair } from '#assets/demo-fair.ts'

declare global {
  /** Models that have loaded so far. */
  var loadedModels: number | undefined
}

/**
 * The peer of a stand: its original models, as an exhibitor would upload them, in one page of model-viewer elements.
 * Serves until it is closed.
 */
export const serveModelViewerPage = async (standNumber: string) => {
  const stand = demoFair().stands.find(({ number }) => number === standNumber)
  const slugs = [...new Set(stand?.slots.flatMap(({ productSlugs }) => productSlugs) ?? [])]
  const script = await readFile(
    fileURLToPath(import.meta.resolve('@google/model-viewer/dist/model-viewer.min.js')),
  )
  const models = new Map<string, Uint8Array>()
  for (const slug of slugs) models.set(`/${slug}.glb`, await buildModel(slug))
  const page = `<!doctype html><title>Peer</title>
    <script>
      loadedModels = 0
      addEventListener('load', () => {
        for (const view of document.querySelectorAll('model-viewer'))
          view.addEventListener('load', () => {
            loadedModels++
            if (loadedModels === ${slugs.length}) performance.mark('model-viewer:complete')
          })
      })
    </script>
    <script type="module" src="/model-viewer.js"></script>
    ${slugs.map((slug) => `<model-viewer src="/${slug}.glb" loading="eager" style="width:320px;height:320px;float:left"></model-viewer>`).join('\n')}`
  const server = createServer((request, response) => {
    const model = models.get(request.url ?? '')
    if (model) response.writeHead(200, { 'Content-Type': 'model/gltf-binary' }).end(model)
    else if (request.url === '/model-viewer.js')
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script)
    else if (request.url === '/') response.writeHead(200, { 'Content-Type': 'text/html' }).end(page)
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    models: slugs.length,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
