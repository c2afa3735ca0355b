import { createHash } from 'node:crypto'
import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'

const dialect = new PgDialect()

/**
 * Runs a statement under a name made from its text: each connection parses and plans it once, which for a statement of
 * many joins and groups takes longer than running it. Only for statements of few shapes, as every shape stays prepared.
 */
export const runPrepared = async <Row extends pg.QueryResultRow>(
  pool: Pick<pg.Pool, 'query'>,
  statement: SQL,
): Promise<Row[]> => {
  const { sql: text, params: values } = dialect.sqlToQuery(statement)
  const name = createHash('md5').update(text).digest('base64url')
  return (await pool.query<Row>({ name, text, values })).rows
}
