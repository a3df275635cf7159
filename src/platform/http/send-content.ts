import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Content } from './answer.ts'

/** Caches on the way ask again after a minute, and mostly hear that nothing has changed. */
export const PUBLIC_CACHE = 'public, max-age=60'

export type ByteRange = { readonly from: number; readonly to: number }

/**
 * The one range a request asks for (RFC 9110, 14.1.2): `bytes=0-99`, `bytes=100-`, `bytes=-100`. `to` is the byte after
 * the last. Null where none is asked for or it is not understood: the whole is sent then. `none` where it lies beyond.
 */
export const readRange = (header: string | undefined, bytes: number): ByteRange | 'none' | null => {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return null
  if (first === '')
    return last === '0' || bytes === 0 ? 'none' : { from: Math.max(0, bytes - Number(last)), to: bytes }
  const [from, to] = [Number(first), last === '' ? bytes : Math.min(bytes, Number(last) + 1)]
  if (last !== '' && Number(last) < from) return null
  return from >= bytes ? 'none' : { from, to }
}

/** Whether one of the tags of `If-None-Match` is this one; weak and strong count the same there (RFC 9110, 13.1.2). */
const isKnown = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)

const rangeOf = (request: FastifyRequest, etag: string, bytes: number | null): ByteRange | 'none' | null => {
  const condition = request.headers['if-range']
  if (bytes === null || (condition !== undefined && condition !== etag)) return null
  return readRange(request.headers.range, bytes)
}

/** Sends published bytes, whole or in part, or says that what the client has still holds. */
export const sendContent = (request: FastifyRequest, reply: FastifyReply, facts: Content): FastifyReply => {
  const { bytes } = facts
  const etag = `"${facts.etag}"`
  reply.header('etag', etag).header('x-content-type-options', 'nosniff')
  if (!reply.getHeader('cache-control')) reply.header('cache-control', PUBLIC_CACHE)
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (bytes !== null) reply.header('accept-ranges', 'bytes')
  const range = rangeOf(request, etag, bytes)
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${bytes}`).send()
  const { from, to } = range ?? { from: 0, to: bytes ?? Number.POSITIVE_INFINITY }
  if (range) reply.code(206).header('content-range', `bytes ${from}-${to - 1}/${bytes}`)
  if (bytes !== null) reply.header('content-length', to - from)
  if (facts.name !== undefined)
    reply.header('content-disposition', `attachment; filename="${facts.name.replaceAll(/[^\w.-]/g, '_')}"`)
  reply.type(facts.contentType)
  return reply.send(request.method === 'HEAD' ? Readable.from([]) : facts.open(from, to))
}
