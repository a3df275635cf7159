import type { PlainDate } from '../../../../kernel/plain-date.ts'
import { lastDayOfMonths, lastDayOfPeriod } from '../periods.ts'
import { actRow, depends, no, type Outcome, type Rule, type StepDraft, yes } from '../row.ts'
import { PERFORMANCE_FROM, startedIn2026 } from '../tables/commencement.ts'
import { DAYS, KPI } from '../tables/periods.ts'
import { dayWords } from '../words.ts'
import { areKpisSet } from './kpis.ts'

const kpiSteps = (entered: PlainDate | undefined): StepDraft[] =>
  entered === undefined
    ? []
    : [
        {
          id: 'kpi-assessment',
          title: 'First assessment against the indicators (UK9)',
          means: 'by',
          date: lastDayOfMonths(entered, KPI.everyMonths),
        },
      ]

const uk9Kpi: Rule = {
  reach: 'act',
  row: actRow('notice.UK9.kpi', 'notices', 'Contract performance notice (UK9): indicators', 's.71(2)', {
    ...startedIn2026,
  }),
  decide: (it): Outcome => {
    const set = areKpisSet(it)
    const value = {
      code: 'UK9',
      isMandatory: set !== false,
      everyMonths: KPI.everyMonths,
      alsoOn: 'termination',
      ratings: ['Good', 'Approaching target', 'Requires improvement', 'Inadequate', 'Other'],
    }
    if (set === false)
      return no(
        'No performance indicators have to be set under section 52, so there is nothing to assess against.',
        { value },
      )
    const entered = it.dates.contractEnteredOn
    const isEarlier = entered !== undefined && entered < PERFORMANCE_FROM
    const sentence = `Assess performance against the indicators and publish the result at least once in every 12 months and when the contract ends.${isEarlier ? ' The contract is older than this duty, and from which day its first 12 months run is not settled: the earlier reading is taken.' : ''}`
    const more = { value, steps: kpiSteps(entered), ...(isEarlier ? { confidence: 'unsure' as const } : {}) }
    return set === null ? depends(['estimatedValue'], sentence, more) : yes(sentence, more)
  },
}

const uk9Event: Rule = {
  reach: 'act',
  row: actRow(
    'notice.UK9.event',
    'notices',
    'Contract performance notice (UK9): breach or poor performance',
    's.71(3)',
    {
      ...startedIn2026,
      provision: 'Procurement Act 2023 s.71(3)–(6)',
    },
  ),
  decide: (it): Outcome => {
    const isReached = it.isPublic && !it.isLightTouch
    const { performanceEventOn, performanceNoticeOn } = it.dates
    const isInTime = performanceEventOn !== undefined && performanceEventOn >= PERFORMANCE_FROM
    const by = isReached && isInTime ? lastDayOfPeriod(performanceEventOn, DAYS.performanceEvent, true) : null
    const value = {
      code: 'UK9',
      isMandatory: isReached ? 'on the event' : false,
      days: DAYS.performanceEvent,
      countsFrom: 'the day the trigger first applies',
      countsStartDay: true,
      by,
    }
    if (!isReached)
      return no(
        it.isPublic
          ? 'Light touch contracts are left out (s.71(6)).'
          : 'The contract is not a public contract.',
        { value },
      )
    if (performanceEventOn !== undefined && !isInTime)
      return no(
        `The duty began on ${dayWords(PERFORMANCE_FROM)}, after the event of ${dayWords(performanceEventOn)}.`,
        { value: { ...value, isMandatory: false } },
      )
    const steps: StepDraft[] =
      by === null
        ? []
        : [
            {
              id: 'performance-notice',
              title: 'Contract performance notice (UK9)',
              means: 'by',
              date: by,
              given: performanceNoticeOn,
            },
          ]
    return yes(
      `If a breach leads to full or partial termination, damages or a settlement, or performance stays unsatisfactory after a proper chance to improve, publish that within 30 days, the day it first applies being day 1${by === null ? '' : `: by ${dayWords(by)}`}. The notice gives every authority a ground to exclude the supplier, so have it approved twice.`,
      { value, steps },
    )
  },
}

const uk11: Rule = {
  reach: 'act',
  row: actRow('notice.UK11', 'notices', 'Contract termination notice (UK11)', 's.80'),
  decide: (it) => {
    const isReached = it.isPublic && !it.isUserChoice
    const { contractEndedOn, terminationNoticeOn } = it.dates
    const by =
      isReached && contractEndedOn !== undefined
        ? lastDayOfPeriod(contractEndedOn, DAYS.terminationNotice, true)
        : null
    const value = {
      code: 'UK11',
      isMandatory: isReached,
      days: DAYS.terminationNotice,
      countsFrom: 'the day the contract ends',
      countsStartDay: true,
      by,
    }
    if (!isReached)
      return no(
        it.isUserChoice
          ? 'A user choice award needs no contract termination notice (s.80(4)).'
          : 'The contract is not a public contract.',
        { value },
      )
    const steps: StepDraft[] =
      by === null
        ? []
        : [
            {
              id: 'termination-notice',
              title: 'Contract termination notice (UK11)',
              means: 'by',
              date: by,
              given: terminationNoticeOn,
            },
          ]
    return yes(
      `However the contract ends, by expiry too, publish a contract termination notice within 30 days, the day it ends being day 1${by === null ? '' : `: by ${dayWords(by)}`}.`,
      { value, steps },
    )
  },
}

export const performanceNotices: readonly Rule[] = [uk9Kpi, uk9Event, uk11]
