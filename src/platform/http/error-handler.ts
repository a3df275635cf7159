import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { h } from 'preact'
import { Conflict, Forbidden, NotFound, Unusable } from '../errors.ts'
import { nobody, type Visitor } from './access.ts'
import { page } from './answer.ts'
import { sendAnswer } from './send-answer.ts'
import type { ServerOptions } from './server.ts'
import { visitorOf } from './visitor.ts'

type Problem = { readonly status: number; readonly title: string; readonly detail: string }

const NOT_FOUND: Problem = {
  status: 404,
  title: 'Page not found',
  detail:
    'Nothing is at this address. If you typed it, check it is right; if you pasted it, check you copied all of it.',
}

const problemOf = (error: FastifyError): Problem => {
  if (error instanceof NotFound) return { ...NOT_FOUND, detail: error.message || NOT_FOUND.detail }
  if (error instanceof Forbidden) return { status: 403, title: 'You cannot do this', detail: error.message }
  if (error instanceof Conflict)
    return { status: 409, title: 'Somebody else changed this', detail: error.message }
  if (error instanceof Unusable) return { status: 400, title: 'This cannot be used', detail: error.message }
  if (error.statusCode === 429)
    return { status: 429, title: 'Too many requests', detail: 'Wait a minute and try again.' }
  if (error.statusCode === 413)
    return { status: 413, title: 'Too large', detail: 'What was sent is larger than this page takes.' }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return {
      status: error.statusCode,
      title: 'This was not understood',
      detail: 'The request was not of a form this page takes.',
    }
  }
  return {
    status: 500,
    title: 'Something went wrong',
    detail: 'The fault is ours and has been recorded. Nothing you sent was half saved. Try again later.',
  }
}

const wantsJson = (request: FastifyRequest): boolean => request.url.startsWith('/api')

const sendProblem = async (
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
) => {
  if (wantsJson(request)) {
    const body = {
      type: 'about:blank',
      title: problem.title,
      status: problem.status,
      detail: problem.detail,
      instance: request.id,
    }
    return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(body))
  }
  const visitor: Visitor = await visitorOf(options, request).catch(() => nobody)
  const body = [
    h('h1', {}, problem.title),
    h('p', {}, problem.detail),
    problem.status >= 500 &&
      h('p', { class: 'gt-basis' }, `If you ask for help, give this reference: ${request.id}`),
  ]
  return sendAnswer(options, request, reply, visitor, page(problem.title, body, { status: problem.status }))
}

/** The one place where an error becomes words. A bug is logged once, with the request's id and no stack on the page. */
export const handleErrors = (app: FastifyInstance, options: ServerOptions): void => {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500)
      request.log.error({ request: request.id, route: request.routeOptions.url, error: error.stack }, 'fault')
    return sendProblem(options, request, reply, problem)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(options, request, reply, NOT_FOUND))
}
