import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChatLink } from '#client/net/chat-link.ts'
import { assetRoutes, UPLOAD_PATH } from '#shared/protocol/assets.ts'
import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { seededRandom } from '#test/benchmarks/presence/walkers.ts'
import { foundMill } from '../support/mill.ts'
import { nodeChatWire, readRoom } from '../support/node-chat-wire.ts'
import { twillDraft } from '../support/products.ts'
import { startRunningFair, type RunningFair } from '../support/running-fair.ts'
import { smallModel } from './small-model.ts'

const KILLS = 20
const WRITERS = 3
const MOST_UNSENT = 20

const encoded = (text: string) => Buffer.from(text).toString('base64')

describe('kill -9 of the web process', () => {
  let fair: RunningFair
  beforeAll(async () => {
    fair = await startRunningFair()
  }, 90_000)
  afterAll(() => fair.stop())

  /** Repeats until the server acknowledges, as a client does whose line is gone for a moment. */
  const insist = async <T>(attempt: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await attempt()
      } catch {
        await fair.ready()
      }
    }
  }

  /** A resumable upload in two pieces; resolves with its id once all of it is acknowledged. */
  const upload = async (cookie: string, productId: string, bytes: Uint8Array<ArrayBuffer>) => {
    const tus = { cookie, 'Tus-Resumable': '1.0.0' }
    const metadata = `productId ${encoded(productId)},fileName ${encoded('cloth.glb')}`
    const location = await insist(async () => {
      const response = await fetch(`${fair.url}${UPLOAD_PATH}`, {
        method: 'POST',
        headers: { ...tus, 'Upload-Length': String(bytes.length), 'Upload-Metadata': metadata },
      })
      if (response.status !== 201) throw new Error(`creation answered ${response.status}`)
      return response.headers.get('location') ?? ''
    })
    const url = new URL(location, fair.url)
    return insist(async () => {
      const head = await fetch(url, { method: 'HEAD', headers: tus })
      if (!head.ok) throw new Error(`HEAD answered ${head.status}`)
      let offset = Number(head.headers.get('upload-offset'))
      while (offset < bytes.length) {
        const end = Math.min(bytes.length, offset + Math.ceil(bytes.length / 2))
        const response = await fetch(url, {
          method: 'PATCH',
          headers: {
            ...tus,
            'Upload-Offset': String(offset),
            'Content-Type': 'application/offset+octet-stream',
          },
          body: bytes.subarray(offset, end),
        })
        if (response.status !== 204) throw new Error(`PATCH answered ${response.status}`)
        offset = end
      }
      return url.pathname.split('/').at(-1) ?? ''
    })
  }

  it(
    'loses and doubles nothing that was acknowledged, and publishes nothing by half',
    { timeout: 180_000 },
    async () => {
      const random = seededRandom(20_261_124)
      const { organiser, exhibitor, api, standId, companyId, productId } = await foundMill(fair)
      const model = await smallModel()

      let over = false
      const sent: string[] = []
      const writers = await Promise.all(
        Array.from({ length: WRITERS }, async (_, at) => {
          const wire = nodeChatWire(fair.url, await fair.guest())
          const link = createChatLink({
            roomId: standId,
            wire,
            outbox: { load: () => [], save: () => undefined },
          })
          const write = async () => {
            for (let count = 0; !over; await pause(40)) {
              // A person stops writing when nothing goes through; without this a slow machine only piles up work.
              if (link.state().pending.length >= MOST_UNSENT) continue
              sent.push(`${at}: ${count}`)
              link.send(`${at}: ${count}`)
              count++
            }
          }
          return { link, wire, done: write() }
        }),
      )
      const uploaded: string[] = []
      const uploading = (async () => {
        while (!over) {
          uploaded.push(await upload(exhibitor, productId, model))
          await pause(300)
        }
      })()
      const created: string[] = []
      let published = false
      const publishing = (async () => {
        while (!over) {
          const id = crypto.randomUUID()
          await insist(() =>
            api(catalogueRoutes.createProduct, { params: { companyId }, body: { ...twillDraft(), id } }),
          )
          created.push(id)
          published = !published
          await insist(() =>
            api(catalogueRoutes.publishProduct, { params: { productId }, body: { published } }),
          )
          await pause(50)
        }
      })()

      for (let kill = 0; kill < KILLS; kill++) {
        // The moment of each kill; from within a request's first byte to long after its answer.
        await pause(random() * 500)
        await fair.killWeb()
        await fair.ready()
      }
      over = true
      await Promise.all([uploading, publishing, ...writers.map(({ done }) => done)])
      await expect
        .poll(() => writers.flatMap(({ link }) => link.state().pending), { timeout: 30_000 })
        .toEqual([])
      for (const { link, wire } of writers) {
        link.close()
        wire.close()
      }

      const stored = await readRoom(fair.url, organiser, standId)
      expect(stored.map(({ text }) => text).toSorted()).toEqual(sent.toSorted())
      expect(stored.map(({ seq }) => seq)).toEqual(sent.map((_, at) => at + 1))

      const { products } = await api(catalogueRoutes.getCompany, { params: { companyId } })
      expect(products.map(({ id }) => id).toSorted()).toEqual([productId, ...created].toSorted())
      expect(products.find(({ id }) => id === productId)?.published).toBe(published)

      const versions = async () => (await api(assetRoutes.listAssets, { params: { productId } })).versions
      await expect
        .poll(async () => (await versions()).filter(({ status }) => status.state !== 'ready'), {
          timeout: 60_000,
          interval: 200,
        })
        .toEqual([])
      const all = await versions()
      for (const id of uploaded) expect(all.filter((version) => version.id === id)).toHaveLength(1)
      expect(all.filter(({ current }) => current)).toHaveLength(1)
      const shown = (await api(catalogueRoutes.getProduct, { params: { productId } })).variants
      expect(shown.length).toBeGreaterThan(0)
      for (const { url, bytes } of shown) {
        const media = await fetch(`${fair.url}${url}`)
        expect((await media.arrayBuffer()).byteLength).toBe(bytes)
      }
    },
  )
})
