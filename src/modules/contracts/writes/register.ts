import { z } from 'zod'
import { type Context, today } from '../../../platform/context.ts'
import { LARGEST_FILE } from '../../../platform/uploads/file-kinds.ts'
import { dayField } from '../../../platform/writes/fields.ts'
import { asWrite, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { setCodeFacts } from '../actions/code-facts.ts'
import { addEvidence } from '../actions/evidence.ts'
import { changeContract, recordContract } from '../actions/register.ts'
import { contractFields, supplierNumberOf } from '../contract-fields.ts'
import { evidenceSentence } from '../messages.ts'
import { INVITATIONS } from '../model/code-facts.ts'
import type { ContractText } from '../model.ts'
import { readContract } from '../read-contract.ts'
import { contractJson } from '../report.ts'
import { readCodeFacts } from '../store/code-facts.ts'
import { listEvidence } from '../store/deliveries.ts'
import {
  CONTRACT_PATH,
  contractOfPath,
  contractWrite,
  idIn,
  no,
  pageOfWrite,
  pence,
  told,
} from './contract-write.ts'

const contract = z.object({
  ...contractFields,
  valuePence: pence.describe('without VAT, over the whole term without extensions'),
  startsOn: dayField.nullable().default(null),
  endsOn: dayField.nullable().default(null).describe('without extensions; null for one that rolls on'),
  cpv: z
    .array(z.string().regex(/^\d{8}$/, 'Enter a CPV code as eight digits'))
    .max(40)
    .default([]),
})

const textOf = ({ companyNumber, charityNumber, ...text }: z.output<typeof contract>): ContractText => ({
  ...text,
  supplierNumber: supplierNumberOf({ companyNumber, charityNumber }),
  cpv: [...new Set(text.cpv)],
})

const contractAnswer = z.looseObject({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  supplier: z.object({ name: z.string(), scheme: z.string().nullable(), number: z.string().nullable() }),
})

const tellContract = (ctx: Context, id: string, isNew = false): Promise<Written> =>
  told(ctx, async (db) => contractJson(await readContract(db, id, today(ctx))), isNew)

export const codeFacts = z.object({
  irrecoverableVatPence: pence.describe('VAT that the council cannot recover'),
  invitation: z
    .enum(INVITATIONS)
    .nullable()
    .default(null)
    .describe('by an invitation to quote, a published one to tender, or none'),
  isSme: z.boolean().nullable().default(null),
  isVcse: z.boolean().nullable().default(null),
})

const example =
  '{"reference":"NC-0042","title":"Grounds maintenance","supplierName":"Fenwick Grounds Ltd","valuePence":12000000,"startsOn":"2026-12-01","endsOn":"2029-11-30","cpv":["77310000"]}'

const addWrite = asWrite({
  command: 'contracts add',
  method: 'POST',
  path: '/api/v1/contracts',
  access: 'contracts.manage',
  audit: 'CONTRACT_RECORDED',
  page: pageOfWrite('contracts add'),
  summary: 'Write a contract down in the register',
  body: contract,
  answer: contractAnswer,
  example,
  write: async (ctx, _params, body) => {
    const added = await recordContract(ctx, textOf(body))
    return added.ok ? tellContract(ctx, added.value, true) : no(added)
  },
})

const evidenceWrite = asWrite({
  command: 'contracts evidence add',
  method: 'POST',
  path: '/api/v1/deliveries/:deliveryId/evidence',
  args: { deliveryId: { name: 'DELIVERY-ID', example: '0199a1d2-…' } },
  access: 'contracts.manage',
  audit: 'EVIDENCE_ADDED',
  page: pageOfWrite('contracts evidence add'),
  summary:
    'Add a file as evidence for a delivery; pictures are written anew, without what cameras write into them',
  takesFile: LARGEST_FILE,
  body: z.object({}),
  answer: z.object({
    evidenceId: z.string(),
    fileName: z.string(),
    bytes: z.number(),
    sha256: z.string().describe('of the file as it is kept, which is not the picture as it was sent'),
    placeTakenOut: z.boolean().describe('whether the picture told where or with what it was taken'),
  }),
  example: '{}',
  write: async (ctx, params, _body, file) => {
    const deliveryId = idIn(params, 'deliveryId')
    if (!file) return refused('no-file', 'Send a file.')
    const added = await addEvidence(ctx, deliveryId, file)
    if (!added.ok) return refused(added.refusal, `${evidenceSentence(added.refusal)}.`)
    return told(
      ctx,
      async (db) => {
        const one = (await listEvidence(db, deliveryId)).find(({ id }) => id === added.value)
        return {
          evidenceId: added.value,
          fileName: one?.fileName,
          bytes: one?.bytes,
          sha256: one?.fileHash,
          placeTakenOut: one?.hadMetadata,
        }
      },
      true,
    )
  },
})

export const registerWrites: readonly Write[] = [
  addWrite,
  asWrite({
    command: 'contracts change',
    method: 'PUT',
    path: CONTRACT_PATH,
    args: { contractId: { name: 'REFERENCE', example: 'NC-0002' } },
    access: 'contracts.manage',
    audit: 'CONTRACT_CHANGED',
    page: pageOfWrite('contracts change'),
    summary: 'Say anew what the register says of a contract; what is left out is emptied',
    body: contract,
    answer: contractAnswer,
    example,
    write: async (ctx, params, body) => {
      const { id } = await contractOfPath(ctx, params)
      const changed = await changeContract(ctx, id, textOf(body))
      return changed.ok ? tellContract(ctx, id) : no(changed)
    },
  }),
  contractWrite({
    command: 'contracts transparency set',
    method: 'PUT',
    path: 'transparency',
    audit: 'CODE_FACTS_RECORDED',
    summary: 'Write down what the Transparency Code asks of a contract; what is left out is not said',
    body: codeFacts,
    answer: codeFacts,
    example: '{"irrecoverableVatPence":0,"invitation":"tender","isSme":true,"isVcse":false}',
    write: async (ctx, { id }, facts) => {
      await setCodeFacts(ctx, id, facts)
      return told(ctx, (db) => readCodeFacts(db, id))
    },
  }),
  evidenceWrite,
]
