import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { TEMPLATE } from './global-setup.ts'

const inDatabase = async (url: string, statement: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A fresh database with the newest schema; `drop` when done. */
export const createTestDatabase = async (): Promise<{ url: string; drop(): Promise<void> }> => {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await inDatabase(server, `create database ${name} template ${TEMPLATE}`)
  return {
    url: Object.assign(new URL(server), { pathname: `/${name}` }).toString(),
    drop: () => inDatabase(server, `drop database if exists ${name} with (force)`),
  }
}

/** The same, dropped by itself at the end of the test. */
export const withTestDatabase = async (): Promise<string> => {
  const database = await createTestDatabase()
  onTestFinished(database.drop)
  return database.url
}
