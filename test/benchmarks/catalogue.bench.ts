import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import { z } from 'zod'
import { openDatabase } from '#server/platform/database/database.ts'
import { runPrepared } from '#server/platform/database/prepared.ts'
import { createLog } from '#server/platform/log.ts'
import { completeSearchIndex } from '#server/search/index.ts'
import { productPageSql } from '#server/search/product-sql.ts'
import { tsqueryOf, typedWordsSql, type TypedWord } from '#server/search/typed-words.ts'
import { ProductSearch } from '#shared/protocol/search.ts'
import { productFacetsSql } from '#test/support/facet-sql.ts'
import { startRunningFair } from '#test/support/running-fair.ts'
import { insertGoods, searches } from './catalogue/goods.ts'
import { percentile, rounded } from './percentile.ts'

// Search under load: the fair as an operator starts it, readers in this process; then the same answers by SQL alone, from
// this process.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    readers: { type: 'string', default: '20' },
    sizes: { type: 'string', default: '1500,100000' },
    explain: { type: 'boolean', default: false },
  },
})
const readers = z.coerce.number().int().min(1).max(200).parse(values.readers)
const sizes = values.sizes
  .split(',')
  .map((size) => z.coerce.number().int().min(50).max(1_000_000).parse(size))

const STANDS = 24
const POOL = 20
const requestsFor = (products: number) => (products > 10_000 ? 600 : 3000)

/** Durations in ms of `ask` over all queries, by this many readers who each ask again once they are answered. */
const measure = async <Query>(queries: readonly Query[], ask: (query: Query) => Promise<void>) => {
  const durations: number[] = []
  let at = 0
  const reader = async () => {
    for (let query = queries[at++]; query !== undefined; query = queries[at++]) {
      const startedAt = performance.now()
      await ask(query)
      durations.push(performance.now() - startedAt)
    }
  }
  await Promise.all(Array.from({ length: readers }, reader))
  return durations
}

const databaseUrlOf = async (dataDir: string) => {
  const password = (await readFile(path.join(dataDir, 'postgres.secret'), 'utf8')).trim()
  const port = (await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[3]
  return `postgresql://fairloom:${password}@127.0.0.1:${port}/postgres`
}

const dialect = new PgDialect()

/** One search in SQL alone: words, page and counts. */
const bareSearch = (pool: pg.Pool) => {
  const run = (statement: SQL) => runPrepared(pool, statement)
  return async (query: Record<string, string>) => {
    const search = ProductSearch.parse(query)
    const typed = typedWordsSql(search.text)
    const tsquery = typed && tsqueryOf((await run(typed)) as TypedWord[])
    await Promise.all([
      run(productPageSql(search, tsquery, undefined)),
      run(productFacetsSql(search, tsquery)),
    ])
  }
}

const explain = async (pool: pg.Pool, query: Record<string, string>) => {
  const search = ProductSearch.parse(query)
  const typed = typedWordsSql(search.text)
  const run = async (statement: SQL, prefix = '') => {
    const { sql, params } = dialect.sqlToQuery(statement)
    return (await pool.query(prefix + sql, params)).rows
  }
  const tsquery = typed && tsqueryOf((await run(typed)) as TypedWord[])
  const statements = [typed, productPageSql(search, tsquery, undefined), productFacetsSql(search, tsquery)]
  for (const statement of statements.filter((one) => one !== undefined)) {
    const plan = await run(statement, 'explain (analyze, buffers) ')
    console.log(JSON.stringify(query), `\n${plan.map((row) => row['QUERY PLAN']).join('\n')}\n`)
  }
}

const fair = await startRunningFair()
try {
  const { standIds } = await fair.found(STANDS)
  const url = await databaseUrlOf(fair.dataDir)
  const database = openDatabase(url, createLog('error', 'bench'), POOL)
  const cookies = await Promise.all(Array.from({ length: readers }, () => fair.guest()))
  const results = []
  for (const products of sizes) {
    await insertGoods(database.pool, standIds, products)
    await completeSearchIndex(database.db)
    await database.pool.query('vacuum analyze')
    if (values.explain) for (const query of searches(6)) await explain(database.pool, query)
    let reader = 0
    const overHttp = async (query: Record<string, string>) => {
      const cookie = cookies[reader++ % cookies.length] ?? ''
      const response = await fetch(`${fair.url}/api/search/products?${new URLSearchParams(query)}`, {
        headers: { cookie },
      })
      await response.json()
      if (!response.ok) throw new Error(`the fair answered ${response.status}`)
    }
    const bare = bareSearch(database.pool)
    const queries = searches(requestsFor(products))
    // Both warm: plans, caches and compiled code are there before anything counts.
    await measure(queries.slice(0, 200), overHttp)
    await measure(queries.slice(0, 200), bare)
    const http = await measure(queries, overHttp)
    const sql = await measure(queries, bare)
    results.push({
      products,
      p50Ms: rounded(percentile(http, 0.5)),
      p95Ms: rounded(percentile(http, 0.95)),
      sqlP50Ms: rounded(percentile(sql, 0.5)),
      sqlP95Ms: rounded(percentile(sql, 0.95)),
    })
    if (!values.json) console.log(results.at(-1))
  }
  await database.close()
  console.log(JSON.stringify({ sizes: results }))
} finally {
  await fair.stop()
}
process.exit(0)
