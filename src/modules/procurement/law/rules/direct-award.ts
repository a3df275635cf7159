import type { Case } from '../case.ts'
import type { DirectAwardGround } from '../facts.ts'
import { addMonths } from '../periods.ts'
import { actRow, depends, no, type Outcome, type Rule, yes } from '../row.ts'
import { dayWords } from '../words.ts'

type Ground = { readonly place: string; readonly test: string; readonly evidence: string }

/** The grounds of Schedule 5 that a council can meet, and s.42; with the evidence to keep. */
const GROUNDS: Readonly<Record<DirectAwardGround, Ground>> = {
  prototype: {
    place: 'Sch 5 paras 2–3',
    test: 'a prototype, or novel goods or services made at the authority’s request, for testing, research or development',
    evidence: 'the purpose',
  },
  artistic: {
    place: 'Sch 5 para 4',
    test: 'a unique work of art or artistic performance',
    evidence: 'why it is unique',
  },
  'exclusive-rights': {
    place: 'Sch 5 para 5',
    test: 'only one supplier has the rights, and there is no reasonable alternative',
    evidence: 'the search for alternatives',
  },
  technical: {
    place: 'Sch 5 para 6',
    test: 'for technical reasons there is no competition, and no reasonable alternative',
    evidence: 'the search for alternatives',
  },
  additional: {
    place: 'Sch 5 para 7',
    test: 'more of, or a partial replacement for, what the existing supplier supplies, where a change would bring incompatibility and disproportionate technical difficulty',
    evidence: 'the technical case',
  },
  similar: {
    place: 'Sch 5 para 8',
    test: 'similar supplies from the existing supplier, whose contract was competed for within five years and announced this possibility',
    evidence: 'the reference of the earlier tender notice',
  },
  commodity: { place: 'Sch 5 para 10', test: 'goods bought on a commodity market', evidence: 'the market' },
  insolvency: {
    place: 'Sch 5 paras 11–12',
    test: 'particularly advantageous terms because a supplier is insolvent',
    evidence: 'the terms and the insolvency',
  },
  urgency: {
    place: 'Sch 5 paras 13–14',
    test: 'extreme and unavoidable urgency that the authority neither caused nor could foresee',
    evidence: 'the timeline',
  },
  'protect-life': {
    place: 's.42',
    test: 'regulations that allow direct award to protect life, health, public order or safety',
    evidence: 'the regulations',
  },
  'user-choice': {
    place: 'Sch 5 paras 15–17',
    test: 'a light touch service for an individual whose views the law says must be regarded, where a preference was stated or only one provider can serve, and competition is not in their best interests',
    evidence: 'the preference and the assessment of best interests',
  },
}

/** Similar supplies: the earlier award must lie within five years ending with the transparency notice (Sch 5 para 8(a)). */
const similarTooOld = (it: Case): string | undefined => {
  const { earlierAwardOn, transparencyNoticeOn } = it.dates
  if (earlierAwardOn === undefined || transparencyNoticeOn === undefined) return undefined
  return addMonths(earlierAwardOn, 60) > transparencyNoticeOn
    ? undefined
    : `The earlier contract was awarded on ${dayWords(earlierAwardOn)}, more than five years before the transparency notice of ${dayWords(transparencyNoticeOn)}.`
}

const decideGround = (it: Case): Outcome => {
  if (!it.isPublic)
    return no(
      'Below the threshold a direct award needs no ground under the Act; the council’s own rules apply.',
    )
  if (!it.isDirect) return no('The contract is not awarded directly.')
  if (it.route === 'switch-to-direct-award') {
    return yes(
      'A competition was run, brought no suitable tender or request, and award by competition is not possible: the contract may go directly to a supplier that is not excluded (s.43).',
      { value: { ground: 'switch', place: 's.43', evidence: 'why every tender was unsuitable' } },
    )
  }
  if (it.ground === null)
    return depends(
      ['directAwardGround'],
      'On which ground of Schedule 5? Without one a direct award of a public contract is unlawful. The answers take it that the ground is neither urgency nor user choice.',
      { value: { ground: null } },
    )
  const ground = GROUNDS[it.ground]
  const tooOld = it.ground === 'similar' ? similarTooOld(it) : undefined
  const value = {
    ground: it.ground,
    place: ground.place,
    evidence: ground.evidence,
    isBarred: tooOld !== undefined,
  }
  if (tooOld !== undefined) return no(`The ground does not hold. ${tooOld}`, { value })
  return yes(`The ground is ${ground.test} (${ground.place}). Keep as evidence ${ground.evidence}.`, {
    value,
  })
}

const ground: Rule = {
  reach: 'act',
  row: actRow('route.direct-award-ground', 'route', 'Ground for direct award', 's.41', {
    provision: 'Procurement Act 2023 ss.41–43 and Sch 5',
  }),
  decide: decideGround,
}

const supplier: Rule = {
  reach: 'act',
  row: actRow('route.direct-award-supplier', 'route', 'The supplier of a direct award', 's.41(1)', {
    provision: 'Procurement Act 2023 s.41(1)–(5) and s.43',
  }),
  decide: (it) =>
    it.isPublic && it.isDirect
      ? yes(
          'The supplier must not be an excluded one, and whether it is excludable must be considered first. An excluded supplier may be taken only for an overriding public interest, which the Act defines narrowly.',
        )
      : no('The contract is not awarded directly.'),
}

export const directAwardRules: readonly Rule[] = [ground, supplier]
