import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

const CLIENT = fileURLToPath(import.meta.resolve('livekit-client')).replace(
  /[^/]+$/,
  'livekit-client.esm.mjs',
)
const IN_PAGE = fileURLToPath(new URL('in-page.ts', import.meta.url))

const PAGE = `<!doctype html><meta charset="utf-8"><title>client</title>
<script type="importmap">{"imports":{"livekit-client":"/client.mjs"}}</script>
<script type="module" src="/in-page.mjs"></script>`

/** Serves a page that has the real client and what drives it. */
export const serveClientPage = async (host = '127.0.0.1', port = 0) => {
  const scripts: Record<string, string> = {
    '/client.mjs': await readFile(CLIENT, 'utf8'),
    '/in-page.mjs': stripTypeScriptTypes(await readFile(IN_PAGE, 'utf8')),
  }
  const server = createServer(({ url = '/' }, response) => {
    const script = scripts[url]
    response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' })
    response.end(script ?? PAGE)
  })
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
