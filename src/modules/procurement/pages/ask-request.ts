import { z } from 'zod'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { ASK_LIMITS } from '../model/ask.ts'
import { purchasePath } from '../paths.ts'
import { type AskSeen, readAsk } from '../read-ask.ts'
import type { ProcurementTables } from '../tables.ts'

export const askPath = (purchaseId: string, part?: string): string =>
  purchasePath(purchaseId, part === undefined ? 'ask' : `ask/${part}`)

/** The id of the purchase in an address. Throws NotFound for what can be none. */
export const purchaseIdOf = ({ params: { purchaseId = '' } }: Pick<PageRequest, 'params'>): string => {
  if (!isId(purchaseId)) throw new NotFound('There is no such purchase.')
  return purchaseId
}

export const seeAsk = (request: PageRequest): Promise<AskSeen> =>
  inReading(request.ctx, (db: Reader<ProcurementTables>) =>
    readAsk(db, purchaseIdOf(request), today(request.ctx)),
  )

export const shortText = (what: string, most: number) =>
  z
    .string({ error: `Enter ${what}` })
    .trim()
    .min(1, `Enter ${what}`)
    .max(most, `Enter ${what} of at most ${most} characters`)
    .refine((text) => !text.includes('\0'), `Enter ${what} without odd characters`)

export const openText = (what: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `Enter ${what} of at most ${most} characters`)
    .refine((text) => !text.includes('\0'), `Enter ${what} without odd characters`)
    .default('')

/** Fields of every form that changes an ask: which revision was seen, why, and the note that it came from. */
export const because = {
  seen: z.coerce.number().int().min(0).default(0),
  because: shortText('why the ask is changed', ASK_LIMITS.reason),
  noteId: z
    .string()
    .default('')
    .transform((id) => (isId(id) ? id : null)),
}

export type TypedBecause = { readonly seen: number; readonly because: string; readonly noteId: string }

export const typedBecause = (
  form: PageRequest['form'] | null,
  { revision }: AskSeen,
  noteId = '',
): TypedBecause => ({
  seen: form ? Number(typed(form, 'seen')) || 0 : (revision?.revision ?? 0),
  because: form ? typed(form, 'because') : revision ? '' : 'First draft',
  noteId: form ? typed(form, 'noteId') : noteId,
})

export const listOf = (form: PageRequest['form'], name: string): string[] => {
  const value = form[name]
  return value === undefined ? [] : [value].flat()
}
