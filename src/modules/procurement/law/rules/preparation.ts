import { actRow, depends, no, type Outcome, type Rule, yes } from '../row.ts'

const engagement: Rule = {
  reach: 'act',
  row: actRow('preparation.market-engagement', 'preparation', 'Preliminary market engagement', 's.16'),
  decide: (it): Outcome => {
    if (!it.isCompetitive)
      return no('The rules on engagement are for public contracts that will have a tender notice.')
    const rule =
      'Engagement may shape requirements, procedure, documents and terms, find suppliers and build their capacity. No supplier may gain an unfair advantage by it: one that does, unavoidably, is treated as excluded.'
    const { hasMarketEngagement } = it.facts
    if (hasMarketEngagement === undefined) return depends(['preliminaryMarketEngagement'], rule)
    return hasMarketEngagement ? yes(rule) : no('There is no preliminary market engagement.')
  },
}

const specification: Rule = {
  reach: 'act',
  row: actRow('preparation.specification', 'preparation', 'Technical specifications', 's.56'),
  decide: (it): Outcome =>
    it.isCompetitive || (it.isPublic && it.isCallOff) || it.isMarketItself
      ? yes(
          'Describe performance and function where that will do. A United Kingdom standard may be named only if it adopts an international one or there is none, and equivalents count. No trade mark, origin or producer, unless it is needed to be understood, and then with equivalents.',
        )
      : no('No competition for a public contract is held.'),
}

export const preparationRules: readonly Rule[] = [engagement, specification]
