import type { PageRoute } from './route.ts'

/** Rows of a table of routes whose pages lie in one folder: method, path, who may, what the log calls it, the page. */
export const pageRows =
  (folder: string) =>
  (
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
    page: `${folder}/${name}`,
    handle,
    ...(limitPerMinute === undefined ? {} : { limitPerMinute }),
  })
