import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { Case } from '../case.ts'
import { depends, no, type Outcome, type Row, type Rule, type StepDraft, yes } from '../row.ts'
import { amountOn, THRESHOLDS } from '../tables/thresholds.ts'
import { poundWords } from '../words.ts'

const ROW: Row = {
  id: 'social-value.act-2012',
  topic: 'social-value',
  title: 'Public Services (Social Value) Act 2012 record',
  provision: 'Public Services (Social Value) Act 2012 s.1, as amended by S.I. 2025/163 reg. 7',
  source: 'https://www.legislation.gov.uk/ukpga/2012/3',
  confidence: 'sure',
  kind: 'law',
  from: '2013-01-31',
  until: null,
}

const ORDINARY_SERVICES = THRESHOLDS[11]

/**
 * Light touch contracts are caught from the threshold for ordinary council services (row 12), not only from their own
 * (s.1(16)(b) and (17)(b) as put in by S.I. 2025/163 reg. 7(2)(f)).
 */
const isLightTouchBelow = (it: Case): boolean => {
  const amount =
    ORDINARY_SERVICES === undefined ? undefined : amountOn(ORDINARY_SERVICES.amounts, it.commencedOn)
  return (
    it.isLightTouch &&
    !it.isPublic &&
    it.valuePence !== null &&
    amount !== undefined &&
    it.valuePence >= amount.pence
  )
}

/** The first step that starts the process: a notice to invite, an advertisement or contact about an offer (s.1(2)). */
const startOf = (it: Case): PlainDate | undefined => {
  const {
    marketEngagementNoticeOn,
    tenderNoticeOn,
    transparencyNoticeOn,
    firstSupplierContactOn,
    tendersInvitedOn,
  } = it.dates
  return [
    marketEngagementNoticeOn,
    tenderNoticeOn,
    transparencyNoticeOn,
    firstSupplierContactOn,
    tendersInvitedOn,
  ]
    .filter((day) => day !== undefined)
    .sort()[0]
}

const steps = (it: Case): StepDraft[] => {
  const start = startOf(it)
  return start === undefined
    ? []
    : [
        {
          id: 'social-value-record',
          title: 'Social Value Act record',
          means: 'before',
          date: start,
          given: it.dates.socialValueConsideredOn,
        },
      ]
}

const DUTY =
  'Before the process starts (the first notice, advertisement or contact about an offer), consider how the purchase might improve the economic, social and environmental well-being of the area, how to act in the process to secure that, and whether to consult; only what is relevant and in proportion. Keep a dated record.'

const barOf = (it: Case): string | undefined => {
  if (it.isMarketItself) return 'A dynamic market is not a contract for services.'
  if (it.subject !== 'services' && it.facts.includesServices !== true)
    return 'Goods or works alone are not covered by the 2012 Act; for them section 12(1)(b) of the Procurement Act asks for regard to public benefit.'
  if (it.isCallOff) return 'Call-offs under a framework are left out; the framework itself was covered.'
  if (it.isConcession || it.isUtilities || it.isDefence)
    return 'Concession, utilities and defence contracts are left out.'
  return undefined
}

const decideAct = (it: Case): Outcome => {
  const value = {
    recordBefore: 'the first notice, advertisement or contact with a supplier',
    mustConsiderConsultation: true,
  }
  const bar = barOf(it)
  if (bar !== undefined) return no(bar, { value: { ...value, recordBefore: null } })
  if (it.regime === 'exempt')
    return no('Exempted contracts are left out.', { value: { ...value, recordBefore: null } })
  if (it.regime === 'previous' || it.regime === 'health') {
    return depends(
      ['the 2012 Act as it stood'],
      `${DUTY} The 2012 Act may apply here too, but by thresholds and definitions that are not held here.`,
      { value, confidence: 'unsure' },
    )
  }
  if (it.subject !== 'services') {
    return depends(
      ['contractType'],
      `${DUTY} Whether a contract mainly for ${it.subject} that includes services is a public services contract is a matter of reading: making the record is the safe course.`,
      { value, confidence: 'likely', steps: steps(it) },
    )
  }
  if (it.isPublic)
    return yes(
      `${DUTY} In urgency the duty may be set aside so far as it is impractical, if the delay is not the authority’s own. A procurement without the record stays valid (s.1(10)), but can be challenged in public law.`,
      { value, steps: steps(it) },
    )
  if (isLightTouchBelow(it)) {
    const amount = amountOn(ORDINARY_SERVICES?.amounts ?? [], it.commencedOn)
    return yes(
      `${DUTY} Light touch services are covered from ${poundWords(amount?.pence ?? 0)}, below their own threshold.`,
      { value, confidence: 'likely', steps: steps(it) },
    )
  }
  return no(
    'The contract is below the size that the 2012 Act covers; considering the same questions is good practice.',
    { value: { ...value, recordBefore: null } },
  )
}

const act: Rule = { reach: 'any', row: ROW, decide: decideAct }

const threshold: Rule = {
  reach: 'any',
  row: {
    ...ROW,
    id: 'social-value.act-threshold',
    title: 'Size from which the Social Value Act applies',
    provision: 'Public Services (Social Value) Act 2012 s.1(16)–(17)',
    source: 'https://www.legislation.gov.uk/uksi/2025/163/regulation/7',
    confidence: 'likely',
    from: '2025-02-24',
  },
  decide: (it): Outcome => {
    if (barOf(it) !== undefined || it.regime !== 'act')
      return no(
        'The contract is of a kind that the 2012 Act leaves out, or is not governed by the Procurement Act.',
      )
    const amount = it.isLightTouch
      ? amountOn(ORDINARY_SERVICES?.amounts ?? [], it.commencedOn)
      : (it.thresholdAmount ?? undefined)
    const isCaught = it.isPublic || isLightTouchBelow(it)
    const sentence = `The 2012 Act covers ${it.isLightTouch ? 'light touch services' : 'services'} from ${poundWords(amount?.pence ?? 0)} with VAT.`
    return (isCaught ? yes : no)(sentence, {
      value: { amountPence: amount?.pence ?? null, comparator: '>=', isCaught },
    })
  },
}

const section17: Rule = {
  reach: 'any',
  row: {
    id: 'social-value.section-17',
    topic: 'social-value',
    title: 'Non-commercial matters in award criteria',
    provision: 'Local Government Act 1988 s.17, with s.17(11) put in by the 2012 Act s.2',
    source: 'https://www.legislation.gov.uk/ukpga/1988/9/section/17',
    confidence: 'sure',
    kind: 'law',
    from: '2013-01-31',
    until: null,
  },
  decide: (it): Outcome => {
    if (it.authority !== 'council' && it.authority !== 'parish-council')
      return depends(
        ['authority'],
        'Section 17 reaches the authorities listed in Schedule 2 of the 1988 Act; whether this one is listed is not known here.',
      )
    return yes(
      'The council may not weigh non-commercial matters, such as terms of employment, politics or origin, except so far as it is needed to meet the Social Value Act duty.',
      { value: { exceptionForSocialValueAct: true } },
    )
  },
}

export const socialValueActRules: readonly Rule[] = [act, threshold, section17]
