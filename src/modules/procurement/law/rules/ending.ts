import { actRow, no, type Rule, yes } from '../row.ts'

const right: Rule = {
  reach: 'act',
  row: actRow('ending.right-to-terminate', 'ending', 'Implied right to terminate', 's.78', {
    provision: 'Procurement Act 2023 ss.78–79',
  }),
  decide: (it) =>
    it.isPublic
      ? yes(
          'The contract may be ended if it was awarded or changed in material breach of the Act, or if the supplier or, where it was asked about, a sub-contractor has become excluded or excludable. First give notice with the ground and reasons, hear the supplier, and let it replace a sub-contractor. A clause that restricts this right has no effect.',
        )
      : no('The right is implied into public contracts.'),
}

export const endingRules: readonly Rule[] = [right]
