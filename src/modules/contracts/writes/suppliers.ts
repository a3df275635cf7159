import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import type { Write, Written } from '../../../platform/writes/write.ts'
import { confirmHandover } from '../actions/handovers.ts'
import { addSubContractor, endSubContractor } from '../actions/sub-contractors.ts'
import type { Contract } from '../model.ts'
import { inTiers } from '../rules/sub-contractors.ts'
import { findHandover } from '../store/handovers.ts'
import { listSubContractors } from '../store/sub-contractors.ts'
import { contractWrite, idIn, noLife, oneOf, pence, told } from './contract-write.ts'

const answer = z.object({
  subContractors: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      tier: z.number().describe('1 works for the supplier, 2 for one of those'),
      leftOn: z.string().nullable(),
    }),
  ),
})

const tell = (ctx: Context, { id }: Contract, isNew: boolean): Promise<Written> =>
  told(ctx, async (db) => ({ subContractors: inTiers(await listSubContractors(db, id)) }), isNew)

const side = z.object({ at: z.string(), person: z.string() }).nullable()

export const supplierWrites: readonly Write[] = [
  contractWrite({
    command: 'contracts sub-contractors add',
    method: 'POST',
    path: 'sub-contractors',
    audit: 'SUB_CONTRACTOR_RECORDED',
    summary: 'Write a sub-contractor down, under the supplier or under another sub-contractor',
    body: z.object({
      name: textField('the name of the sub-contractor', 300),
      number: optionalText('a number', 60).describe('of a company or charity'),
      work: textField('what it does', 500),
      valuePence: pence,
      above: oneOf.describe('the id of the sub-contractor it works for; null for the supplier itself'),
    }),
    answer,
    example: '{"name":"Elm Grounds Ltd","work":"Cuts verges","valuePence":1200000}',
    write: async (ctx, contract, draft) => {
      const added = await addSubContractor(ctx, contract.id, draft)
      return added.ok ? tell(ctx, contract, true) : noLife(added)
    },
  }),
  contractWrite({
    command: 'contracts sub-contractors leave',
    method: 'POST',
    path: 'sub-contractors/:subContractorId/left',
    args: { subContractorId: { name: 'SUB-CONTRACTOR-ID', example: '0199a1d2-…' } },
    audit: 'SUB_CONTRACTOR_LEFT',
    summary: 'Write down that a sub-contractor has left today; what it did stays',
    body: z.object({}),
    answer,
    example: '{}',
    write: async (ctx, contract, _body, params) => {
      await endSubContractor(ctx, contract.id, idIn(params, 'subContractorId'))
      return tell(ctx, contract, false)
    },
  }),
  contractWrite({
    command: 'contracts handover confirm',
    method: 'POST',
    path: 'handover',
    audit: 'HANDOVER_CONFIRMED',
    summary: 'Confirm for the council that the contract begins with what the award promised',
    body: z.object({}),
    answer: z.object({ council: side, supplier: side }),
    example: '{}',
    write: async (ctx, contract) => {
      const confirmed = await confirmHandover(ctx, contract.id)
      if (!confirmed.ok) return noLife(confirmed)
      return told(ctx, async (db) => {
        const handover = await findHandover(db, contract.id)
        return { council: handover?.council ?? null, supplier: handover?.supplier ?? null }
      })
    },
  }),
]
