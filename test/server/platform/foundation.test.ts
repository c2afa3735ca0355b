import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDiskBlobStore } from '#server/platform/blob-store.ts'
import { readConfig } from '#server/platform/config.ts'
import { DataFolderInUse, lockDataFolder } from '#server/platform/data-lock.ts'
import { openDatabase } from '#server/platform/database/database.ts'
import { createLog } from '#server/platform/log.ts'
import { openQueue } from '#server/platform/queue.ts'
import { withTestDatabase } from '../../support/test-database.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fairloom-platform-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('configuration', () => {
  it('names every wrong variable', () => {
    const wrong = { PORT: 'many', FAIRLOOM_DEMO: 'perhaps', DATABASE_URL: 'http://x', LOG_LEVEL: 'loud' }
    for (const name of Object.keys(wrong))
      expect(() => readConfig(wrong)).toThrow(new RegExp(`^  ${name}=`, 'm'))
  })
  it('makes no demo fair by itself on an address that others can reach', () => {
    expect(readConfig({}).demo).toBe(true)
    expect(readConfig({ HOST: '0.0.0.0' }).demo).toBe(false)
  })
})

describe('the lock on a data folder', () => {
  it('refuses a second holder, and is free after a SIGKILL of the first', async () => {
    const module = fileURLToPath(new URL('../../../server/platform/data-lock.ts', import.meta.url))
    const holder = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      `const { lockDataFolder } = await import(${JSON.stringify(module)})
       await lockDataFolder(${JSON.stringify(folder)})
       console.log('held')
       setInterval(() => undefined, 1000)`,
    ])
    await once(holder.stdout, 'data')
    await expect(lockDataFolder(folder)).rejects.toThrow(DataFolderInUse)
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const lock = await lockDataFolder(folder)
    await lock.release()
  })
})

describe('the blob store', () => {
  it('names a blob by its bytes and keeps it once', async () => {
    const root = path.join(folder, 'blobs')
    const blobs = await createDiskBlobStore(root)
    const [first, second] = [await blobs.put(Buffer.from('cloth')), await blobs.put(Buffer.from('cloth'))]
    expect(second).toEqual(first)
    expect(await Readable.from(blobs.read(first.sha256)).toArray()).toEqual([Buffer.from('cloth')])
    expect(await readdir(path.join(root, 'incoming'))).toEqual([])
  })
  it('leaves nothing behind a write that failed', async () => {
    const root = path.join(folder, 'broken')
    const blobs = await createDiskBlobStore(root)
    await expect(blobs.putFile(path.join(folder, 'absent'))).rejects.toThrow('ENOENT')
    expect(await readdir(path.join(root, 'incoming'))).toEqual([])
    expect(await readdir(root)).toEqual(['incoming'])
  })
})

describe('the queue', () => {
  it('has a job exactly if the transaction beside it was committed', async () => {
    const url = await withTestDatabase()
    const log = createLog('silent', 'test')
    const database = openDatabase(url, log, 2)
    const queue = await openQueue(url, ['trial'], log)
    const add = (job: string, fail: boolean) =>
      database.db.transaction(async (transaction) => {
        await queue.add(transaction, 'trial', { job })
        if (fail) throw new Error('rolled back')
      })
    await expect(add('lost', true)).rejects.toThrow('rolled back')
    await add('kept', false)
    const done: unknown[] = []
    await new Promise<void>((resolve) => {
      void queue.work('trial', async (data) => {
        done.push(data)
        resolve()
      })
    })
    expect(done).toEqual([{ job: 'kept' }])
    await queue.close()
    await database.close()
  })
})
