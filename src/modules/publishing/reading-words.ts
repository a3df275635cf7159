import type { ReadingCode, ReadingProblem } from './model/contract-record.ts'

const WORDS: Readonly<Record<ReadingCode, string>> = {
  'no-ocid': 'has no ocid, so nobody can say which process it tells of; the release was not used',
  'no-id': 'has no id',
  'no-date': 'has no date',
  'no-buyer': 'names no buyer',
  'no-subject': 'tells of no plan, tender, award or contract; it was not used',
  'not-text': 'is not a text; left empty',
  'not-a-number': 'is not an amount; left empty',
  'not-a-date': 'is not a date; left empty',
  'not-a-list': 'is not a list; left out',
  'not-an-object': 'is not an object; left out',
  'too-long': 'is longer than 20,000 characters; left empty',
  'unknown-supplier':
    'names an organisation that "parties" does not have; only what stands here is known of it',
  'date-out-of-range': 'lies before 1990 or after 2150; left empty',
  'ends-before-start': 'ends before it starts; the end was left empty',
  'amount-out-of-range': 'is larger than any contract; left empty',
}

export const readingSentence = ({ where, pointer, code, seen }: ReadingProblem): string =>
  `${where} ${pointer || '/'} ${WORDS[code]} (found: ${seen || 'nothing'}).`
