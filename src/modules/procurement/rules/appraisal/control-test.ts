import { readDecimal } from '../../../../kernel/exact.ts'
import { type PlainDate, plainDate } from '../../../../kernel/plain-date.ts'
import type { ControlTest, LimbAnswer, TestKind } from '../../model/appraisal.ts'

export type TestOutcome = {
  /** `not-shown`: nobody answered a limb, or nothing shows it. */
  readonly outcome: 'met' | 'not-met' | 'not-shown'
  readonly failed: readonly string[]
  readonly open: readonly string[]
  /** Answered yes with nothing to show for it. */
  readonly withoutEvidence: readonly string[]
  /** Work for others has come within five points of the limit of 20 per cent. */
  readonly isNearLimit: boolean
  readonly retestBy: PlainDate
  readonly isOverdue: boolean
}

/** A share of outside work from which to look again at once; ours, the limit of the Act is 20. */
const NEAR_LIMIT = 15

/** The limb about the share of activities; its answer follows from the figure where there is one. */
const SHARE_LIMB: Readonly<Record<TestKind, string>> = { vertical: 'V4', horizontal: 'H4' }

const yearAfter = (day: PlainDate): PlainDate => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return plainDate(year + 1, month, date) ?? plainDate(year + 1, month, date - 1) ?? day
}

/** More than 80 % has to be for the authorities (vertical); no more than 20 % for others (horizontal). */
const shareHolds = (kind: TestKind, outsidePercent: string | null): boolean | null => {
  const outside = outsidePercent === null ? undefined : readDecimal(outsidePercent)
  if (outside === undefined) return null
  return kind === 'vertical' ? outside.lt(20) : outside.lte(20)
}

const answersWithShare = ({ kind, answers, outsidePercent }: ControlTest): readonly LimbAnswer[] => {
  const holds = shareHolds(kind, outsidePercent)
  return holds === null
    ? answers
    : answers.map((answer) => (answer.limb === SHARE_LIMB[kind] ? { ...answer, holds } : answer))
}

/**
 * Whether a contract with a controlled body, or between authorities, is outside the Act (Procurement Act 2023 Sch 2
 * paras 2 and 3): every limb holds and something shows it. The Act wants it to stay so, without a time of grace, so
 * the test is due again within a year; that interval is good practice and no rule of law.
 */
export const decideControlTest = (
  test: ControlTest,
  limbs: readonly string[],
  today: PlainDate,
): TestOutcome => {
  const answers = answersWithShare(test)
  const answerOf = (limb: string) => answers.find((answer) => answer.limb === limb)
  const failed = limbs.filter((limb) => answerOf(limb)?.holds === false)
  const open = limbs.filter((limb) => (answerOf(limb)?.holds ?? null) === null)
  const withoutEvidence = limbs.filter((limb) => {
    const answer = answerOf(limb)
    return answer?.holds === true && answer.evidence === ''
  })
  const outside = test.outsidePercent === null ? undefined : readDecimal(test.outsidePercent)
  const isShown = open.length === 0 && withoutEvidence.length === 0
  const retestBy = yearAfter(test.testedOn)
  return {
    outcome: failed.length > 0 ? 'not-met' : isShown ? 'met' : 'not-shown',
    failed,
    open,
    withoutEvidence,
    isNearLimit: outside?.gte(NEAR_LIMIT) ?? false,
    retestBy,
    isOverdue: retestBy < today,
  }
}
