import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visitor } from './access.ts'
import type { Answer } from './answer.ts'
import { PUBLIC_CACHE, sendContent } from './send-content.ts'
import type { ServerOptions } from './server.ts'

/** A file name that no header or file system can misread. */
const safeFileName = (name: string): string => name.replaceAll(/[^\w .()-]/g, '_').slice(0, 120)

/** A page without anything of a visitor's own may be packed and kept; others not (a packed secret can be guessed at). */
const sendCached = (request: FastifyRequest, reply: FastifyReply, html: string): FastifyReply => {
  const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`
  reply.header('etag', etag).header('cache-control', PUBLIC_CACHE).header('vary', 'accept-encoding, cookie')
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  reply.type('text/html; charset=utf-8')
  return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    ? reply.header('content-encoding', 'gzip').send(gzipSync(html))
    : reply.send(html)
}

/** Turns a handler's answer into bytes. Pages of signed-in people are never kept by a cache on the way. */
export const sendAnswer = (
  options: Pick<ServerOptions, 'frame'>,
  request: FastifyRequest,
  reply: FastifyReply,
  visitor: Visitor,
  answer: Answer,
): FastifyReply => {
  if (visitor.personId) reply.header('cache-control', 'no-store')
  switch (answer.kind) {
    case 'redirect':
      return reply.redirect(answer.to, 303)
    case 'json':
      return reply
        .code(answer.status)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.body))
    case 'file':
      return reply
        .type(answer.contentType)
        .header('content-disposition', `attachment; filename="${safeFileName(answer.name)}"`)
        .header('x-content-type-options', 'nosniff')
        .send(answer.content)
    case 'content':
      return sendContent(request, reply, answer)
    case 'page': {
      const html = options.frame(answer, {
        visitor,
        path: request.url,
        csrfToken: () => reply.generateCsrf(),
      })
      if (answer.isCached && answer.status === 200 && visitor.personId === null)
        return sendCached(request, reply, html)
      return reply.code(answer.status).type('text/html; charset=utf-8').send(html)
    }
  }
}
