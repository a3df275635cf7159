import type { Explanation } from '#procurement'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import { explainContract } from './law-of-contract.ts'
import type { Adjustment, Assessment, Indicator, LegalFacts, PerformanceNotice } from './model/life.ts'
import type { Contract } from './model.ts'
import { endOn } from './rules/term.ts'
import { listAdjustments } from './store/adjustments.ts'
import { getContract, listExtensions } from './store/contracts.ts'
import { listAssessments, listIndicators } from './store/indicators.ts'
import { readLegalFacts } from './store/legal-facts.ts'
import { listNotices } from './store/notices.ts'
import type { ContractsTables } from './tables.ts'

/** What the notices of a contract are written from, with what the law says of it as it stands on a day. */
export type ContractForNotices = {
  readonly contract: Contract
  readonly legal: LegalFacts
  /** The last day as it stands; null for a contract that rolls on. */
  readonly endsOn: PlainDate | null
  readonly law: Explanation
  readonly changes: readonly Adjustment[]
  /** Approved twice, each with what the law says of its day. */
  readonly failures: readonly { readonly notice: PerformanceNotice; readonly law: Explanation }[]
  readonly indicators: readonly (Indicator & { readonly assessments: readonly Assessment[] })[]
}

/** Throws NotFound. */
export const readForNotices = async (
  db: Reader<ContractsTables>,
  contractId: string,
  on: PlainDate,
): Promise<ContractForNotices> => {
  const contract = await getContract(db, contractId)
  const legal = await readLegalFacts(db, contractId)
  const endsOn = endOn(contract, (await listExtensions(db, contractId)).get(contractId) ?? [], on)
  const question = { contract, legal, endedOn: endsOn !== null && endsOn < on ? endsOn : null }
  const assessments = await listAssessments(db, contractId)
  const approved = (await listNotices(db, contractId)).filter(({ status }) => status === 'approved')
  return {
    contract,
    legal,
    endsOn,
    law: explainContract(question),
    changes: await listAdjustments(db, contractId),
    failures: approved.map((notice) => ({
      notice,
      law: explainContract({ ...question, performanceEventOn: notice.eventOn }),
    })),
    indicators: (await listIndicators(db, contractId)).map((indicator) => ({
      ...indicator,
      assessments: assessments.get(indicator.id) ?? [],
    })),
  }
}
