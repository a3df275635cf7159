import { z } from 'zod'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { inReading } from '../../../platform/reading.ts'
import { dayField } from '../../../platform/writes/fields.ts'
import { type Params, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import {
  approveAdjustment,
  dropAdjustment,
  makeAdjustment,
  proposeAdjustment,
} from '../actions/adjustments.ts'
import { replacementOf } from '../commitment-text.ts'
import { refusalSentence } from '../messages.ts'
import { CHANGE_QUESTIONS, WAYS } from '../model/life.ts'
import type { Commitment, Contract } from '../model.ts'
import { changeAnswer, changeJson, readChange } from '../read-change.ts'
import { getAdjustment } from '../store/adjustments.ts'
import { getCommitment } from '../store/commitments.ts'
import type { ContractsTables } from '../tables.ts'
import { amount, contractWrite, figure, idIn, noLife, oneOf, pence, told } from './contract-write.ts'

const args = { adjustmentId: { name: 'CHANGE-ID', example: '0199a1d2-…' } } as const
const one = 'changes/:adjustmentId'

const tell = (ctx: Context, contract: Contract, id: string, isNew = false): Promise<Written> =>
  told(ctx, async (db) => changeJson(await readChange(db, contract.id, id, today(ctx))), isNew)

/** The change that a path names, of this contract. Throws NotFound. */
const changeOf = async (ctx: Context, contract: Contract, params: Params): Promise<string> => {
  const id = idIn(params, 'adjustmentId')
  const found = await inReading(ctx, (db: Reader<ContractsTables>) => getAdjustment(db, id))
  if (found.contractId !== contract.id) throw new NotFound('There is no such change of this contract.')
  return id
}

const proposal = z.object({
  reviewId: oneOf.describe('the review point it is made at; only ways that were agreed for it are open'),
  way: z.enum(WAYS),
  title: textField('a title', 200),
  reason: textField('why', 4000),
  valuePence: pence.describe('what the contract is worth then, without VAT; null where it stays'),
  endsOn: dayField.nullable().default(null).describe('the new last day; null where it stays'),
  commitmentId: oneOf.describe('the commitment that goes'),
  newCommitment: z
    .object({
      title: optionalText('what comes in its place', 300),
      unit: optionalText('a unit', 60),
      quantity: amount('how many'),
      unitValue: figure('the value of one'),
    })
    .nullable()
    .default(null)
    .describe('what comes; what is left out is taken from the commitment that goes'),
  answers: z
    .partialRecord(z.enum(CHANGE_QUESTIONS), z.boolean())
    .default({})
    .describe('the tests of section 74 that people answer; what is left out is not known, and asked about'),
})

const heldCommitment = async (ctx: Context, contract: Contract, id: string): Promise<Commitment | null> => {
  const found = await inReading(ctx, (db: Reader<ContractsTables>) => getCommitment(db, id))
  if (found.contractId !== contract.id) throw new NotFound('There is no such commitment in this contract.')
  return found.untilOn === null ? found : null
}

const propose = async (
  ctx: Context,
  contract: Contract,
  { newCommitment, commitmentId, ...text }: z.output<typeof proposal>,
): Promise<Written> => {
  const goes = commitmentId === null ? undefined : await heldCommitment(ctx, contract, commitmentId)
  if (goes === null) return refused('commitment-over', `${refusalSentence({ refusal: 'commitment-over' })}.`)
  const comes = newCommitment && replacementOf(newCommitment, goes)
  if (comes && (comes.title === '' || comes.unit === ''))
    return refused('title-needed', 'Enter what comes in its place, and of what unit.')
  const draft = { ...text, commitmentId, newCommitment: comes }
  const proposed = await proposeAdjustment(ctx, contract.id, draft)
  return proposed.ok ? tell(ctx, contract, proposed.value, true) : noLife(proposed)
}

export const changeWrites: readonly Write[] = [
  contractWrite({
    command: 'contracts changes propose',
    method: 'POST',
    path: 'changes',
    audit: 'ADJUSTMENT_PROPOSED',
    summary:
      'Propose a change of a contract, and read every way of section 74, its cap and the running totals',
    body: proposal,
    answer: changeAnswer,
    example:
      '{"way":"volume","title":"More meals","reason":"Two schools more","valuePence":110000000,"answers":{"isNewKindOfSupply":false}}',
    write: propose,
  }),
  contractWrite({
    command: 'contracts changes make',
    method: 'POST',
    path: `${one}/make`,
    args,
    audit: 'ADJUSTMENT_MADE',
    summary:
      'Make a change that the law allows and enough people have approved; the contract says it from that day on',
    body: z.object({
      madeOn: dayField.describe('the day from which it holds'),
      changeNoticeOn: dayField.nullable().default(null).describe('the day its change notice was published'),
    }),
    answer: changeAnswer,
    example: '{"madeOn":"2026-11-16","changeNoticeOn":"2026-11-10"}',
    write: async (ctx, contract, days, params) => {
      const id = await changeOf(ctx, contract, params)
      const made = await makeAdjustment(ctx, id, days)
      return made.ok ? tell(ctx, contract, id) : noLife(made)
    },
  }),
  contractWrite({
    command: 'contracts changes drop',
    method: 'POST',
    path: `${one}/drop`,
    args,
    audit: 'ADJUSTMENT_DROPPED',
    summary: 'Withdraw a change that you proposed, or reject that of somebody else',
    body: z.object({ why: optionalText('why', 1000) }),
    answer: changeAnswer,
    example: '{"why":"The schools stay closed"}',
    write: async (ctx, contract, { why }, params) => {
      const id = await changeOf(ctx, contract, params)
      const dropped = await dropAdjustment(ctx, id, why)
      return dropped.ok ? tell(ctx, contract, id) : noLife(dropped)
    },
  }),
]

/** Only by the API: an approval is that of a person, and a command is nobody. */
export const changeApproval = contractWrite({
  command: 'contracts changes approve',
  method: 'POST',
  path: `${one}/approve`,
  args,
  access: 'contracts.approve',
  audit: 'ADJUSTMENT_APPROVED',
  summary:
    'Approve a change as the person whose token it is; whoever proposed it cannot, and nobody can twice',
  body: z.object({ note: optionalText('a note', 1000) }),
  answer: changeAnswer,
  example: '{"note":"Within the plan"}',
  write: async (ctx, contract, { note }, params) => {
    const id = await changeOf(ctx, contract, params)
    const approved = await approveAdjustment(ctx, id, note)
    return approved.ok ? tell(ctx, contract, id) : noLife(approved)
  },
})
