import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase, type DatabaseHandle } from '#server/platform/database/database.ts'
import { startEmbeddedPostgres, type RunningPostgres } from '#server/platform/database/embedded-postgres.ts'
import { createLog } from '#server/platform/log.ts'

describe('a process that has loaded the embedded PostgreSQL', () => {
  it('keeps the code with which it ends', () => {
    const file = fileURLToPath(
      new URL('../../../server/platform/database/embedded-postgres.ts', import.meta.url),
    )
    const script = `await import(${JSON.stringify(file)}); process.exitCode = 3`
    expect(spawnSync(process.execPath, ['--input-type=module', '--eval', script]).status).toBe(3)
  })
})

describe('the embedded database server', () => {
  const log = createLog('silent', 'test')
  let folder: string
  let postgres: RunningPostgres
  let database: DatabaseHandle
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fairloom-postgres-'))
    postgres = await startEmbeddedPostgres(folder, log)
    postgres.watch()
    database = openDatabase(postgres.url, log, 2)
  })
  afterAll(async () => {
    await database.close()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const pid = async () =>
    Number((await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
  const names = async () => (await database.pool.query('select name from cloth')).rows

  it('comes back by itself after a SIGKILL, at the same address, with what was committed', async () => {
    await database.pool.query("create table cloth as select 'twill' as name")
    for (let times = 0; times < 2; times++) {
      const killed = await pid()
      process.kill(killed, 'SIGKILL')
      await vi.waitFor(async () => expect(await pid()).not.toBe(killed), { timeout: 25_000, interval: 50 })
      await vi.waitFor(async () => expect(await names()).toEqual([{ name: 'twill' }]), {
        timeout: 25_000,
        interval: 50,
      })
    }
  }, 60_000)
})
