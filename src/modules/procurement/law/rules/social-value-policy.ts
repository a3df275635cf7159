import type { Case } from '../case.ts'
import { actRow, depends, no, type Outcome, type Row, type Rule, yes } from '../row.ts'
import { TRIGGERS } from '../tables/thresholds.ts'
import { valueTriggers } from './triggers.ts'

const benefit: Rule = {
  reach: 'act',
  row: actRow('social-value.objectives', 'social-value', 'Objectives of a procurement', 's.12(1)', {
    provision: 'Procurement Act 2023 s.1 and s.12(1)–(3)',
  }),
  decide: (it) =>
    it.isPublic
      ? yes(
          'Have regard to value for money, public benefit, sharing information so that decisions can be understood, and acting with integrity; treat suppliers alike unless a difference justifies otherwise. This lasts through management and ending of the contract.',
        )
      : no('The objectives of section 12 are for public contracts.'),
}

const minimumWeight: Rule = {
  reach: 'any',
  row: actRow('social-value.minimum-weight', 'social-value', 'Minimum weight for social value', 's.23', {
    commencedFrom: null,
  }),
  decide: () =>
    no(
      'No statute sets a minimum weight for social value in a council’s tenders. A social value criterion is lawful if it meets the rules for every award criterion (s.23(2)).',
      { value: { minimumWeightPercent: null } },
    ),
}

const NPPS = 'https://www.legislation.gov.uk/ukpga/2023/54/section/13'
const npps: Rule = {
  reach: 'any',
  row: actRow('social-value.npps', 'social-value', 'National procurement policy statement', 's.13(9)', {
    provision: 'Procurement Act 2023 s.13(9)–(10); statement of 13 February 2025',
    source: NPPS,
  }),
  decide: (it): Outcome => {
    if (it.isCallOff) return no('The duty leaves out awards under a framework (s.13(10)).')
    if (it.route === 'dynamic-market-award')
      return no('The duty leaves out awards by a dynamic market (s.13(10)).')
    const duty =
      'Have regard to the statement: spend with small firms and voluntary bodies, good jobs, innovation, benefit to local communities, suppliers of integrity, and commercial skill. It reaches below-threshold buying too, and cannot be sued on.'
    if (it.regime === 'exempt' || it.regime === 'health')
      return depends(
        ['the reading of s.13'],
        `${duty} It speaks of procurement in general, so it probably reaches this contract although the rest of the Act does not.`,
        { confidence: 'likely' },
      )
    if (it.regime === 'previous')
      return no('The duty came with the Procurement Act, which does not govern this procurement.')
    return yes(duty, { value: { statementOf: '2025-02-13', effectiveFrom: '2025-02-24' } })
  },
}

const guidance = (id: string, title: string, provision: string, source: string, more: Partial<Row>): Row => ({
  id,
  topic: 'social-value',
  title,
  provision,
  source,
  confidence: 'sure',
  kind: 'guidance',
  from: null,
  until: null,
  ...more,
})

const ppn002: Rule = {
  reach: 'any',
  row: guidance(
    'social-value.ppn-002',
    'Social Value Model of 2025 (PPN 002)',
    'Procurement Policy Note 002',
    'https://gov.uk/government/publications/ppn-002-taking-account-of-social-value-in-the-award-of-contracts/ppn-002-taking-account-of-social-value-in-the-award-of-central-government-contracts-html',
    { from: '2025-02-24', until: '2026-12-31' },
  ),
  decide: (it): Outcome => {
    const value = { isDutyForCouncils: false, minimumWeightPercentForCentralGovernment: 10 }
    if (it.authority === 'central-government')
      return depends(
        ['value and scope'],
        'Central departments must give social value at least 10 % of the score from 1 October 2025.',
        { value },
      )
    return yes(
      'The model is for central government; a council may use it as a template, but does not have to, and its weight of 10 % does not bind councils.',
      { value },
    )
  },
}

const ppn026: Rule = {
  reach: 'any',
  row: guidance(
    'social-value.ppn-026',
    'Social Value Model of 2026 (PPN 026)',
    'Procurement Policy Note 026',
    'https://www.gov.uk/government/publications/ppn-026-the-social-value-model/ppn-026-the-social-value-model-html',
    { from: '2027-01-01', confidence: 'likely' },
  ),
  decide: (it): Outcome => {
    const value = {
      isDutyForCouncils: false,
      fromPence: TRIGGERS.ppn026.pence,
      comparator: '>=',
      weights: [
        { fromPence: 100_000_000, belowPence: 500_000_000, percent: 10 },
        { fromPence: 500_000_000, belowPence: null, percent: 20 },
      ],
    }
    const isLarge = valueTriggers(it, TRIGGERS.ppn026)
    if (isLarge === false) return no('The model is for contracts of £1 million or more with VAT.', { value })
    return yes(
      'The model on good jobs and skills is for central government contracts of £1 million or more; a council may use it as a template, but does not have to.',
      { value },
    )
  },
}

const ppn024: Rule = {
  reach: 'any',
  row: guidance(
    'social-value.ppn-024',
    'Public interest test (PPN 024)',
    'Procurement Policy Note 024',
    'https://www.gov.uk/government/publications/ppn-024-the-public-interest-test-and-insourcing-strategy/insourcing-and-the-public-interest-test-guidance-note-html',
    { from: '2027-04-01' },
  ),
  decide: (it: Case): Outcome => {
    const value = { isDutyForCouncils: false, triggerPence: TRIGGERS.ppn024.pence, comparator: '>' }
    if (it.subject !== 'services' || it.isMarketItself) return no('The test is for services.', { value })
    if (it.isDirect && (it.ground === 'urgency' || it.ground === 'protect-life'))
      return no('Direct awards for urgency or to protect life are left out.', { value })
    if (it.regime === 'exempt' || it.regime === 'health')
      return no('Exempted contracts and regulated health procurement are left out.', { value })
    if (valueTriggers(it, TRIGGERS.ppn024) === false)
      return no('The test is for services worth more than £1 million with VAT.', { value })
    return yes(
      'Recommended practice, not a duty for councils: before buying a service worth more than £1 million, weigh whether it is a good candidate for delivery in-house and whether the council is ready for that, and keep the result.',
      { value },
    )
  },
}

export const socialValuePolicyRules: readonly Rule[] = [benefit, minimumWeight, npps, ppn002, ppn026, ppn024]
