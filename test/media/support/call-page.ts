import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser } from '@playwright/test'
import type { MediaEngine } from '../../../server/live/media/media-engine.ts'
import type { TalkInPage } from './call-in-page.ts'
import { EVERYTHING } from './grants.ts'

const CLIENT_FOLDER = new URL('../../../client/live/', import.meta.url)
const LIBRARIES = fileURLToPath(import.meta.resolve('livekit-client')).replace(/livekit-client\/.*$/, '')

const PAGE = `<!doctype html><meta charset="utf-8"><title>call</title>
<style>body{margin:0;display:grid;grid-template-columns:repeat(5,128px)}video{width:128px;height:72px}</style>
<script type="importmap">{"imports":{
"livekit-client":"/client.mjs","zustand/vanilla":"/zustand.mjs","#client/live/call.ts":"/call.ts"}}</script>
<script type="module" src="/in-page.ts"></script>`

const script = async (file: string | URL) => stripTypeScriptTypes(await readFile(file, 'utf8'))

/** Serves a page that has the project's own call, with its rejoining, and nothing else of the fair. */
export const serveCallPage = async () => {
  const scripts: Record<string, string> = {
    '/client.mjs': await readFile(`${LIBRARIES}livekit-client/dist/livekit-client.esm.mjs`, 'utf8'),
    '/zustand.mjs': await readFile(`${LIBRARIES}zustand/esm/vanilla.mjs`, 'utf8'),
    '/in-page.ts': await script(new URL('call-in-page.ts', import.meta.url)),
  }
  // Whatever the call is made of.
  for (const file of await readdir(CLIENT_FOLDER))
    if (file.endsWith('.ts')) scripts[`/${file}`] = await script(new URL(file, CLIENT_FOLDER))
  const server = createServer(({ url = '/' }, response) => {
    const text = scripts[url]
    response.writeHead(200, { 'content-type': text ? 'text/javascript' : 'text/html' })
    response.end(text ?? PAGE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Somebody in a call, in a browser context of their own; they get a new ticket whenever the call asks for one. */
export const openCall = async (
  browser: Browser,
  url: string,
  engine: MediaEngine,
  room: string,
  identity: string,
) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  page.on('pageerror', (error) => process.stderr.write(`page: ${error.message}\n`))
  await page.exposeFunction('ticket', async () => ({
    url: engine.url,
    token: await engine.mintJoin({ room, identity, name: identity, grant: EVERYTHING }),
    iceServers: [],
    grant: EVERYTHING,
    mayModerate: false,
  }))
  await page.goto(url)
  await page.waitForFunction(() => 'isReady' in globalThis)
  const call = <M extends keyof TalkInPage>(
    method: M,
    ...parameters: Parameters<TalkInPage[M]>
  ): Promise<Awaited<ReturnType<TalkInPage[M]>>> =>
    page.evaluate(
      ([name, given]) => {
        const { talk } = globalThis as unknown as { talk: Record<string, (...all: unknown[]) => unknown> }
        return talk[name]?.(...given)
      },
      [method, parameters] as [string, unknown[]],
    ) as Promise<Awaited<ReturnType<TalkInPage[M]>>>
  await call('start')
  return { identity, page, call, close: () => context.close() }
}

export type Caller = Awaited<ReturnType<typeof openCall>>
