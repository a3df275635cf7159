import { actingAuthority } from '#identity'
import type { Context } from '../../../platform/context.ts'

/** The context with the organisation it acts for. Throws where it acts for none. */
export const acting = (ctx: Context) => ({ ...ctx, authorityId: actingAuthority(ctx) })
