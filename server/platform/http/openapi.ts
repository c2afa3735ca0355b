import { z } from 'zod'
import type { RouteSpec } from '#shared/protocol/define.ts'
import { ERROR_STATUS } from '#shared/protocol/errors.ts'

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const parameters = (place: 'path' | 'query', schema: z.ZodObject | undefined) =>
  Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path',
    schema: jsonSchema(z.object({ field }), 'input').properties?.['field'] ?? {},
  }))

const errorReply = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: { code: { type: 'string' }, details: { type: 'object' }, requestId: { type: 'string' } },
      required: ['code', 'requestId'],
    },
  },
}

const operation = (name: string, route: RouteSpec) => {
  const byStatus = Object.groupBy(route.errors, (code) => String(ERROR_STATUS[code]))
  return {
    operationId: name,
    summary: route.summary,
    'x-action': route.action,
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(route.body, 'input') } },
      },
    }),
    responses: {
      200: {
        description: 'OK',
        content: { 'application/json': { schema: jsonSchema(route.reply, 'output') } },
      },
      ...Object.fromEntries(
        Object.entries(byStatus).map(([status, codes]) => [
          status,
          { description: codes?.join(', ') ?? '', content: { 'application/json': { schema: errorReply } } },
        ]),
      ),
    },
  }
}

/** The API as an OpenAPI 3.1 document, made from the same rows that the server registers. */
export const openApiDocument = (routes: Record<string, RouteSpec>, serverUrl: string) => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, route] of Object.entries(routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Fairloom', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: serverUrl }],
    paths,
  }
}
