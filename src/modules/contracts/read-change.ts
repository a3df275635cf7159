import { z } from 'zod'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { approvalsNeeded } from './rules/adjust.ts'
import { getAdjustment } from './store/adjustments.ts'
import { getCommitment } from './store/commitments.ts'
import { getContract } from './store/contracts.ts'
import { listApprovals } from './store/notices.ts'
import type { ContractsTables } from './tables.ts'
import { testAdjustment } from './try-adjustment.ts'

/** A change of a contract with what the law says of it; what is settled says what the law said then, word for word. */
export const readChange = async (
  db: Reader<ContractsTables>,
  contractId: string,
  id: string,
  on: PlainDate,
) => {
  const adjustment = await getAdjustment(db, id)
  if (adjustment.contractId !== contractId) throw new NotFound('There is no such change of this contract.')
  const contract = await getContract(db, contractId)
  const tested = await testAdjustment(db, contract, adjustment, on)
  const finding = adjustment.status === 'proposed' ? tested.finding : (adjustment.finding ?? tested.finding)
  return {
    adjustment,
    contract,
    approvals: await listApprovals(db, id),
    goes: adjustment.commitmentId === null ? null : await getCommitment(db, adjustment.commitmentId),
    finding,
    total: tested.total,
    needs: approvalsNeeded(finding),
  }
}

const pence = z.number().nullable()
export const changeAnswer = z.looseObject({
  id: z.string(),
  status: z.string(),
  madeOn: z.string().nullable(),
  finding: z
    .looseObject({
      isAllowed: z.boolean().nullable().describe('null while it is not settled'),
      needsNotice: z.boolean().nullable(),
      lines: z.array(z.looseObject({ id: z.string(), sentence: z.string(), provision: z.string() })),
      questions: z.array(z.string()),
    })
    .describe('every way of section 74 with its cap, and the notice it needs'),
  total: z.object({
    atAwardPence: pence,
    changedPence: z.number(),
    withThisPence: z.number(),
    smallChangesPence: z.number().describe('counts towards the threshold of section 74(4)'),
  }),
  approvals: z.array(z.object({ personName: z.string(), note: z.string(), recordedAt: z.string() })),
  needs: z.number().describe('approvals before it can be made'),
})

/** For the API and the command line. */
export const changeJson = ({
  adjustment: { authorId: _author, authorName, recordedAt, finding: _finding, ...adjustment },
  contract,
  approvals,
  goes,
  ...law
}: Awaited<ReturnType<typeof readChange>>) => ({
  ...adjustment,
  reference: contract.reference,
  goes: goes && { id: goes.id, title: goes.title, quantity: goes.quantity, unit: goes.unit },
  proposedBy: authorName,
  proposedAt: recordedAt,
  ...law,
  approvals: approvals.map(({ personId: _person, ...approval }) => approval),
})
