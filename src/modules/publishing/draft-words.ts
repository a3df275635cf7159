import type { DraftCode, DraftFinding } from './model/draft.ts'

type Facts = DraftFinding['facts']
const pounds = (pence: string | number | undefined): string =>
  `£${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(Number(pence ?? 0) / 100)}`

const WORDS: Readonly<Record<DraftCode, (facts: Facts) => string>> = {
  'no-lots-reason': () =>
    'There are no lots and no reason is given. Divide it, or say why it is not divided.',
  'period-too-short': ({ days, least }) =>
    `Suppliers get ${days} days to tender; the law asks for at least ${least}, unless urgency, a planned notice or another case of the section shortens it.`,
  'period-may-be-too-short': ({ days, least, most }) =>
    `Suppliers get ${days} days to tender. The law asks for ${least} to ${most}, by whether tenders go in electronically and all documents come at once; check which holds.`,
  'no-direct-award-reason': () => 'It is awarded directly and no ground is named. Say which, and why.',
  'single-bid': () =>
    'One supplier tendered in a competition. Say what was done to bring others, and whether the price was tested.',
  'repeated-direct-awards': ({ supplier, awards, pence, threshold }) =>
    `It is direct award ${awards} to ${supplier} within a year, ${pounds(pence)} in all${threshold ? `, past the threshold of ${pounds(threshold)}` : ''}. Check whether they are one need, split.`,
  'close-to-threshold': ({ grossPence, threshold, isVatAssumed }) =>
    `At ${pounds(grossPence)} with VAT${isVatAssumed ? ' (20 % assumed)' : ''} it is just below the threshold of ${pounds(threshold)}. Check the estimate: options, extensions and VAT belong in it.`,
}

export const draftWords = ({ code, facts }: Pick<DraftFinding, 'code' | 'facts'>): string =>
  WORDS[code](facts)

/** With its source, for where that has no column of its own. */
export const draftSentence = ({ kind, provision, ...finding }: DraftFinding): string =>
  `${draftWords(finding)} [${kind === 'law' ? (provision ?? 'law') : 'guidance, not law'}]`
