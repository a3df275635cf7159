import { z } from 'zod'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { explainContract, lawAnswer } from './law-of-contract.ts'
import { NOTICE_APPROVALS } from './rules/notices.ts'
import { getContract } from './store/contracts.ts'
import { readLegalFacts } from './store/legal-facts.ts'
import { getNotice, listApprovals } from './store/notices.ts'
import type { ContractsTables } from './tables.ts'

/** A notice of performance on its way, with when the law wants it published. Throws NotFound. */
export const readNotice = async (db: Reader<ContractsTables>, contractId: string, id: string) => {
  const notice = await getNotice(db, id)
  if (notice.contractId !== contractId) throw new NotFound('There is no such notice of this contract.')
  const contract = await getContract(db, contractId)
  const legal = await readLegalFacts(db, contractId)
  const law = explainContract({ contract, legal, performanceEventOn: notice.eventOn })
  return {
    notice,
    contract,
    approvals: await listApprovals(db, id),
    line: lawAnswer(law, 'notice.UK9.event') ?? null,
    questions: law.questions.map(({ question }) => question),
  }
}

export const noticeAnswer = z.looseObject({
  id: z.string(),
  kind: z.string(),
  status: z.string().describe('chance, proposed, approved or withdrawn'),
  law: z
    .looseObject({ sentence: z.string(), provision: z.string() })
    .nullable()
    .describe('by when it has to be published; null while the questions are open'),
  questions: z.array(z.string()),
  approvals: z.array(z.object({ personName: z.string(), note: z.string(), recordedAt: z.string() })),
  needs: z.number().describe('approvals before it may be published'),
})

/** For the API and the command line. */
export const noticeJson = ({
  notice: { authorId: _author, authorName, recordedAt, ...notice },
  contract,
  approvals,
  line,
  questions,
}: Awaited<ReturnType<typeof readNotice>>) => ({
  ...notice,
  reference: contract.reference,
  begunBy: authorName,
  begunAt: recordedAt,
  law: line,
  questions,
  approvals: approvals.map(({ personId: _person, ...approval }) => approval),
  needs: NOTICE_APPROVALS,
})
