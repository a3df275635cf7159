import { type Answer, json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'

/** A refusal as problem JSON. */
export const refused = (status: number, refusal: string, title: string, more: object = {}): Answer =>
  json({ type: 'about:blank', title, status, code: refusal, ...more }, status)

/** What every row of this module's API says of itself. */
export const row = (
  method: ApiRoute['method'],
  path: string,
  access: ApiRoute['access'],
  audit: string,
  summary: string,
) => ({
  method,
  path: `/api/v1/measures${path}`,
  access,
  audit,
  page: `measures/api#${audit.toLowerCase().replaceAll('_', '-')}`,
  summary,
})
