import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visitor } from './access.ts'
import type { Answer } from './answer.ts'
import type { ServerOptions } from './server.ts'

/** A file name that no header or file system can misread. */
const safeFileName = (name: string): string => name.replaceAll(/[^\w .()-]/g, '_').slice(0, 120)

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
    case 'page': {
      const html = options.frame(answer, {
        visitor,
        path: request.url,
        csrfToken: () => reply.generateCsrf(),
      })
      return reply.code(answer.status).type('text/html; charset=utf-8').send(html)
    }
  }
}
