import type { PageRoute } from '../../../platform/http/route.ts'

/** What the rows of this module share: whoever may read, whoever may plan, and the address of one purchase. */
export const read = (path: string, page: string, audit: string, handle: PageRoute['handle']): PageRoute => ({
  method: 'GET',
  path,
  access: 'procurement.read',
  audit,
  page: `procurement/pages/${page}`,
  handle,
})

export const manage = (
  method: PageRoute['method'],
  path: string,
  page: string,
  audit: string,
  handle: PageRoute['handle'],
): PageRoute => ({ ...read(path, page, audit, handle), method, access: 'procurement.manage' })

export const purchase = '/procurement/purchases/:purchaseId'
