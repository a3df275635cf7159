import type { Modification } from '#procurement'
import type { Pence } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import { explainContract, type LawAnswer, lawAnswer, lineOf } from './law-of-contract.ts'
import type { Adjustment, AdjustmentText, Finding, LegalFacts } from './model/life.ts'
import type { Contract } from './model.ts'
import { isSmallChange, monthsChanged, type RunningTotal, runningTotal } from './rules/adjust.ts'
import { endOn } from './rules/term.ts'
import { listAdjustments } from './store/adjustments.ts'
import { listExtensions } from './store/contracts.ts'
import { readLegalFacts } from './store/legal-facts.ts'
import type { ContractsTables } from './tables.ts'

export type Tested = { readonly finding: Finding; readonly total: RunningTotal }

/** What was changed so far, from the findings that were kept when it was. */
const madeSoFar = (adjustments: readonly Adjustment[]): Parameters<typeof runningTotal>[0] =>
  adjustments
    .filter(({ status, valuePence }) => status === 'made' && valuePence !== null)
    .map(({ valuePence, finding }) => ({
      beforePence: finding?.beforePence ?? null,
      afterPence: valuePence,
      isSmall: isSmallChange(finding),
    }))

/** What changes of a contract add up to, and with one that is proposed. */
export const totalOf = (
  adjustments: readonly Adjustment[],
  { valuePence }: Pick<Contract, 'valuePence'>,
  proposedPence: Pence | null,
): RunningTotal => runningTotal(madeSoFar(adjustments), valuePence, proposedPence)

/** The Act counts with VAT (s.123(2)), the register without. The standard rate is the cautious reading. */
const withVat = (pence: Pence): Pence => Math.round((pence * 6) / 5)

const modificationOf = (
  text: AdjustmentText,
  contract: Contract,
  legal: LegalFacts,
  { smallChangesPence }: RunningTotal,
  madeOn: PlainDate,
  currentEnd: PlainDate | null,
): Modification => {
  const before = contract.valuePence
  const after = text.valuePence ?? before
  return {
    madeOn,
    ...(before === null || after === null
      ? {}
      : { valueBeforePence: withVat(before), valueAfterPence: withVat(after) }),
    ...(legal.termMonths === null ? {} : { maximumTermMonths: legal.termMonths }),
    termChangeMonths: text.endsOn === null ? 0 : monthsChanged(currentEnd, text.endsOn),
    earlierSmallChangesPence: withVat(smallChangesPence),
    changesSupplier: false,
    isRestructuring: false,
    ...text.answers,
  }
}

/** Whether the law allows it; where section 74 does not govern the contract, the council's own approvals decide. */
const isAllowedBy = (allowed: LawAnswer | undefined): boolean | null => {
  if (allowed === undefined || allowed.applies === 'depends') return null
  return allowed.applies || allowed.value['isAllowed'] !== false
}

/** Tests a change against section 74: every way, its cap, the running totals, and the notice it needs. */
export const testAdjustment = async (
  db: Reader<ContractsTables>,
  contract: Contract,
  text: AdjustmentText,
  on: PlainDate,
): Promise<Tested> => {
  const legal = await readLegalFacts(db, contract.id)
  const total = totalOf(await listAdjustments(db, contract.id), contract, text.valuePence)
  const extensions = (await listExtensions(db, contract.id)).get(contract.id) ?? []
  const modification = modificationOf(text, contract, legal, total, on, endOn(contract, extensions, on))
  const law = explainContract({ contract, legal, modification })
  const allowed = lawAnswer(law, 'modification.allowed')
  const notice = lawAnswer(law, 'modification.change-notice')
  return {
    total,
    finding: {
      testedOn: on,
      beforePence: contract.valuePence,
      isAllowed: isAllowedBy(allowed),
      needsNotice: notice === undefined || notice.applies === 'depends' ? null : notice.applies,
      lines: law.answers.filter(({ topic }) => topic === 'modification').map(lineOf),
      questions: law.questions.map(({ question }) => question),
    },
  }
}
