import { actRow, depends, no, type Outcome, type Rule, yes } from '../row.ts'

const criteria: Rule = {
  reach: 'act',
  row: actRow('award.criteria', 'award', 'Award criteria', 's.23', {
    provision: 'Procurement Act 2023 ss.19, 23 and 24',
  }),
  decide: (it): Outcome => {
    if (!it.isCompetitive)
      return no(
        'Award criteria belong to a competitive tendering procedure for a public contract; those of a call-off come from its framework.',
      )
    const lightTouch = it.isLightTouch
      ? ' In a light touch contract the views of those served and their carers, their different needs, and nearness to them count too.'
      : ''
    return yes(
      `Criteria relate to the subject matter, are clear, measurable and specific, respect the rules on specifications, and are in proportion. Say how tenders are assessed, what is pass or fail, and how important each criterion is, by percentage, rank or another description.${lightTouch}`,
      {
        value: { importanceBy: ['percentage', 'rank', 'another description'] },
      },
    )
  },
}

const refining: Rule = {
  reach: 'act',
  row: actRow('award.refining-criteria', 'award', 'Refining criteria', 's.24'),
  decide: (it): Outcome => {
    if (!it.isCompetitive || it.route === 'open')
      return no('Only a competitive flexible procedure for a public contract lets criteria be refined.')
    const rule =
      'Criteria may be refined if the tender notice said so, before final tenders are invited, and never so that a supplier who fell out earlier would have stayed in; the notice and documents are then republished.'
    return it.route === null ? depends(['route'], rule) : yes(rule)
  },
}

const abnormallyLow: Rule = {
  reach: 'act',
  row: actRow('award.abnormally-low', 'award', 'Abnormally low prices and disregarded tenders', 's.19(3)', {
    provision: 'Procurement Act 2023 ss.19(3)–(5), 26 and 28',
  }),
  decide: (it): Outcome =>
    it.isCompetitive
      ? yes(
          'Tenders from suppliers who fail a condition of participation or are excluded must be disregarded. An abnormally low price may be disregarded only after the supplier was told and had the chance to show that it can perform; if it does, the tender stays.',
        )
      : no('No competitive tendering procedure for a public contract is held.'),
}

export const awardCriteriaRules: readonly Rule[] = [criteria, refining, abnormallyLow]
