import type { ZodType, z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { asWrite, type Params, type Write, type Written } from '../../../platform/writes/write.ts'
import { purchaseNamed } from '../named-purchase.ts'

export type PlanningRow<Body extends ZodType> = Omit<Write<Body>, 'args' | 'page' | 'access' | 'write'> & {
  readonly access: 'procurement.manage' | 'procurement.approve'
  readonly write: (ctx: Context, purchaseId: string, body: z.output<Body>, params: Params) => Promise<Written>
  /** What the path names below the purchase. */
  readonly args?: Write['args']
}

export const PURCHASES_PATH = '/api/v1/purchases'

/** Something that a program may write of the planning of one purchase; `path` is below the purchase's own. */
export const planningWrite = <Body extends ZodType>({
  path,
  args,
  write,
  ...row
}: PlanningRow<Body>): Write =>
  asWrite({
    ...row,
    path: [PURCHASES_PATH, ':purchaseId', ...(path === '' ? [] : [path])].join('/'),
    args: { purchaseId: { name: 'P-NUMBER', example: 'P-3' }, ...args },
    page: `procurement/planning-writes#${path.replaceAll(/\/:?/g, '-') || 'change'}`,
    write: async (ctx, params, body) =>
      write(ctx, (await purchaseNamed(ctx, params.purchaseId ?? '')).id, body, params),
  })
