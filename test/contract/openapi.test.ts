import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ERROR_STATUS } from '#shared/protocol/errors.ts'
import type { RouteSpec } from '#shared/protocol/define.ts'
import { routes } from '#shared/protocol/index.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const
const Schema = z.record(z.string(), z.unknown())
const Content = z.object({ 'application/json': z.object({ schema: Schema }) })
const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  schema: Schema,
})
const Operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  parameters: z.array(Parameter),
  requestBody: z.object({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^\d{3}$/),
    z.object({ description: z.string().min(1), content: Content }),
  ),
})
/** What OpenAPI 3.1 asks of a document, as far as this one uses it. */
const Document = z.object({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.url() })),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(METHODS), Operation)),
})

const methodOf = ({ method }: RouteSpec) => method.toLowerCase() as (typeof METHODS)[number]

describe('the API document', () => {
  let app: TestApp
  let document: z.infer<typeof Document>
  beforeAll(async () => {
    app = await startTestApp()
    document = Document.parse(await (await fetch(`${app.url}/api/openapi.json`)).json())
  })
  afterAll(() => app.stop())

  it.each(Object.entries(routes))('[AU6] describes %s as its row says', (name, row) => {
    const route: RouteSpec = row
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    const operation = document.paths[path]?.[methodOf(route)]
    expect(operation).toMatchObject({ operationId: name, summary: route.summary })
    const inPath = operation?.parameters.filter((one) => one.in === 'path').map((one) => one.name) ?? []
    expect(inPath.toSorted()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key).toSorted())
    expect(operation?.parameters.every((one) => one.in === 'query' || one.required)).toBe(true)
    expect(operation?.requestBody !== undefined).toBe(route.body !== undefined)
    const statuses = new Set(['200', ...route.errors.map((code) => String(ERROR_STATUS[code]))])
    expect(new Set(Object.keys(operation?.responses ?? {}))).toEqual(statuses)
  })

  it('names every operation once, and lists nothing that no row names', () => {
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((operation) => operation?.operationId),
    )
    expect(ids.toSorted()).toEqual(Object.keys(routes).toSorted())
  })
})
