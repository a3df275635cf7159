import { matchingThresholds } from '#suppliers'
import type { MethodSection } from './method-words.ts'

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** How payees become suppliers. */
export const MATCHING_SECTION: MethodSection = {
  id: 'matching',
  title: 'Who a payee is',
  plain:
    'A ledger spells one supplier in many ways. We look for each payee in public registers. What is clear is taken, what is doubtful goes to a person, and the rest stays unknown. Every match says why. People are recognised as people and never looked up.',
  exact: [
    'In this order: what a person decided; a number in the file whose register entry bears a name that fits; a decision on the same name; the matcher.',
    'The matcher is a probabilistic model after Fellegi and Sunter (1969). Likeness of the names, rarity of their shared words and how many entries bear them, legal form, postcode, place, trade and status of every candidate each add or take a weight, log₂(m ÷ u): m its share among true pairs, u among others. All candidates and “none of these” share one whole.',
    `The best is taken above a likelihood of ${percent(matchingThresholds.automatic)} when it is at least ${matchingThresholds.timesTheSecond} times as likely as the next, unless a number disagrees with its name or its name hardly agrees; from ${percent(matchingThresholds.review)} a person is asked on the review list; below, the payee stays unknown. A decision on the review list, or on the page of a payee, holds for every later file.`,
    // Printed by `npm run bench:match`, held by labelled-pairs.test.ts.
    'Measured on 2,234 published pairs of payee and number, each fifth with weights fitted on the others: 98.6% of the matches taken to a supplier in the register were right; 90% of names with an entry were found; 1.8% of names without one got a wrong one. Missing are mostly renamed firms, brands, and schools paid by name whose trust is the company.',
    'Kind, size, sector and status are those of the register entry. Where a register says nothing, they are not known.',
  ],
  href: '/spend/suppliers',
}

/** What suppliers say of themselves: surveys, and studies of the local multiplier. */
export const ANSWER_SECTIONS: readonly MethodSection[] = [
  {
    id: 'surveys',
    title: 'Supplier surveys',
    plain:
      'The suppliers that are paid most are asked what they do for the area. Each figure says how many answered and for how much of the spending they stand. Nobody checks the answers.',
    exact: [
      'Invited: the largest suppliers of the period, each once. Answered: those who sent their answers, by number and by what they were paid, of all invited.',
      'A number is the sum of the answers. Weighted by spending: that sum, times what all invited were paid, divided by what those were paid who answered the question. It is right only if the silent do as much for each pound; the lower end of its range counts them as nothing.',
      'Yes or no: the share of those who answered the question. Its range: none, or all, of the silent said yes. Weighted by spending: by what each was paid.',
      'A share in per cent is the mean of the answers; weighted, by what each supplier was paid. Of the silent nothing is said.',
    ],
    href: '/spend/surveys',
  },
  {
    id: 'multiplier',
    title: 'Local multiplier (LM3)',
    plain:
      'What a pound sets off in a place: the pound paid, what suppliers pass on of it to local staff and suppliers, and what those spend locally again. Suppliers and staff fill in sheets; those who did not are a range, not a guess.',
    exact: [
      'LM3 = (round one + round two + round three) ÷ round one, by the method of the New Economics Foundation (Sacks, 2002). It lies between 1 and 3.',
      'Round one: what the suppliers of the study were paid. Round two: of that, what each pays to local staff and local suppliers, at the share it does of all its income. Round three: the local share of staff times what staff got, and that of suppliers of suppliers times what those got.',
      'Low: those who did not answer spend nothing locally. Central: the same share as those who did, weighted by what they were paid. High: the share of the most local of those who did; all of it where nobody answered.',
      'Beyond the first pound = LM3 − 1: the whole effect where the supplier itself is not in the place.',
    ],
    href: '/spend/multiplier',
  },
]
