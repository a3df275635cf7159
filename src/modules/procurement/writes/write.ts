import type { ZodType, z } from 'zod'
import type { Context } from '../../../platform/context.ts'

/** What came of a write: what is told of it afterwards, or the code of the refusal with its sentence. */
export type Written =
  | { readonly ok: true; readonly value: object; readonly isNew?: boolean }
  | { readonly ok: false; readonly refusal: string; readonly detail: string }

/**
 * One thing that a program may write of the planning of a purchase. The API has a route for each and the command line
 * a command, both over the actions that the pages call, so that none of them can do more or less than the others.
 */
export type PlanningWrite<Body extends ZodType = ZodType> = {
  /** The words after `goldthread`. */
  readonly command: string
  readonly method: 'POST' | 'PUT'
  /** Below the address of the purchase. */
  readonly path: string
  readonly access: 'procurement.manage' | 'procurement.approve'
  readonly audit: string
  readonly summary: string
  readonly limitPerMinute?: number
  readonly body: Body
  readonly answer: ZodType
  /** A body that serves, as JSON on one line. */
  readonly example: string
  /** Throws NotFound where there is no such purchase. */
  readonly write: (ctx: Context, purchaseId: string, body: z.output<Body>) => Promise<Written>
}

/** Keeps the type of the body between its schema and `write`, then forgets it for the list. */
export const planningWrite = <Body extends ZodType>(row: PlanningWrite<Body>): PlanningWrite =>
  row as unknown as PlanningWrite

export const refused = (refusal: string, detail: string): Written => ({ ok: false, refusal, detail })
