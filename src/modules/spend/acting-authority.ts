import type { OrganisationId } from '#identity'
import type { Context } from '../../platform/context.ts'
import { Forbidden } from '../../platform/errors.ts'

/** The authority a page is about; pages of payments are nobody's without one. */
export const authorityOf = (ctx: Context): OrganisationId => {
  if (ctx.authorityId === null) throw new Forbidden('Choose the organisation you act for first.')
  return ctx.authorityId as OrganisationId
}
