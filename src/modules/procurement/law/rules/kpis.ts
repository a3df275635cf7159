import type { Case } from '../case.ts'
import { actRow, depends, no, type Outcome, type Rule, yes } from '../row.ts'
import { KPI } from '../tables/periods.ts'
import { TRIGGERS } from '../tables/thresholds.ts'
import { valueTriggers } from './triggers.ts'

const barOf = (it: Case): string | undefined => {
  if (!it.isPublic) return 'The contract is not a public contract.'
  if (it.isFramework) return 'Frameworks are left out; indicators are set for call-offs.'
  if (it.isConcession) return 'Concession contracts are left out.'
  if (it.isLightTouch) return 'Light touch contracts are left out.'
  return it.facts.areKpisInappropriate === true
    ? 'The authority considers that performance could not appropriately be judged by indicators: keep the reasons on record.'
    : undefined
}

/** Whether performance indicators have to be set; null where the value cannot be estimated (s.52). */
export const areKpisSet = (it: Case): boolean | null =>
  barOf(it) === undefined ? valueTriggers(it, TRIGGERS.kpi) : false

const set: Rule = {
  reach: 'act',
  row: actRow('kpi.set', 'kpis', 'Set performance indicators', 's.52(1)', {
    provision: 'Procurement Act 2023 s.52(1)–(2) and (6)',
  }),
  decide: (it): Outcome => {
    const bar = barOf(it)
    const value = { minimumCount: KPI.minimumCount, triggerPence: TRIGGERS.kpi.pence, comparator: '>' }
    if (bar !== undefined) return no(bar, { value })
    const sentence =
      'Before entering into a public contract worth more than £5 million, set at least three key performance indicators, unless performance could not appropriately be judged by any.'
    const isLarge = areKpisSet(it)
    if (isLarge === null) return depends(['estimatedValue'], sentence, { value })
    return isLarge
      ? yes(sentence, { value })
      : no('The contract is not worth more than £5 million.', { value })
  },
}

const publish: Rule = {
  reach: 'act',
  row: actRow('kpi.publish', 'kpis', 'Publish the indicators', 's.52(3)', {
    provision: 'Procurement Act 2023 s.52(3); Procurement Regulations 2024 reg. 32',
    confidence: 'likely',
  }),
  decide: (it): Outcome => {
    const value = { describedInContractDetailsNotice: KPI.publishedCount }
    const sentence =
      'Publish every indicator that was set; the contract details notice describes the three most material.'
    const isSet = areKpisSet(it)
    if (isSet === null) return depends(['estimatedValue'], sentence, { value })
    return isSet ? yes(sentence, { value }) : no('No indicators have to be set.', { value })
  },
}

const ratings: Rule = {
  reach: 'act',
  row: {
    id: 'kpi.ratings',
    topic: 'kpis',
    title: 'Rating scale',
    provision: 'Procurement Regulations 2024 (S.I. 2024/692) reg. 39(5)',
    source: 'https://www.legislation.gov.uk/uksi/2024/692/regulation/39',
    confidence: 'sure',
    kind: 'law',
    from: '2026-01-01',
    until: null,
    commencedFrom: '2025-02-24',
  },
  decide: (it): Outcome => {
    const value = {
      ratings: [
        { name: 'Good', meaning: 'at or above the indicators' },
        { name: 'Approaching target', meaning: 'close to them' },
        { name: 'Requires improvement', meaning: 'below them' },
        { name: 'Inadequate', meaning: 'significantly below them' },
        { name: 'Other', meaning: 'none of the others describes it' },
      ],
    }
    const isSet = areKpisSet(it)
    const sentence =
      'Performance is rated Good, Approaching target, Requires improvement, Inadequate or Other.'
    if (isSet === null) return depends(['estimatedValue'], sentence, { value })
    return isSet ? yes(sentence, { value }) : no('No indicators have to be set.', { value })
  },
}

const socialValue: Rule = {
  reach: 'act',
  row: actRow('kpi.social-value', 'kpis', 'An indicator for social value', 's.52'),
  decide: () =>
    no(
      'No law requires an indicator to be about social value; a council may choose one. A proposal of 2025 to require it has not become law in our sources.',
      { value: { isRequiredByLaw: false } },
    ),
}

export const kpiRules: readonly Rule[] = [set, publish, ratings, socialValue]
