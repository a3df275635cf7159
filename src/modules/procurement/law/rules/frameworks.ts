import type { Arrangement } from '../facts.ts'
import { actRow, depends, no, type Rule, yes } from '../row.ts'

const MAXIMUM_YEARS: Readonly<Partial<Record<Arrangement, number>>> = { framework: 4, 'open-framework': 8 }

const frameworkTerm: Rule = {
  reach: 'act',
  row: actRow('route.framework-term', 'route', 'Longest term of a framework', 's.47', {
    provision: 'Procurement Act 2023 s.47 and s.49',
  }),
  decide: (it) => {
    if (!it.isFramework) return no('This is not a framework.')
    if (it.isLightTouch) return no('A light touch framework has no maximum term (s.47(5)).')
    const isSingle = it.arrangement === 'open-framework' && it.facts.isSingleSupplierFramework === true
    const years = isSingle
      ? 4
      : it.arrangement === 'framework' && (it.isUtilities || it.isDefence)
        ? 8
        : (MAXIMUM_YEARS[it.arrangement] ?? 4)
    const months = it.facts.maximumTermMonths
    const isLonger = months === undefined ? null : months > years * 12
    const value = {
      maximumYears: years,
      givenMonths: months ?? null,
      isLonger,
      areReasonsNeeded: it.arrangement === 'framework' ? isLonger : false,
    }
    if (!it.isPublic)
      return depends(
        ['the reading of s.47'],
        `Whether the limit of ${years} years reaches frameworks below the threshold is not settled: keep to it, or take advice.`,
        { value, confidence: 'unsure' },
      )
    if (it.arrangement === 'open-framework') {
      return yes(
        `An open framework lasts at most ${years} years${isSingle ? ' because only one supplier is party to it' : ', and must be re-opened within three years of its first award and then at least every five'}.${isLonger === true ? ' The term given is longer, which is not allowed.' : ''}`,
        {
          value: { ...value, reopenWithinYears: [3, 5] },
        },
      )
    }
    const longer =
      isLonger === true
        ? ' The term given is longer, so the notice must say why the nature of the supply requires it.'
        : ''
    return yes(
      `A framework lasts at most ${years} years, unless the nature of the supply requires longer and the tender or transparency notice gives the reasons.${longer}`,
      { value },
    )
  },
}

const frameworkContent: Rule = {
  reach: 'act',
  row: actRow('route.framework-content', 'route', 'What a framework must say', 's.45', {
    provision: 'Procurement Act 2023 ss.45–46',
  }),
  decide: (it) => {
    if (!it.isFramework && !it.isCallOff) return no('This is neither a framework nor a call-off.')
    if (it.isLightTouch && it.isFramework)
      return no('A light touch framework is free of these rules (s.45(9) and s.46(11)).')
    if (it.isFramework)
      return yes(
        'A framework must say what is to be supplied, the price or how it is found, its value, how suppliers are selected, its term, who may use it, and whether it is an open framework. A fee can only be a fixed percentage of a contract awarded.',
      )
    return yes(
      'A call-off is competed for among the framework’s suppliers, unless there is only one or the framework sets core terms and an objective way to choose. Its criteria come from the framework’s and may be refined.',
    )
  },
}

const dynamicMarket: Rule = {
  reach: 'act',
  row: actRow('route.dynamic-market', 'route', 'Rules of a dynamic market', 's.36', {
    provision: 'Procurement Act 2023 ss.34–38',
  }),
  decide: (it) => {
    if (it.isMarketItself)
      return yes(
        'A dynamic market is open to join all its life, without a limit on numbers; its conditions stay as they are for its term, and a fee may be charged only on contracts awarded.',
      )
    if (it.route === 'dynamic-market-award')
      return yes(
        'Before excluding suppliers who are not members, consider the applications of those who asked to take part or tendered.',
      )
    return no('No dynamic market is used.')
  },
}

export const frameworkRules: readonly Rule[] = [frameworkTerm, frameworkContent, dynamicMarket]
