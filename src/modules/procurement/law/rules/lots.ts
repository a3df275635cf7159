import { actRow, no, type Outcome, type Rule, yes } from '../row.ts'

const lots: Rule = {
  reach: 'act',
  row: actRow('lots.consider', 'lots', 'Consider lots', 's.18'),
  decide: (it): Outcome =>
    it.isCompetitive
      ? yes(
          'Before the tender notice, consider whether the supply could reasonably come under several contracts awarded as lots. If it could, use lots or give reasons for not doing so.',
          { value: { before: 'UK4' } },
        )
      : no(
          it.isPublic
            ? 'The duty is tied to a tender notice, which this award does not have.'
            : 'The duty is for public contracts. Below the threshold lots are a free choice.',
          { value: { before: null } },
        ),
}

export const lotRules: readonly Rule[] = [lots]
