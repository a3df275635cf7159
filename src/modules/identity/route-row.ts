import type { PageRoute } from '../../platform/http/route.ts'

/** A row: method, path, who may, what the log calls it, the page. */
export const row = (
  method: PageRoute['method'],
  path: string,
  access: PageRoute['access'],
  audit: string,
  name: string,
  handle: PageRoute['handle'],
  limitPerMinute?: number,
): PageRoute => ({
  method,
  path,
  access,
  audit,
  page: `identity/pages/${name}`,
  handle,
  ...(limitPerMinute === undefined ? {} : { limitPerMinute }),
})
