import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actingAs } from '../context.ts'
import { Forbidden } from '../errors.ts'
import { decideAccess, type Visitor } from './access.ts'
import type { Answer } from './answer.ts'
import type { PageRequest, PageRoute, SessionHandle, Upload } from './route.ts'
import { sendAnswer } from './send-answer.ts'
import type { ServerOptions } from './server.ts'
import { visitorOf } from './visitor.ts'

type Fields = Record<string, string | string[]>

const signInAddress = (request: FastifyRequest): string =>
  request.method === 'GET' ? `/sign-in?next=${encodeURIComponent(request.url)}` : '/sign-in'

const sessionHandle = (request: FastifyRequest): SessionHandle => ({
  begin: async (personId, authorityId) => {
    await request.session.regenerate()
    request.session.personId = personId
    request.session.userAgent = request.headers['user-agent'] ?? ''
    request.session.authorityId = authorityId
  },
  setAuthority: async (authorityId) => {
    request.session.authorityId = authorityId
  },
  end: () => request.session.destroy(),
})

/** Reads the fields that come before the file; the file itself is left to the handler as a stream. */
const readMultipart = async (request: FastifyRequest): Promise<{ fields: Fields; upload: Upload | null }> => {
  const fields: Fields = {}
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      return {
        fields,
        upload: { name: part.filename, content: part.file, wasCut: () => part.file.truncated },
      }
    }
    if (typeof part.value !== 'string') continue
    const before = fields[part.fieldname]
    // Ticked boxes of one name come one by one.
    fields[part.fieldname] = before === undefined ? part.value : [before, part.value].flat()
  }
  return { fields, upload: null }
}

const FOREIGN_FORM =
  'This form was open for too long or came from another site. Go back, reload the page and send it again.'

/** The plugin answers a wrong token by itself; a stand-in for the reply turns that into our own refusal. */
const checkCsrf = (app: FastifyInstance, request: FastifyRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    const refuse = () => reject(new Forbidden(FOREIGN_FORM))
    app.csrfProtection(request, { send: refuse } as never, (error?: Error) => (error ? refuse() : resolve()))
  })

/** Forms hold text; whatever else a program may send is as if it were not there. */
const textsOf = (body: unknown): Fields =>
  Object.fromEntries(
    Object.entries(typeof body === 'object' && body !== null ? body : {}).filter(
      (entry): entry is [string, string | string[]] =>
        typeof entry[1] === 'string' ||
        (Array.isArray(entry[1]) && entry[1].every((item) => typeof item === 'string')),
    ),
  )

const readBody = async (app: FastifyInstance, route: PageRoute, request: FastifyRequest) => {
  if (route.method === 'GET') return { fields: {}, upload: null }
  const { fields, upload } =
    route.takesFile && request.isMultipart()
      ? await readMultipart(request)
      : { fields: textsOf(request.body), upload: null }
  request.body = fields
  await checkCsrf(app, request)
  return { fields, upload }
}

const answerPage = async (
  app: FastifyInstance,
  options: ServerOptions,
  route: PageRoute,
  visitor: Visitor,
  request: FastifyRequest,
): Promise<Answer> => {
  const { fields, upload } = await readBody(app, route, request)
  const actor = visitor.personId
    ? ({ kind: 'person', personId: visitor.personId } as const)
    : ({ kind: 'nobody' } as const)
  const pageRequest: PageRequest = {
    ctx: actingAs(options.services, actor, visitor.authorityId),
    visitor,
    params: request.params as Record<string, string>,
    query: lastOfEach(request.query as Record<string, string | string[]>),
    form: fields,
    upload,
    path: request.url,
    session: sessionHandle(request),
    clientAddress: request.ip,
  }
  try {
    return await route.handle(pageRequest)
  } finally {
    upload?.content.resume()
  }
}

/** A query parameter given twice counts once: the last one. */
const lastOfEach = (query: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? (value.at(-1) ?? '') : value]),
  )

/** Mounts every page of every module: who is it, may they, is the form ours, answer. */
export const mountPages = (app: FastifyInstance, options: ServerOptions): void => {
  for (const route of options.pages) {
    app.route({
      method: route.method,
      url: route.path,
      ...(route.limitPerMinute
        ? { config: { rateLimit: { max: route.limitPerMinute, timeWindow: '1 minute' } } }
        : {}),
      handler: async (request, reply) => {
        const visitor = await visitorOf(options, request)
        const decision = decideAccess(route.access, visitor)
        if (decision === 'sign-in-first') return reply.redirect(signInAddress(request), 303)
        if (decision === 'forbidden') throw new Forbidden('Your role here does not include this page.')
        const answer = await answerPage(app, options, route, visitor, request)
        request.log.info(
          { audit: route.audit, person: visitor.personId, authority: visitor.authorityId },
          'page',
        )
        return sendAnswer(options, request, reply, visitor, answer)
      },
    })
  }
}
