import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'

export const text = z.string()

export const refused = (title: string, code: string): Answer =>
  json({ type: 'about:blank', title, status: 422, code }, 422)

export const idIn = (params: Readonly<Record<string, string>>, name: string): string => {
  const id = params[name] ?? ''
  if (!isId(id)) throw new NotFound()
  return id
}

/** A row for whoever prepares bids of the acting supplier. */
export const own = (facts: Omit<ApiRoute, 'access' | 'page'>): ApiRoute => ({
  ...facts,
  access: 'bids.prepare',
  page: 'bids/api',
})
