import type { Case } from '../case.ts'
import { ACT_FROM, actRow, depends, no, type Rule, yes } from '../row.ts'
import { dayWords, poundWords } from '../words.ts'

const PREVIOUS =
  'the law before the Procurement Act (the Public Contracts Regulations 2015, or for concessions and utilities the 2016 Regulations)'

/** Why the Act does not govern a contract, as the end of a sentence; undefined where it does. */
export const whyNotTheAct = (it: Case): string | undefined => {
  if (it.regime === 'previous')
    return `the procurement${it.isCallOff ? ' of its framework' : ''} commenced before ${dayWords(ACT_FROM)}, so ${PREVIOUS} still governs it`
  if (it.regime === 'health')
    return 'regulated health procurement is outside the Procurement Act and follows the Provider Selection Regime'
  if (it.regime === 'exempt') return 'the contract is exempted by Schedule 2 of the Procurement Act'
  return undefined
}

const standingOf = (it: Case): string => {
  if (it.isMarketItself) return 'dynamic-market'
  if (it.isPublic) return 'public-contract'
  if (it.isNotifiable) return 'notifiable-below-threshold'
  return it.isRegulatedBelow ? 'regulated-below-threshold' : 'unregulated-below-threshold'
}

const STANDING: Readonly<Record<string, string>> = {
  'dynamic-market':
    'Setting up a dynamic market is not a contract (s.35(5)); its own notices and conditions apply.',
  'public-contract': 'It is a public contract, so the whole Procurement Act applies.',
  'notifiable-below-threshold':
    'It is a notifiable below-threshold contract: Part 6 applies, with its notices.',
  'regulated-below-threshold':
    'It is a regulated below-threshold contract, too small for notices: of Part 6 only the rules on procedure, small firms and payment apply.',
  'unregulated-below-threshold':
    'It is below its threshold and outside Part 6, which leaves out concessions, utilities contracts and schools (s.84).',
}

const commencement: Rule = {
  reach: 'any',
  row: {
    ...actRow('regime.law', 'regime', 'Which law governs', 's.11'),
    provision: 'Procurement Act 2023 s.11; S.I. 2024/716 regs 2, 5, 7 and 8',
    source: 'https://www.legislation.gov.uk/uksi/2024/716',
    commencedFrom: null,
  },
  decide: (it) => {
    const why = whyNotTheAct(it)
    const value = {
      regime: it.regime,
      commencedOn: it.commencedOn,
      isGovernedByProcurementAct: why === undefined,
    }
    if (why !== undefined)
      return no(`The Procurement Act 2023 does not govern this contract: ${why}.`, { value })
    return yes(
      `The Procurement Act 2023 governs this contract, because the procurement commenced on ${dayWords(it.commencedOn)}, not before ${dayWords(ACT_FROM)}.`,
      { value },
    )
  },
}

const standing: Rule = {
  reach: 'act',
  row: actRow('regime.standing', 'regime', 'Public contract or below threshold', 's.3'),
  decide: (it) => {
    const kind = standingOf(it)
    const amount = it.thresholdAmount
    const compared =
      it.isMarketItself || amount === null
        ? ''
        : it.valuePence === null
          ? ' Its value cannot be estimated, so it counts as above the threshold (Sch 3 para 5).'
          : ` Its value of ${poundWords(it.valuePence)} with VAT is ${it.valuePence >= amount.pence ? 'not less than' : 'less than'} the threshold of ${poundWords(amount.pence)} for ${it.threshold.contractType}.`
    const outcome = it.isPublic ? yes : no
    return outcome(`${STANDING[kind] ?? ''}${compared}`, {
      value: { standing: kind, isPublicContract: it.isPublic },
    })
  },
}

const health: Rule = {
  reach: 'any',
  row: {
    id: 'regime.health',
    topic: 'regime',
    title: 'Provider Selection Regime',
    provision: 'Procurement Regulations 2024 (S.I. 2024/692) reg. 43',
    source: 'https://www.legislation.gov.uk/uksi/2024/692/regulation/43',
    confidence: 'likely',
    kind: 'law',
    from: ACT_FROM,
    until: null,
  },
  decide: ({ facts, isLightTouch }) => {
    if (facts.isRegulatedHealth === true)
      return yes(
        'Regulated health procurement, such as public health services, is outside the Act: use the Provider Selection Regime, which is not explained here.',
      )
    if (facts.isRegulatedHealth === false || !isLightTouch)
      return no('This is not regulated health procurement, so the Provider Selection Regime does not apply.')
    return depends(
      ['regulatedHealth'],
      'If these are health care services for individuals, such as public health services, the Provider Selection Regime may apply instead of the Act. The answers take it that it does not.',
    )
  },
}

const OCTOBER = '2026-10-01'
const amendments: Rule = {
  reach: 'act',
  row: {
    id: 'regime.amendments-2026',
    topic: 'regime',
    title: 'Procurement (Amendment) Regulations 2026',
    provision: 'Procurement (Amendment) Regulations 2026',
    source: 'https://www.legislationtracker.co.uk/article/procurement-amendment-regulations-2026-27-03-26',
    confidence: 'sure',
    kind: 'law',
    from: '2026-03-24',
    until: null,
  },
  decide: ({ commencedOn }) => {
    const staged =
      'They started in stages on 24 March, 1 April and 1 October 2026 and changed payment information, supplier identifiers and below-threshold notices.'
    if (commencedOn < OCTOBER)
      return yes(`The 2026 amendments to the Procurement Regulations apply. ${staged}`)
    return depends(
      ['the text of the regulations'],
      `${staged} What started on 1 October 2026 is not settled in our sources: check it before relying on these answers.`,
      { confidence: 'unsure' },
    )
  },
}

export const regimeRules: readonly Rule[] = [commencement, standing, health, amendments]
