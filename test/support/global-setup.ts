import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#server/platform/database/database.ts'
import { startEmbeddedPostgres } from '#server/platform/database/embedded-postgres.ts'
import { migrateDatabase } from '#server/platform/database/migrate.ts'
import { createLog } from '#server/platform/log.ts'
import { openQueue } from '#server/platform/queue.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the run's own PostgreSQL; its database `template` has the newest schema. */
    postgresUrl: string
  }
}

export const TEMPLATE = 'fairloom_template'

const databaseAt = (url: string, name: string) =>
  Object.assign(new URL(url), { pathname: `/${name}` }).toString()

/** One real PostgreSQL for the whole run; each test file clones the template. */
export default async ({ provide }: TestProject) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairloom-test-'))
  const log = createLog('silent', 'test')
  const postgres = await startEmbeddedPostgres(folder, log)
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const template = databaseAt(postgres.url, TEMPLATE)
  const database = openDatabase(template, log, 2)
  await migrateDatabase(database)
  await database.close()
  const queue = await openQueue(template, [], log)
  await queue.close()
  provide('postgresUrl', postgres.url)
  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
