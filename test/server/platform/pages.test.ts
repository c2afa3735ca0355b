import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtPages } from '#server/platform/http/pages.ts'
import { securityHeaders } from '#server/platform/http/security-headers.ts'

const MANIFEST = {
  'index.html': { file: 'assets/index.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js' },
  'fair/hall-page.tsx': {
    file: 'assets/hall-page.js',
    imports: ['_shared.js', '_scene.js'],
    css: ['assets/hall-page.css'],
  },
  '_scene.js': { file: 'assets/scene.js', imports: ['_shared.js'] },
  'files/noto-sans-latin-wght-normal.woff2': { file: 'assets/latin.woff2' },
  'files/noto-sans-cyrillic-wght-normal.woff2': { file: 'assets/cyrillic.woff2' },
}
const SCRIPTS = { 'hall-page.js': 20, 'scene.js': 300, 'shared.js': 10, 'index.js': 90 }

let folder: string
let server: Server
let url: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fairloom-pages-'))
  await mkdir(path.join(folder, '.vite'))
  await writeFile(path.join(folder, '.vite', 'manifest.json'), JSON.stringify(MANIFEST))
  await mkdir(path.join(folder, 'assets'))
  for (const [name, bytes] of Object.entries(SCRIPTS))
    await writeFile(path.join(folder, 'assets', name), ' '.repeat(bytes))
  const scene = ' '.repeat(SCRIPTS['scene.js'])
  await writeFile(path.join(folder, 'assets', 'scene.js.br'), brotliCompressSync(scene))
  await writeFile(path.join(folder, 'index.html'), '<head><title nonce="__NONCE__"></title></head>')
  server = createServer(express().use(securityHeaders([]), builtPages(folder))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

const preloadsAt = async (address: string) =>
  [...(await (await fetch(url + address)).text()).matchAll(/href="([^"]+)"/g)].map(([, href]) => href)

describe('a built page', () => {
  it('names what a hall needs beside the client itself, the largest script first, so that all come at once', async () => {
    expect(await preloadsAt('/halls/hall-a')).toEqual([
      '/assets/scene.js',
      '/assets/hall-page.js',
      '/assets/hall-page.css',
      '/assets/latin.woff2',
    ])
  })
  it('names nothing where a page is small', async () => {
    expect(await preloadsAt('/')).toEqual([])
    expect(await preloadsAt('/plan')).toEqual([])
  })
  it('carries the nonce of its own reply everywhere', async () => {
    const response = await fetch(`${url}/halls/hall-a`)
    const html = await response.text()
    const nonces = new Set([...html.matchAll(/nonce="([^"]*)"/g)].map(([, nonce]) => nonce))
    expect(nonces.size).toBe(1)
    expect(response.headers.get('content-security-policy')).toContain(`'nonce-${[...nonces][0]}'`)
  })
  it('gives its scripts as they were compressed when they were built, and plain to who reads no brotli', async () => {
    const small = await fetch(`${url}/assets/scene.js`, { headers: { 'Accept-Encoding': 'gzip, br' } })
    expect(small.headers.get('content-encoding')).toBe('br')
    expect(await small.text()).toBe(' '.repeat(SCRIPTS['scene.js']))
    const plain = await fetch(`${url}/assets/scene.js`, { headers: { 'Accept-Encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.headers.get('cache-control')).toContain('immutable')
  })
  it('repeats its rules to workers and unknown askers, not to each of its scripts', async () => {
    const rulesFor = async (headers: Record<string, string>) => {
      const response = await fetch(`${url}/assets/scene.js`, { headers })
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      return response.headers.get('content-security-policy')
    }
    expect(await rulesFor({ 'Sec-Fetch-Dest': 'script' })).toBeNull()
    expect(await rulesFor({ 'Sec-Fetch-Dest': 'worker' })).toContain("default-src 'self'")
    expect(await rulesFor({})).toContain("default-src 'self'")
  })
  it('is not what answers for a missing file', async () => {
    const missing = await fetch(`${url}/assets/absent.js`)
    expect(missing.status).not.toBe(200)
  })
})
