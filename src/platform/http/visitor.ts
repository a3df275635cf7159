import type { FastifyRequest } from 'fastify'
import type { Visitor } from './access.ts'
import type { ServerOptions } from './server.ts'

const BEARER = /^Bearer ([\w-]{20,200})$/

/** Tokens are for programs: on pages they count for nothing, so that a narrow one cannot reach the account. */
const tokenOf = (request: FastifyRequest): string | null =>
  request.url.startsWith('/api') ? (BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null) : null

const known = new WeakMap<FastifyRequest, Promise<Visitor>>()

/** Who sent a request; looked up once a request. */
export const visitorOf = (options: ServerOptions, request: FastifyRequest): Promise<Visitor> => {
  const found = known.get(request)
  if (found) return found
  const visitor = options.identify(options.services, {
    personId: request.session.personId ?? null,
    authorityId: request.session.authorityId ?? null,
    bearerToken: tokenOf(request),
  })
  known.set(request, visitor)
  return visitor
}
