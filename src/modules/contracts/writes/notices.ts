import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { inReading } from '../../../platform/reading.ts'
import { dayField } from '../../../platform/writes/fields.ts'
import { type Params, type Write, type Written } from '../../../platform/writes/write.ts'
import { approveNotice, beginNotice, proposeNotice, withdrawNotice } from '../actions/notices.ts'
import { lifeSentence } from '../messages/life.ts'
import { NOTICE_KINDS } from '../model/life.ts'
import type { Contract } from '../model.ts'
import { noticeAnswer as answer, noticeJson, readNotice } from '../read-notice.ts'
import { getNotice } from '../store/notices.ts'
import type { ContractsTables } from '../tables.ts'
import { contractWrite, idIn, noLife, oneOf, told } from './contract-write.ts'

const args = { noticeId: { name: 'NOTICE-ID', example: '0199a1d2-…' } } as const
const one = 'performance-notices/:noticeId'

const tell = (ctx: Context, contract: Contract, id: string, isNew = false): Promise<Written> =>
  told(ctx, async (db) => noticeJson(await readNotice(db, contract.id, id)), isNew)

/** The notice that a path names, of this contract. Throws NotFound. */
const noticeOf = async (ctx: Context, contract: Contract, params: Params): Promise<string> => {
  const id = idIn(params, 'noticeId')
  const found = await inReading(ctx, (db: Reader<ContractsTables>) => getNotice(db, id))
  if (found.contractId !== contract.id) throw new NotFound('There is no such notice of this contract.')
  return id
}

const draft = z
  .object({
    kind: z.enum(NOTICE_KINDS),
    whatHappened: textField('what happened', 4000),
    indicatorId: oneOf,
    chance: optionalText('the chance to improve', 4000),
    chanceFromOn: dayField.nullable().default(null),
    chanceUntilOn: dayField.nullable().default(null),
  })
  .superRefine(({ kind, chance, chanceFromOn, chanceUntilOn }, issues) => {
    const isWhole = chance !== '' && chanceFromOn !== null && chanceUntilOn !== null
    if (kind === 'poor-performance' && !isWhole)
      issues.addIssue({
        code: 'custom',
        path: ['chance'],
        message: lifeSentence({ refusal: 'chance-needed' }),
      })
  })

export const noticeWrites: readonly Write[] = [
  contractWrite({
    command: 'contracts performance begin',
    method: 'POST',
    path: 'performance-notices',
    audit: 'PERFORMANCE_NOTICE_BEGUN',
    summary: 'Write down what went wrong, and the chance to improve that the supplier was given',
    body: draft,
    answer,
    example:
      '{"kind":"poor-performance","whatHappened":"Half the rooms were left","chance":"Asked in writing","chanceFromOn":"2026-09-01","chanceUntilOn":"2026-10-31"}',
    write: async (ctx, contract, body) => {
      const begun = await beginNotice(ctx, contract.id, body)
      return begun.ok ? tell(ctx, contract, begun.value, true) : noLife(begun)
    },
  }),
  contractWrite({
    command: 'contracts performance propose',
    method: 'POST',
    path: `${one}/propose`,
    args,
    audit: 'PERFORMANCE_NOTICE_PROPOSED',
    summary: 'Write down what came of the chance to improve, and propose the notice to two colleagues',
    body: z.object({
      whatCameOfIt: textField('what came of the chance', 4000),
      eventOn: dayField.describe('the day since when a notice is due'),
    }),
    answer,
    example: '{"whatCameOfIt":"No better","eventOn":"2026-11-02"}',
    write: async (ctx, contract, proposal, params) => {
      const id = await noticeOf(ctx, contract, params)
      const proposed = await proposeNotice(ctx, id, proposal)
      return proposed.ok ? tell(ctx, contract, id) : noLife(proposed)
    },
  }),
  contractWrite({
    command: 'contracts performance withdraw',
    method: 'POST',
    path: `${one}/withdraw`,
    args,
    audit: 'PERFORMANCE_NOTICE_WITHDRAWN',
    summary: 'Withdraw a notice that is not approved twice: the supplier has improved, or it was not right',
    body: z.object({ why: optionalText('why', 1000) }),
    answer,
    example: '{"why":"Ninety-six per cent in October"}',
    write: async (ctx, contract, { why }, params) => {
      const id = await noticeOf(ctx, contract, params)
      const withdrawn = await withdrawNotice(ctx, id, why)
      return withdrawn.ok ? tell(ctx, contract, id) : noLife(withdrawn)
    },
  }),
]

/** Only by the API: an approval is that of a person, and a command is nobody. */
export const noticeApproval = contractWrite({
  command: 'contracts performance approve',
  method: 'POST',
  path: `${one}/approve`,
  args,
  access: 'contracts.approve',
  audit: 'PERFORMANCE_NOTICE_APPROVED',
  summary: 'Approve a notice as the person whose token it is; it needs two who did not write it',
  body: z.object({ note: optionalText('a note', 1000) }),
  answer,
  example: '{"note":"Seen on site"}',
  write: async (ctx, contract, { note }, params) => {
    const id = await noticeOf(ctx, contract, params)
    const approved = await approveNotice(ctx, id, note)
    return approved.ok ? tell(ctx, contract, id) : noLife(approved)
  },
})
