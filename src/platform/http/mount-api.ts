import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodType } from 'zod'
import { actingAs } from '../context.ts'
import { Forbidden } from '../errors.ts'
import { plainIssue } from '../plain-issues.ts'
import { decideAccess, type Visitor } from './access.ts'
import { type Answer, json } from './answer.ts'
import { openApiDocument } from './openapi.ts'
import type { ApiRoute, SessionHandle } from './route.ts'
import { sendAnswer } from './send-answer.ts'
import type { ServerOptions } from './server.ts'
import { visitorOf } from './visitor.ts'

const wrongShape = (where: string, issues: readonly { path: PropertyKey[]; message: string }[]): Answer =>
  json(
    {
      type: 'about:blank',
      title: `The ${where} is not of the form this takes`,
      status: 400,
      errors: issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })),
    },
    400,
  )

const noSession: SessionHandle = {
  begin: async () => undefined,
  setAuthority: async () => undefined,
  end: async () => undefined,
}

const check = (where: string, schema: ZodType | undefined, value: unknown) => {
  if (!schema) return { ok: true as const, value: {} }
  const parsed = schema.safeParse(value ?? {}, { error: plainIssue })
  return parsed.success
    ? { ok: true as const, value: parsed.data }
    : { ok: false as const, answer: wrongShape(where, parsed.error.issues) }
}

const answerApi = async (
  options: ServerOptions,
  route: ApiRoute,
  visitor: Visitor,
  request: FastifyRequest,
): Promise<Answer> => {
  const query = check('query', route.query, request.query)
  if (!query.ok) return query.answer
  const file = route.takesFile ? await request.file() : undefined
  const body = route.takesFile ? { ok: true as const, value: {} } : check('body', route.body, request.body)
  if (!body.ok) return body.answer
  const actor = visitor.personId
    ? ({ kind: 'person', personId: visitor.personId } as const)
    : ({ kind: 'nobody' } as const)
  const answer = route.handle({
    ctx: actingAs(options.services, actor, visitor.authorityId),
    visitor,
    params: request.params as Record<string, string>,
    query: query.value as never,
    body: body.value as never,
    form: {},
    upload: file ? { name: file.filename, content: file.file, wasCut: () => file.file.truncated } : null,
    path: request.url,
    session: noSession,
    clientAddress: request.ip,
  })
  // What a handler did not read is let go, or the caller would wait for ever.
  return answer.finally(() => file?.file.resume())
}

const unauthorised = (reply: FastifyReply): FastifyReply =>
  reply
    .code(401)
    .header('www-authenticate', 'Bearer')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: 'Sign in first',
        status: 401,
        detail: 'Send an API token: Authorization: Bearer …',
      }),
    )

/** Mounts every API route, and the OpenAPI document made from the same rows. */
export const mountApi = (app: FastifyInstance, options: ServerOptions): void => {
  for (const route of options.api) {
    app.route({
      method: route.method,
      url: route.path,
      ...(route.limitPerMinute
        ? { config: { rateLimit: { max: route.limitPerMinute, timeWindow: '1 minute' } } }
        : {}),
      handler: async (request, reply) => {
        const visitor = await visitorOf(options, request)
        const decision = decideAccess(route.access, visitor)
        if (decision === 'sign-in-first') return unauthorised(reply)
        if (decision === 'forbidden') throw new Forbidden('The role behind this token does not include this.')
        // A browser sends its cookie to any site's form; only a token proves that a program meant this change.
        if (route.method !== 'GET' && !request.headers.authorization)
          throw new Forbidden('Changes through the API need an API token.')
        // What anybody may read, the page of any site may show; a browser sends no cookie along with it (Fetch, 3.3.5).
        if (route.method === 'GET' && route.access === 'public')
          reply.header('access-control-allow-origin', '*')
        const answer = await answerApi(options, route, visitor, request)
        request.log.info(
          { audit: route.audit, person: visitor.personId, authority: visitor.authorityId },
          'api',
        )
        return sendAnswer(options, request, reply, visitor, answer)
      },
    })
  }
  const document = openApiDocument(options.api, options.services.siteUrl)
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json').send(JSON.stringify(document)),
  )
}
