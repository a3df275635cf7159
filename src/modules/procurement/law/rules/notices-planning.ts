import { daysBetween, type PlainDate } from '../../../../kernel/plain-date.ts'
import type { Case } from '../case.ts'
import { addMonths, lastDayOfPeriod } from '../periods.ts'
import { actRow, depends, no, type Rule, type StepDraft, yes } from '../row.ts'
import { DAYS, QUALIFYING_NOTICE } from '../tables/periods.ts'
import { TRIGGERS } from '../tables/thresholds.ts'
import { dayWords } from '../words.ts'
import { valueTriggers } from './triggers.ts'

/** The first financial year with a pipeline notice is the one after section 93 came into force. */
const FIRST_PIPELINE_YEAR = 2025

/** Financial years (by first day) whose 18 months from 1 April hold a day. */
const pipelineYearsFor = (day: PlainDate): PlainDate[] =>
  [Number(day.slice(0, 4)) - 1, Number(day.slice(0, 4))]
    .filter(
      (year) => year >= FIRST_PIPELINE_YEAR && day >= `${year}-04-01` && day < addMonths(`${year}-04-01`, 18),
    )
    .map((year): PlainDate => `${year}-04-01`)

const pipelineSteps = (it: Case): StepDraft[] =>
  pipelineYearsFor(it.dates.tenderNoticeOn ?? it.dates.transparencyNoticeOn ?? it.commencedOn).map(
    (first) => ({
      id: `pipeline-notice-${first.slice(0, 4)}`,
      title: `Pipeline notice (UK1) for the year from ${dayWords(first)}`,
      means: 'by' as const,
      date: lastDayOfPeriod(first, DAYS.pipelineNotice, true),
    }),
  )

const uk1: Rule = {
  reach: 'act',
  row: actRow('notice.UK1', 'notices', 'Pipeline notice (UK1)', 's.93'),
  decide: (it) => {
    const isLarge = valueTriggers(it, TRIGGERS.pipelineContract)
    const base = {
      code: 'UK1',
      days: DAYS.pipelineNotice,
      countsFrom: '1 April',
      countsStartDay: true,
      latest: '05-26',
    }
    if (!it.isPublic || it.isCallOff || it.isUserChoice)
      return no(
        'Only public contracts for which a tender or transparency notice is intended are listed in a pipeline notice.',
        { value: { ...base, isMandatory: false } },
      )
    if (isLarge === false)
      return no('The contract is not worth more than £2 million, so no pipeline notice has to list it.', {
        value: { ...base, isMandatory: false },
      })
    if (it.facts.paysOver100mAYear === false)
      return no(
        'The authority does not expect to pay more than £100 million in the year, so a pipeline notice is voluntary.',
        { value: { ...base, isMandatory: false } },
      )
    const steps = pipelineSteps(it)
    if (steps.length === 0)
      return no('The first financial year with a pipeline notice began on 1 April 2025.', {
        value: { ...base, isMandatory: false },
      })
    const value = { ...base, isMandatory: true, by: steps.map((step) => step.date) }
    const sentence = `An authority that expects to pay more than £100 million in the financial year lists this contract, if its notice falls within 18 months from 1 April, by 26 May: 56 days with 1 April as day 1.`
    if (isLarge === null)
      return depends(
        ['estimatedValue'],
        `${sentence} That is so if the contract is worth more than £2 million.`,
        { value, steps },
      )
    if (it.facts.paysOver100mAYear === undefined)
      return depends(['authorityPaysOver100m'], `${sentence} Does the authority expect that?`, {
        value,
        steps,
      })
    return yes(sentence, { value, steps })
  },
}

const uk2: Rule = {
  reach: 'act',
  row: actRow('notice.UK2', 'notices', 'Preliminary market engagement notice (UK2)', 's.17', {
    provision: 'Procurement Act 2023 ss.16–17',
  }),
  decide: (it) => {
    const base = { code: 'UK2', when: 'before the tender notice' }
    if (!it.isCompetitive)
      return no('The notice belongs to contracts that will have a tender notice.', {
        value: { ...base, isMandatory: false },
      })
    const { hasMarketEngagement } = it.facts
    const duty =
      'If there is preliminary market engagement, publish this notice before the tender notice, or give reasons in the tender notice for not doing so.'
    const { tenderNoticeOn, marketEngagementNoticeOn } = it.dates
    const steps: StepDraft[] =
      tenderNoticeOn === undefined
        ? []
        : [
            {
              id: 'market-engagement-notice',
              title: 'Preliminary market engagement notice (UK2)',
              means: 'before',
              date: tenderNoticeOn,
              given: marketEngagementNoticeOn,
            },
          ]
    if (hasMarketEngagement === undefined)
      return depends(['preliminaryMarketEngagement'], duty, {
        value: { ...base, isMandatory: 'if there is engagement' },
      })
    return hasMarketEngagement
      ? yes(duty, { value: { ...base, isMandatory: true }, steps })
      : no('There is no preliminary market engagement.', { value: { ...base, isMandatory: false } })
  },
}

/** Whether a planned procurement notice shortens the tendering period (s.15(3)); null where a date is missing. */
export const isQualifyingNotice = (it: Case): boolean | null => {
  const { plannedProcurementNoticeOn: planned, tenderNoticeOn: tender } = it.dates
  if (planned === undefined || tender === undefined)
    return it.facts.isQualifyingPlannedNotice ?? (planned === undefined ? false : null)
  return (
    daysBetween(planned, tender) >= QUALIFYING_NOTICE.minimumDays &&
    tender <= addMonths(planned, QUALIFYING_NOTICE.maximumMonths)
  )
}

const uk3: Rule = {
  reach: 'act',
  row: actRow('notice.UK3', 'notices', 'Planned procurement notice (UK3)', 's.15'),
  decide: (it) => {
    const base = {
      code: 'UK3',
      isMandatory: false,
      minimumDaysBefore: QUALIFYING_NOTICE.minimumDays,
      maximumMonthsBefore: QUALIFYING_NOTICE.maximumMonths,
    }
    if (!it.isCompetitive)
      return no('The notice belongs to contracts that will have a tender notice.', {
        value: { ...base, isQualifying: false },
      })
    const isQualifying = isQualifyingNotice(it)
    const { plannedProcurementNoticeOn: planned, tenderNoticeOn } = it.dates
    const steps: StepDraft[] =
      planned === undefined
        ? []
        : [
            {
              id: 'qualifying-from',
              title: 'First tender notice for which the planned procurement notice qualifies',
              means: 'from',
              date: lastDayOfPeriod(planned, QUALIFYING_NOTICE.minimumDays, false),
              given: tenderNoticeOn,
            },
            {
              id: 'qualifying-until',
              title: 'Last tender notice for which the planned procurement notice qualifies',
              means: 'by',
              date: addMonths(planned, QUALIFYING_NOTICE.maximumMonths),
              given: tenderNoticeOn,
            },
          ]
    // "At least 40 days before" is often read as clear days, which the fortieth day itself would not give.
    const isOnTheEdge =
      planned !== undefined &&
      tenderNoticeOn !== undefined &&
      daysBetween(planned, tenderNoticeOn) === QUALIFYING_NOTICE.minimumDays
    return yes(
      `This notice is voluntary. Published at least 40 days and not more than 12 months before the tender notice, it cuts the shortest tendering period to 10 days.${isQualifying === true && planned !== undefined ? ' The one given qualifies.' : ''}${isOnTheEdge ? ' It is exactly 40 days old, so a day more would be safer.' : ''}`,
      { value: { ...base, isQualifying }, steps, ...(isOnTheEdge ? { confidence: 'likely' as const } : {}) },
    )
  },
}

export const planningNotices: readonly Rule[] = [uk1, uk2, uk3]
