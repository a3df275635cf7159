import { type Answer, content } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { readFeed } from '../../store/log.ts'
import { logAsked, readPublic } from './request.ts'

export const FEED_LIMITS = { usual: 100, most: 500 } as const

const wholeNumber = (text: string | undefined, fallback: number, most: number): number => {
  const value = Number(text)
  return text !== undefined && /^\d{1,15}$/.test(text) ? Math.min(value, most) : fallback
}

/**
 * `?after=1042`: the releases after a place in the log. Whoever asks again and again with the cursor of the last answer
 * gets every release once, in order; the answer without releases is the end, for now.
 */
export const get = async (request: Pick<PageRequest, 'ctx' | 'query' | 'path'>): Promise<Answer> => {
  const { query, ctx } = request
  const after = wholeNumber(query.after, 0, Number.MAX_SAFE_INTEGER)
  const limit = Math.max(1, wholeNumber(query.limit, FEED_LIMITS.usual, FEED_LIMITS.most))
  const { of, rows } = await readPublic(request, async (db) => {
    const publisher = await logAsked(db, query)
    const of = publisher?.authorityId ?? null
    return { of, rows: await readFeed(db, of, after, limit) }
  })
  const cursor = rows.at(-1)?.sequence ?? after
  const next = new URLSearchParams({ ...query, after: String(cursor) })
  const head = {
    cursor: String(cursor),
    isEnd: rows.length < limit,
    next: `${ctx.siteUrl}/open-data/ocds/feed?${next}`,
  }
  const text = `${JSON.stringify(head).slice(0, -1)},"releases":[${rows.map((row) => row.text).join(',\n')}]}\n`
  const bytes = Buffer.from(text)
  return content({
    contentType: 'application/json; charset=utf-8',
    etag: `feed-${of ?? 'all'}-${after}-${cursor}-${limit}`,
    bytes: bytes.length,
    open: (from, to) => bytes.subarray(from, to),
  })
}
