import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Case } from '../case.ts'
import { lastDayOfPeriod } from '../periods.ts'
import { actRow, depends, no, type Outcome, type Rule, type StepDraft, yes } from '../row.ts'
import { type Circumstance, PARTICIPATION, TENDERING } from '../tables/periods.ts'
import { dayWords } from '../words.ts'
import { isQualifyingNotice } from './notices-planning.ts'

const CLOCK = 'counted from the day after the invitation to the day of the deadline'

const participationOf = (it: Case): Circumstance =>
  it.isLightTouch
    ? PARTICIPATION.lightTouch
    : it.facts.isUrgent === true
      ? PARTICIPATION.urgency
      : PARTICIPATION.otherwise

const invitedToParticipateOn = (it: Case): PlainDate | undefined =>
  it.dates.participationInvitedOn ??
  (it.facts.hasParticipationStage === true ? it.dates.tenderNoticeOn : undefined)

const deadlineStep = (
  id: string,
  title: string,
  invited: PlainDate | undefined,
  days: number,
  given: PlainDate | undefined,
): StepDraft[] =>
  invited === undefined
    ? []
    : [{ id, title, means: 'from', date: lastDayOfPeriod(invited, days, false), given }]

const participation: Rule = {
  reach: 'act',
  row: actRow('period.participation', 'periods', 'Shortest time for requests to participate', 's.54(3)'),
  decide: (it): Outcome => {
    const circumstance = participationOf(it)
    const base = {
      minimumDays: circumstance.days,
      circumstance: circumstance.id,
      countsFrom: 'the day after the invitation',
      countsStartDay: false,
    }
    if (!it.isCompetitive)
      return no('There is no competitive tendering procedure for a public contract here.', {
        value: { ...base, minimumDays: null },
      })
    if (it.route === 'open')
      return no('An open procedure has no stage of requests to participate.', {
        value: { ...base, minimumDays: null },
      })
    if (it.facts.hasParticipationStage === false)
      return no('Tenders are invited at once, without requests to participate.', {
        value: { ...base, minimumDays: null },
      })
    const invited = invitedToParticipateOn(it)
    const steps = deadlineStep(
      'participation-deadline',
      'First lawful deadline for requests to participate',
      invited,
      circumstance.days,
      it.dates.participationDeadlineOn,
    )
    const earliest = steps[0]?.date ?? null
    const value = { ...base, earliestDeadlineOn: earliest }
    const sentence =
      circumstance.days === 0
        ? 'A light touch contract has no minimum time for requests to participate; it must still be reasonable for the contract and the same for all.'
        : `Suppliers get at least ${circumstance.days} days to ask to participate, ${CLOCK}, because ${circumstance.words}${earliest === null ? '' : `: a deadline of ${dayWords(earliest)} or later`}.`
    return it.route === null
      ? depends(['route'], sentence, { value, steps })
      : yes(sentence, { value, steps })
  },
}

const mediumOf = (isElectronic: boolean, isAllAtOnce: boolean): Circumstance =>
  isElectronic
    ? isAllAtOnce
      ? TENDERING.electronicAll
      : TENDERING.electronicSome
    : isAllAtOnce
      ? TENDERING.paperAll
      : TENDERING.paperSome

/** Every circumstance that may apply: where a fact is not known, each way it could be. */
const mediaOf = (it: Case): Circumstance[] => {
  const either = (fact: boolean | undefined): boolean[] => (fact === undefined ? [true, false] : [fact])
  return either(it.facts.isElectronic).flatMap((isElectronic) =>
    either(it.facts.areDocumentsAllAtOnce).map((isAllAtOnce) => mediumOf(isElectronic, isAllAtOnce)),
  )
}

/** The circumstances that surely apply; the pre-selection rows are for authorities that are not central government. */
const shorterOnes = (it: Case): Circumstance[] => {
  const isSubCentral = it.authority !== 'central-government' || it.isUtilities
  const { isPreselectedOnly, isTenderPeriodAgreed, isUrgent } = it.facts
  return [
    ...(it.isLightTouch ? [TENDERING.lightTouch] : []),
    ...(isSubCentral && isTenderPeriodAgreed === true ? [TENDERING.agreed] : []),
    ...(isSubCentral && isPreselectedOnly === true ? [TENDERING.preselected] : []),
    ...(isQualifyingNotice(it) === true ? [TENDERING.planned] : []),
    ...(isUrgent === true ? [TENDERING.urgency] : []),
    ...(it.route === 'dynamic-market-award' ? [TENDERING.dynamicMarket] : []),
  ]
}

const shortest = (circumstances: readonly Circumstance[]): Circumstance | undefined =>
  [...circumstances].sort((a, b) => a.days - b.days)[0]

const missingFacts = (it: Case): string[] => [
  ...(it.facts.isElectronic === undefined ? ['electronicSubmission'] : []),
  ...(it.facts.areDocumentsAllAtOnce === undefined ? ['allDocumentsAtOnce'] : []),
]

const tendering: Rule = {
  reach: 'act',
  row: actRow('period.tendering', 'periods', 'Shortest time for tenders', 's.54(4)'),
  decide: (it): Outcome => {
    const base = { countsFrom: 'the day after the invitation', countsStartDay: false }
    if (!it.isCompetitive) {
      return no(
        it.isPublic && it.isCallOff
          ? 'The minimum periods are for competitive tendering procedures; for a call-off the framework’s own times apply.'
          : 'There is no competitive tendering procedure for a public contract here.',
        { value: { ...base, minimumDays: null } },
      )
    }
    const short = shortest(shorterOnes(it))
    const media = mediaOf(it)
    const longest = [...media].sort((a, b) => b.days - a.days)[0] ?? TENDERING.paperSome
    const circumstance = short ?? longest
    const isOpenQuestion = short === undefined && media.some((medium) => medium.days !== longest.days)
    const invited =
      it.dates.tendersInvitedOn ??
      (it.route === 'open' || it.facts.hasParticipationStage === false ? it.dates.tenderNoticeOn : undefined)
    const steps = deadlineStep(
      'tender-deadline',
      'First lawful deadline for tenders',
      invited,
      circumstance.days,
      it.dates.tenderDeadlineOn,
    )
    const earliest = steps[0]?.date ?? null
    const value = {
      ...base,
      minimumDays: circumstance.days,
      circumstance: isOpenQuestion ? null : circumstance.id,
      possibleDays: isOpenQuestion
        ? [...new Set(media.map((medium) => medium.days))].sort((a, b) => a - b)
        : [circumstance.days],
      earliestDeadlineOn: earliest,
    }
    if (isOpenQuestion) {
      const least = shortest(media) ?? longest
      return depends(
        missingFacts(it),
        `Suppliers get at least ${least.days} days to tender, ${CLOCK}, if ${least.words}, and up to ${longest.days} otherwise. Until that is known, allow ${longest.days}.`,
        { value, steps },
      )
    }
    if (circumstance.days === 0)
      return yes(
        `There is no minimum time for tenders, because ${circumstance.words}; it must still be reasonable for the contract and the same for all.`,
        { value, steps },
      )
    return yes(
      `Suppliers get at least ${circumstance.days} days to tender, ${CLOCK}, because ${circumstance.words}${earliest === null ? '' : `: a deadline of ${dayWords(earliest)} or later`}.`,
      { value, steps },
    )
  },
}

const weigh: Rule = {
  reach: 'act',
  row: actRow('period.considerations', 'periods', 'Setting times', 's.54(1)', {
    provision: 'Procurement Act 2023 s.54(1)–(2) and s.87(6)',
  }),
  decide: (it): Outcome => {
    if (it.isCompetitive)
      return yes(
        'Times are the same for every supplier and weigh the complexity of the contract, site visits, sub-contracting, changes to the notice, and the avoidance of delay.',
      )
    if (it.isNotifiable)
      return yes(
        'Times in a below-threshold tender notice are reasonable and the same for every supplier; there is no minimum.',
      )
    return no('The Act sets no times for this award.')
  },
}

export const periodRules: readonly Rule[] = [participation, tendering, weigh]
