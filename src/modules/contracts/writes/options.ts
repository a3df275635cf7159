import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { optionalText } from '../../../platform/http/fields.ts'
import { dayField } from '../../../platform/writes/fields.ts'
import type { Write, Written } from '../../../platform/writes/write.ts'
import { addOption, takeOption } from '../actions/register.ts'
import type { Contract } from '../model.ts'
import { listExtensions } from '../store/contracts.ts'
import { contractWrite, no, told } from './contract-write.ts'

const answer = z.object({
  options: z.array(
    z.object({
      number: z.number(),
      untilOn: z.string(),
      takenOn: z.string().nullable(),
      note: z.string(),
    }),
  ),
})

const tell = (ctx: Context, { id }: Contract, isNew: boolean): Promise<Written> =>
  told(ctx, async (db) => ({ options: (await listExtensions(db, id)).get(id) ?? [] }), isNew)

export const optionWrites: readonly Write[] = [
  contractWrite({
    command: 'contracts options add',
    method: 'POST',
    path: 'options',
    audit: 'EXTENSION_AGREED',
    summary: 'Write an option to extend down',
    body: z.object({ untilOn: dayField.describe('it would go on to'), note: optionalText('a note', 1000) }),
    answer,
    example: '{"untilOn":"2030-03-31","note":"One year, by agreement"}',
    write: async (ctx, contract, draft) => {
      const added = await addOption(ctx, contract.id, draft)
      return added.ok ? tell(ctx, contract, true) : no(added)
    },
  }),
  contractWrite({
    command: 'contracts options take',
    method: 'POST',
    path: 'options/taken',
    audit: 'EXTENSION_TAKEN',
    summary: 'Record that an option to extend was taken on a day',
    body: z.object({ number: z.number().int().min(1).max(1_000_000), takenOn: dayField }),
    answer,
    example: '{"number":1,"takenOn":"2026-11-02"}',
    write: async (ctx, contract, { number, takenOn }) => {
      const taken = await takeOption(ctx, contract.id, number, takenOn)
      return taken.ok ? tell(ctx, contract, false) : no(taken)
    },
  }),
]
