import type { ContractForNotices } from '#contracts'
import { type Answer, type DatedStep, type Explanation, type Purchase } from '#procurement'
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts'
import { type DueMeans, NOTICE_CODES, type NoticeCode, type NoticeDuty } from '../model/notice.ts'

type Law = Pick<Explanation, 'answers' | 'timetable'>
type Due = Pick<NoticeDuty, 'dueOn' | 'dueMeans'>

const SOON: Due = { dueOn: null, dueMeans: 'soon' }

/** `notice.UK9.kpi` is a UK9 of the kind `kpi`. */
const codeOf = (answerId: string): { code: NoticeCode; variant: string } | undefined => {
  const [, name, variant = ''] = /^notice\.(UK\d+)(?:\.(.+))?$/.exec(answerId) ?? []
  const code = NOTICE_CODES.find((each) => each === name)
  return code && { code, variant }
}

const NEEDS = { true: 'must', depends: 'may' } as const

const dutyOf = (
  answer: Answer,
  subject: NoticeDuty['subject'],
  due: Due,
  more: Partial<NoticeDuty> = {},
): NoticeDuty[] => {
  const named = codeOf(answer.id)
  if (!named || answer.applies === false) return []
  return [
    {
      ...named,
      subject,
      occasion: '',
      ...due,
      need: named.code === 'UK3' ? 'voluntary' : NEEDS[answer.applies === true ? 'true' : 'depends'],
      title: answer.title,
      sentence: answer.sentence,
      provision: answer.provision,
      source: answer.source,
      inForceFrom: answer.inForceFrom,
      confidence: answer.confidence,
      ...more,
    },
  ]
}

const stepOf = ({ timetable }: Law, id: string): DatedStep | undefined =>
  timetable.find((step) => step.id === id)

const dueBy = (step: DatedStep | undefined): Due =>
  step === undefined ? SOON : { dueOn: step.date, dueMeans: step.means === 'before' ? 'before' : 'by' }

const planned = (day: PlainDate | null): Due => ({ dueOn: day, dueMeans: day === null ? 'soon' : 'planned' })
const beforeDay = (day: PlainDate | null, means: DueMeans = 'before'): Due => ({
  dueOn: day,
  dueMeans: means,
})

/** Before a contract, by notice: on which day, or null where this purchase is not as far. */
const dueOfPurchase = (purchase: Purchase, law: Law, wasAdvertised: boolean): Record<string, Due | null> => {
  const isStopped = purchase.stage === 'stopped'
  const unlessStopped = (due: Due): Due | null => (isStopped ? null : due)
  return {
    'notice.UK2': unlessStopped(dueBy(stepOf(law, 'market-engagement-notice'))),
    'notice.UK3': wasAdvertised ? null : unlessStopped(SOON),
    'notice.UK4': unlessStopped(planned(purchase.tenderOn)),
    'notice.UK4.below-threshold': unlessStopped(planned(purchase.tenderOn)),
    'notice.UK5': unlessStopped(beforeDay(purchase.awardOn)),
    'notice.UK6': unlessStopped(dueBy(stepOf(law, 'award-notice'))),
    'notice.UK12': isStopped && wasAdvertised ? SOON : null,
    'notice.UK13': unlessStopped(SOON),
    'notice.UK14': unlessStopped(SOON),
  }
}

/**
 * The notices up to the award that the law asks of a purchase, with their days. A tender notice has no last lawful day: it
 * is due when we plan to invite tenders. Notices of the contract itself are asked of the contract.
 */
export const dutiesOfPurchase = (purchase: Purchase, law: Law, wasAdvertised: boolean): NoticeDuty[] => {
  const due = dueOfPurchase(purchase, law, wasAdvertised)
  const subject = { kind: 'purchase', id: purchase.id, title: purchase.title } as const
  return law.answers.flatMap((answer) => {
    const found = due[answer.id]
    return found ? dutyOf(answer, subject, found) : []
  })
}

const yearsOn = (day: PlainDate, years: number): PlainDate => {
  const year = Number(day.slice(0, 4)) + years
  return `${year}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`
}

/** Once in every twelve months from the day of the contract (s.71(2)): those of the past and the next one. */
const assessmentDuties = (
  answer: Answer,
  { endsOn }: ContractForNotices,
  law: Law,
  subject: NoticeDuty['subject'],
  on: PlainDate,
): NoticeDuty[] => {
  const first = stepOf(law, 'kpi-assessment')
  if (!first) return []
  const last = endsOn === null || endsOn > yearsOn(on, 1) ? yearsOn(on, 1) : endsOn
  const count = Math.max(1, Number(last.slice(0, 4)) - Number(first.date.slice(0, 4)) + 1)
  return Array.from({ length: count }, (_, at) => yearsOn(first.date, at))
    .filter((day, at) => at === 0 || day <= last)
    .flatMap((day, at) =>
      dutyOf(answer, subject, { dueOn: day, dueMeans: 'by' }, { occasion: `year ${at + 1}` }),
    )
}

const changeDuties = (
  answer: Answer,
  { changes }: ContractForNotices,
  subject: NoticeDuty['subject'],
): NoticeDuty[] =>
  changes
    .filter(
      ({ status, finding, changeNoticeOn }) =>
        (status === 'proposed' || status === 'made') &&
        finding?.needsNotice !== false &&
        changeNoticeOn === null,
    )
    .flatMap((change) => {
      const line = change.finding?.lines.find(({ id }) => id === 'modification.change-notice')
      return dutyOf(answer, subject, beforeDay(change.madeOn), {
        occasion: change.id,
        title: `${answer.title}: ${change.title}`,
        need: change.finding?.needsNotice === true ? 'must' : 'may',
        ...(line ? { sentence: line.sentence } : {}),
      })
    })

const DUE_STEPS: Readonly<Record<string, string>> = {
  'notice.UK7': 'contract-details-notice',
  'notice.UK11': 'termination-notice',
}

/** The notices that the law asks of a contract that was entered into. Changes and failures come from its own record. */
export const dutiesOfContract = (found: ContractForNotices, on: PlainDate): NoticeDuty[] => {
  const { contract, law, legal, endsOn } = found
  if (legal.enteredOn === null) return []
  const subject = { kind: 'contract', id: contract.id, title: contract.title } as const
  const ofFailures = found.failures.flatMap((failure) =>
    failure.law.answers
      .filter(({ id }) => id === 'notice.UK9.event')
      .flatMap((answer) =>
        dutyOf(answer, subject, dueBy(stepOf(failure.law, 'performance-notice')), {
          occasion: failure.notice.id,
          need: 'must',
        }),
      ),
  )
  const others = law.answers.flatMap((answer) => {
    if (answer.id === 'notice.UK9.kpi') return assessmentDuties(answer, found, law, subject, on)
    if (answer.id === 'notice.UK10') return changeDuties(answer, found, subject)
    if (answer.id === 'notice.UK7.below-threshold') return dutyOf(answer, subject, SOON)
    if (answer.id === 'notice.UK11' && (endsOn === null || endsOn >= on)) return []
    const step = DUE_STEPS[answer.id]
    return step === undefined ? [] : dutyOf(answer, subject, dueBy(stepOf(law, step)))
  })
  return [...others, ...ofFailures]
}

/** One notice of the whole authority for each year in which a purchase has to be listed. */
export const pipelineDuties = (
  authority: { readonly id: string; readonly name: string },
  laws: readonly Law[],
): NoticeDuty[] => {
  const subject = { kind: 'authority', id: authority.id, title: authority.name } as const
  const all = laws.flatMap((law) =>
    law.answers
      .filter(({ id }) => id === 'notice.UK1')
      .flatMap((answer) =>
        law.timetable
          .filter(({ answerId }) => answerId === 'notice.UK1')
          .flatMap((step) =>
            dutyOf(answer, subject, dueBy(step), { occasion: step.id.slice(-4), title: step.title }),
          ),
      ),
  )
  const byYear = Map.groupBy(all, ({ occasion }) => occasion)
  return [...byYear.values()].flatMap(
    (duties) => duties.find(({ need }) => need === 'must') ?? duties[0] ?? [],
  )
}

/** A stretch of time after which payments are told of: a quarter, or half a financial year. */
export type PaymentPeriod = { readonly name: string; readonly from: PlainDate; readonly to: PlainDate }

/** UK8 by quarter, UK17 by half-year: of the authority, as soon as one contract's payments count. */
export const paymentDuties = (
  authority: { readonly id: string; readonly name: string },
  code: 'UK8' | 'UK17',
  laws: readonly Law[],
  periods: readonly PaymentPeriod[],
): NoticeDuty[] => {
  const subject = { kind: 'authority', id: authority.id, title: authority.name } as const
  const answer = laws
    .flatMap(({ answers }) => answers)
    .find(({ id, applies }) => id === `notice.${code}` && applies === true)
  const days =
    answer?.answer && typeof answer.answer === 'object' && 'days' in answer.answer
      ? Number(answer.answer.days)
      : 0
  if (!answer || days < 1) return []
  return periods
    .filter(({ to }) => answer.inForceFrom === null || to >= answer.inForceFrom)
    .flatMap(({ name, to }) =>
      // The last day of the period is day 1.
      dutyOf(
        answer,
        subject,
        { dueOn: addDays(to, days - 1), dueMeans: 'by' },
        { occasion: name, title: `${answer.title}, ${name}`, need: code === 'UK8' ? 'may' : 'must' },
      ),
    )
}
