import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDatabase } from '#server/platform/database/database.ts'
import { createLog } from '#server/platform/log.ts'
import { withTestDatabase } from '../../support/test-database.ts'

it('lives on where a connection is ended in the middle of a transaction', async () => {
  const { db, pool, close } = openDatabase(await withTestDatabase(), createLog('silent', 'test'))
  const broken = db.transaction(async (transaction) => {
    const { rows } = await transaction.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    // Nothing is asked meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 100))
    await transaction.execute(sql`select 1`)
  })
  await expect(broken).rejects.toThrow()
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await close()
})
