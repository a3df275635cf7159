import type { Case } from '../case.ts'
import { actRow, depends, no, type Outcome, type Row, type Rule, yes } from '../row.ts'
import { THRESHOLDS_EXPECTED_TO_CHANGE_ON, TRIGGERS, type Trigger } from '../tables/thresholds.ts'
import { dayWords, poundWords } from '../words.ts'
import { suitabilityAmountOf, valueTriggers } from './triggers.ts'

const contract: Rule = {
  reach: 'act',
  row: actRow('threshold.contract', 'thresholds', 'Threshold for this kind of contract', 'Sch 1', {
    provision: 'Procurement Act 2023 s.3 and Sch 1; S.I. 2025/1200',
  }),
  decide: (it) => {
    if (it.isMarketItself || it.thresholdAmount === null)
      return no('A dynamic market is not a contract and has no threshold.')
    const amount = it.thresholdAmount
    const isAtOrAbove = it.valuePence === null ? null : it.valuePence >= amount.pence
    const value = {
      row: it.threshold.row,
      id: it.threshold.id,
      contractType: it.threshold.contractType,
      thresholdPence: amount.pence,
      comparator: '>=',
      includesVat: true,
      amountFrom: amount.from,
      amountUntil: amount.until,
      instrument: amount.instrument,
      valuePence: it.valuePence,
      isAtOrAbove,
    }
    const isExpectedToChange = it.commencedOn >= THRESHOLDS_EXPECTED_TO_CHANGE_ON
    const doubt = isExpectedToChange
      ? ` The amounts are expected to change on ${dayWords(THRESHOLDS_EXPECTED_TO_CHANGE_ON)}, before this procurement commences, so check them.`
      : ''
    const sentence = `The threshold for ${it.threshold.contractType} is ${poundWords(amount.pence)} with VAT, for procurements that commence from ${dayWords(amount.from)}${amount.until === null ? '' : ` to ${dayWords(amount.until)}`}.${doubt}`
    const more = isExpectedToChange ? { value, confidence: 'unsure' as const } : { value }
    return it.isPublic
      ? yes(`${sentence} The contract is at or above it, or counts as above.`, more)
      : no(`${sentence} The contract is below it.`, more)
  },
}

type Measure = {
  readonly row: Row
  readonly trigger: (it: Case) => Trigger
  readonly counts: (it: Case) => boolean
  readonly leads: string
  readonly leaves: string
}

const measured = ({ row, trigger, counts, leads, leaves }: Measure): Rule => ({
  reach: 'act',
  row,
  decide: (it): Outcome => {
    const limit = trigger(it)
    const isPast = valueTriggers(it, limit)
    const value = {
      amountPence: limit.pence,
      comparator: limit.comparator,
      includesVat: true,
      valuePence: it.valuePence,
      isPast,
    }
    const words = `${limit.comparator === '>' ? 'more than' : 'not less than'} ${poundWords(limit.pence)}`
    if (!counts(it)) return no(leaves, { value })
    if (isPast === null)
      return depends(['estimatedValue'], `The amount is ${words}; the value cannot be estimated.`, { value })
    return isPast
      ? yes(`The value is ${words}: ${leads}`, { value })
      : no(`The value is not ${words}.`, { value })
  },
})

const notifiable = measured({
  row: actRow('threshold.notifiable', 'thresholds', 'Notifiable below-threshold contract', 's.87(4)'),
  trigger: (it) => (it.authority === 'central-government' ? TRIGGERS.notifiableCentral : TRIGGERS.notifiable),
  counts: (it) => it.isRegulatedBelow,
  leads: 'the below-threshold notices apply.',
  leaves: 'Only a regulated below-threshold contract can be notifiable.',
})
const pipeline = measured({
  row: actRow('threshold.pipeline', 'thresholds', 'Large enough for the pipeline notice', 's.93(3)'),
  trigger: () => TRIGGERS.pipelineContract,
  counts: (it) => it.isPublic,
  leads: 'it belongs in the pipeline notice of an authority that has to publish one.',
  leaves: 'Only public contracts are listed in a pipeline notice.',
})
const five = measured({
  row: actRow(
    'threshold.five-million',
    'thresholds',
    'Large enough for indicators and a published copy',
    's.52(1)',
    { provision: 'Procurement Act 2023 s.52(1), s.53(3) and s.77(2)' },
  ),
  trigger: () => TRIGGERS.kpi,
  counts: (it) => it.isPublic,
  leads: 'performance indicators and publication of the contract come into question.',
  leaves: 'Indicators and published copies are for public contracts.',
})

const suitability: Rule = {
  reach: 'act',
  row: actRow('threshold.suitability', 'thresholds', 'Suitability stage below threshold', 's.85(3)', {
    provision: 'Procurement Act 2023 s.85(1)–(3); S.I. 2025/1200 reg. 2(2)',
  }),
  decide: (it) => {
    if (!it.isRegulatedBelow)
      return no('The ban on a suitability stage is for regulated below-threshold contracts.')
    if (it.isCallOff)
      return no('The ban on a suitability stage leaves out contracts awarded under a framework (s.85(5)).', {
        value: { isSuitabilityStageAllowed: true },
      })
    const amount = suitabilityAmountOf(it)
    const isLifted =
      it.subject === 'works' &&
      amount !== undefined &&
      it.valuePence !== null &&
      it.valuePence >= amount.pence
    const value = {
      isSuitabilityStageAllowed: isLifted,
      worksAmountPence: amount?.pence ?? null,
      comparator: '>=',
    }
    const limit = amount === undefined ? '' : poundWords(amount.pence)
    if (isLifted)
      return no(
        `This works contract is worth ${limit} or more, so tenderers may be shortlisted on suitability first.`,
        { value },
      )
    return yes(
      `Nobody may be kept from tendering by a check of suitability; suitability may be looked at when tenders are assessed. Only works of ${limit} or more may be shortlisted.`,
      { value },
    )
  },
}

export const thresholdRules: readonly Rule[] = [contract, notifiable, pipeline, five, suitability]
