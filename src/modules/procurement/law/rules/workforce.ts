import { depends, no, type Outcome, type Rule } from '../row.ts'
import { dayWords } from '../words.ts'

const EXPECTED_FROM = '2026-10-01'

const twoTier: Rule = {
  reach: 'act',
  row: {
    id: 'workforce.two-tier',
    topic: 'workforce',
    title: 'No two-tier workforce in outsourcing',
    provision: 'Procurement Act 2023 Part 5A (s.83A onwards), put in by the Employment Rights Act 2025 s.32',
    source: 'https://www.legislation.gov.uk/ukpga/2025/36/section/32',
    confidence: 'unsure',
    kind: 'law',
    from: null,
    until: null,
  },
  decide: (it): Outcome => {
    if (it.subject !== 'services' || it.facts.isOutsourcing === false || it.isMarketItself)
      return no('The rule is for outsourcing of services that an authority’s own staff perform.')
    if (it.commencedOn < EXPECTED_FROM)
      return no(
        `The Government meant the rule to start in October 2026; this procurement commenced before ${dayWords(EXPECTED_FROM)}.`,
        { confidence: 'likely' },
      )
    return depends(
      ['the regulations and the code'],
      'If the contract outsources work of the council’s staff, those who transfer and those who work beside them may have to be treated no less favourably. The power is law; whether its regulations and code are made and in force is not settled in our sources: check.',
      { value: { isInForce: null } },
    )
  },
}

export const workforceRules: readonly Rule[] = [twoTier]
