import { explainPurchase, lastWorkingDay, type Purchase } from '#procurement'
import { addDays, type PlainDate } from '../../kernel/plain-date.ts'
import type { Standstill } from './rules/standstill.ts'

/** Procurement Act 2023 s.51(2); kept where the law engine still has questions. */
const WORKING_DAYS = 8
const PROVISION = 'Procurement Act 2023 s.51 and s.123(1)'

type LawValue = {
  readonly kind: Standstill['kind']
  readonly endsOn: PlainDate | null
  readonly earliestContractOn: PlainDate | null
}

/** While facts of the purchase are open nobody can say that no standstill is needed, so the mandatory one is kept. */
const assumed = (noticeOn: PlainDate, why: string): Standstill => {
  const end = lastWorkingDay(noticeOn, WORKING_DAYS, true)
  const endsOn = end.ok ? end.value : null
  return {
    kind: 'mandatory',
    endsOn,
    contractFrom: endsOn === null ? null : addDays(endsOn, 1),
    words: `${why} The mandatory standstill of eight working days is kept, the day of the notice being day 1 if it is a working day.`,
    provision: PROVISION,
    confidence: 'unsure',
  }
}

/** The standstill of one purchase whose contract award notice is published on a day, by the law engine. */
export const standstillOf = (purchase: Purchase | null, noticeOn: PlainDate): Standstill => {
  if (purchase === null) return assumed(noticeOn, 'The purchase is not known here.')
  const told = explainPurchase({ ...purchase, awardOn: noticeOn, contractOn: null })
  const answer = told.answers.find(({ id }) => id === 'standstill.award')
  const value = answer?.answer as LawValue | undefined
  if (!answer || !value || answer.applies === 'depends') {
    const open = told.questions.map(({ question }) => `“${question}”`).join(' ')
    return assumed(
      noticeOn,
      open
        ? `The law cannot be applied before this is answered on the law page of the purchase: ${open}`
        : 'The law is not clear here.',
    )
  }
  return {
    kind: value.kind,
    endsOn: value.endsOn,
    // Without a standstill the notice still comes before the contract (s.50(1)).
    contractFrom: value.kind === 'none' ? noticeOn : value.earliestContractOn,
    words: answer.sentence,
    provision: answer.provision,
    confidence: answer.confidence,
  }
}
