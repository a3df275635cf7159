import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts'
import { BANK_HOLIDAYS_SOURCE, BANK_HOLIDAYS_UNTIL } from '../bank-holidays.ts'
import type { Case } from '../case.ts'
import { lastDayOfPeriod } from '../periods.ts'
import { actRow, no, type Outcome, type Rule, type StepDraft, yes } from '../row.ts'
import { DAYS, STANDSTILL_WORKING_DAYS } from '../tables/periods.ts'
import { dayWords } from '../words.ts'
import { lastWorkingDay } from '../working-days.ts'

/** Why no standstill is required (s.51(3)); undefined where one is. */
const exceptionOf = (it: Case): string | undefined => {
  if (it.isCallOff) return 'the contract is awarded under a framework'
  if (it.route === 'dynamic-market-award') return 'the contract is awarded by a dynamic market'
  if (it.isLightTouch) return 'the contract is light touch'
  if (it.route === 'direct-award' && it.ground === 'urgency')
    return 'the contract is awarded directly for extreme and unavoidable urgency'
  if (it.route === 'direct-award' && it.ground === 'protect-life')
    return 'the contract is awarded directly under regulations to protect life'
  return undefined
}

type Count = {
  readonly days: number
  readonly endsOn: PlainDate | null
  readonly earliestContractOn: PlainDate | null
  readonly isBeyondTable: boolean
}

/** Eight working days, or the longer period that the notice states. */
const countFrom = (published: PlainDate | undefined, stated: number | undefined): Count => {
  const days = Math.max(STANDSTILL_WORKING_DAYS, stated ?? STANDSTILL_WORKING_DAYS)
  const end = published === undefined ? undefined : lastWorkingDay(published, days, true)
  const endsOn = end?.ok ? end.value : null
  return {
    days,
    endsOn,
    earliestContractOn: endsOn === null ? null : addDays(endsOn, 1),
    isBeyondTable: end?.ok === false,
  }
}

const words = (count: Count): string => {
  if (count.endsOn !== null && count.earliestContractOn !== null)
    return ` It ends on ${dayWords(count.endsOn)}, so the contract may be entered into from ${dayWords(count.earliestContractOn)}.`
  return count.isBeyondTable
    ? ` Its end cannot be counted: the table of bank holidays reaches only to ${dayWords(BANK_HOLIDAYS_UNTIL)}.`
    : ''
}

const decideStandstill = (it: Case): Outcome => {
  const { awardNoticeOn, contractEnteredOn } = it.dates
  const { isStandstillOffered, standstillWorkingDays } = it.facts
  const none = { kind: 'none', workingDays: null, endsOn: null, earliestContractOn: null }
  if (!it.isPublic) return no('A standstill belongs to public contracts.', { value: none })
  if (it.isUserChoice)
    return no('A user choice award has no contract award notice, so there is no standstill.', { value: none })
  const exception = exceptionOf(it)
  const isOffered =
    isStandstillOffered === true || (isStandstillOffered === undefined && standstillWorkingDays !== undefined)
  if (exception !== undefined && !isOffered)
    return no(
      `No standstill is required, because ${exception}. One may be offered in the contract award notice, of at least eight working days, and then binds.`,
      { value: none },
    )
  const count = countFrom(awardNoticeOn, standstillWorkingDays)
  const kind = exception === undefined ? 'mandatory' : 'voluntary'
  const value = {
    kind,
    workingDays: count.days,
    countsFrom: 'the day the contract award notice is published',
    countsStartDay: true,
    endsOn: count.endsOn,
    earliestContractOn: count.earliestContractOn,
    bankHolidays: { source: BANK_HOLIDAYS_SOURCE, until: BANK_HOLIDAYS_UNTIL },
  }
  const steps: StepDraft[] =
    count.endsOn === null || count.earliestContractOn === null
      ? []
      : [
          {
            id: 'contract-entry',
            title: 'First day on which the contract may be entered into',
            means: 'from',
            date: count.earliestContractOn,
            given: contractEnteredOn,
          },
        ]
  const short =
    standstillWorkingDays !== undefined && standstillWorkingDays < STANDSTILL_WORKING_DAYS
      ? ` The ${standstillWorkingDays} stated are too few.`
      : ''
  const rule =
    kind === 'mandatory'
      ? `The contract may not be entered into until ${count.days} working days have passed, the day the contract award notice is published being day 1 if it is a working day. Bank holidays in any part of the United Kingdom do not count.`
      : `No standstill is required, because ${exception}, but one is offered: it is at least eight working days and binds.`
  return yes(`${rule}${short}${words(count)}`, {
    value,
    steps,
    ...(count.isBeyondTable ? { confidence: 'unsure' as const } : {}),
  })
}

const award: Rule = {
  reach: 'act',
  row: actRow('standstill.award', 'standstill', 'Standstill before the contract', 's.51', {
    provision: 'Procurement Act 2023 s.51 and s.123(1)',
  }),
  decide: decideStandstill,
}

const change: Rule = {
  reach: 'act',
  row: actRow('standstill.modification', 'standstill', 'Standstill before a change', 's.76'),
  decide: (it): Outcome => {
    const { modification } = it.facts
    const none = { kind: 'none', workingDays: null, endsOn: null, earliestChangeOn: null }
    if (modification?.standstillWorkingDays === undefined)
      return no(
        'A standstill before a change is voluntary: stated in the contract change notice, it is at least eight working days and binds.',
        { value: none },
      )
    const count = countFrom(modification.changeNoticeOn, modification.standstillWorkingDays)
    const steps: StepDraft[] =
      count.earliestContractOn === null
        ? []
        : [
            {
              id: 'change-standstill',
              title: 'First day on which the change may be made',
              means: 'from',
              date: count.earliestContractOn,
              given: modification.madeOn,
            },
          ]
    const end =
      count.endsOn === null || count.earliestContractOn === null
        ? words(count)
        : ` It ends on ${dayWords(count.endsOn)}, so the change may be made from ${dayWords(count.earliestContractOn)}.`
    return yes(
      `The standstill offered before the change is ${count.days} working days, the day the change notice is published being day 1 if it is a working day.${end}`,
      {
        value: {
          kind: 'voluntary',
          workingDays: count.days,
          endsOn: count.endsOn,
          earliestChangeOn: count.earliestContractOn,
        },
        steps,
        ...(count.isBeyondTable ? { confidence: 'unsure' as const } : {}),
      },
    )
  },
}

const claims: Rule = {
  reach: 'act',
  row: actRow('standstill.claims', 'standstill', 'Claims and automatic suspension', 's.101', {
    provision: 'Procurement Act 2023 ss.101 and 106',
    confidence: 'likely',
  }),
  decide: (it): Outcome => {
    const { supplierKnewOn } = it.dates
    const by =
      it.isPublic && supplierKnewOn !== undefined ? lastDayOfPeriod(supplierKnewOn, DAYS.claim, true) : null
    const value = {
      days: DAYS.claim,
      countsFrom: 'the day the supplier knew or should have known',
      countsStartDay: true,
      by,
    }
    if (!it.isPublic) return no('Claims under Part 9 concern public contracts.', { value })
    const steps: StepDraft[] =
      by === null ? [] : [{ id: 'claim', title: 'Last day for a supplier’s claim', means: 'by', date: by }]
    return yes(
      `A supplier has 30 days from when it knew, or should have known, to bring a claim, that day being day 1${by === null ? '' : `: to ${dayWords(by)}`}. If the authority is told of a claim during a standstill, it may not enter into the contract until the court lifts the bar or the claim ends.`,
      { value, steps },
    )
  },
}

export const standstillRules: readonly Rule[] = [award, change, claims]
