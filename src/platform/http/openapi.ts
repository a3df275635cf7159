import { type ZodType, z } from 'zod'
import type { ApiRoute } from './route.ts'

type JsonObject = Record<string, unknown>

const schemaOf = (schema: ZodType): JsonObject =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' }) as JsonObject

const parametersOf = (route: ApiRoute): JsonObject[] => {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  if (!route.query) return inPath
  const { properties = {}, required = [] } = schemaOf(route.query) as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  return [...inPath, ...inQuery]
}

const bodyOf = (route: ApiRoute): JsonObject => {
  if (route.takesFile) {
    const file = {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } }
  }
  return route.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } } }
    : {}
}

const operationOf = (route: ApiRoute): JsonObject => ({
  operationId: route.page.replaceAll(/[^\w]+/g, '_'),
  summary: route.summary,
  ...(route.access === 'public' ? { security: [] } : {}),
  parameters: parametersOf(route),
  ...bodyOf(route),
  responses: {
    200: { description: 'The answer', content: { 'application/json': { schema: schemaOf(route.answer) } } },
    default: {
      description: 'What went wrong, as problem details (RFC 9457)',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
})

/** The OpenAPI 3.1 document, made from the same rows that serve the API. */
export const openApiDocument = (routes: readonly ApiRoute[], siteUrl: string): JsonObject => {
  const paths: Record<string, JsonObject> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Goldthread', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: siteUrl }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
          },
          required: ['title', 'status'],
        },
      },
    },
  }
}
