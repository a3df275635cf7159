import type { Basis } from '#measures'
import { formatCount, formatList } from '../../platform/views/views.ts'
import type { BudgetRefusal, CoverageBand, LeftOut, OtherKind, Source, StatementStatus } from './model.ts'
import type { RowFault } from './reading/columns.ts'

type Facts = Readonly<Record<string, string | number>> | undefined

const REFUSALS: Readonly<Record<BudgetRefusal, (facts: Facts) => string>> = {
  'year-not-over': () => 'The year is not over. A statement is prepared once it is',
  'statement-waits': () => 'A statement of this year waits to be signed. Sign it or take it back first',
  'nothing-to-sign': () => 'No statement of this year waits to be signed',
  'not-the-one-shown': () =>
    'This is not the statement that was shown. Read the one that waits, then sign it',
  'signer-prepared': () => 'You prepared this statement, so somebody else signs it',
  'ends-before-start': () => 'The last day is before the first. Check both days',
  'title-taken': (facts) =>
    `“${facts?.title}” is recorded already with this first day. Choose another title, or record what came of it there`,
  'priority-unknown': () => 'Choose a priority of an adopted document',
  'result-in-future': () => 'Enter a day that is not in the future: a result is something done',
  'result-outside-days': () => 'Enter a day on or after the first day',
  'result-below-nothing': (facts) => `Only ${facts?.verified} are verified, so no more can be taken back`,
}

export const refusalSentence = (refused: {
  readonly refusal: BudgetRefusal
  readonly facts?: Readonly<Record<string, string | number>>
}): string => REFUSALS[refused.refusal](refused.facts)

export const BASIS_NAMES: Readonly<Record<Basis, string>> = {
  spend: 'Money spent',
  fiscal: 'Public money saved',
  economic: 'Output and earnings',
  wellbeing: 'Wellbeing',
  carbon: 'Carbon',
  none: 'Counted, not priced',
}

/** The one sentence that stands wherever sums of several bases do. */
export const NEVER_ONE_SUM =
  'Money spent, money saved, earnings, wellbeing and carbon are different things, so there is no sum over them.'

export const SOURCE_NAMES: Readonly<Record<Source, string>> = {
  contract: 'Contracts',
  grant: 'Grants',
  'asset-transfer': 'Asset transfers',
  'in-house': 'What the council does itself',
}
export const KIND_NAMES: Readonly<Record<OtherKind, string>> = {
  grant: 'Grant',
  'asset-transfer': 'Asset transfer',
  'in-house': 'Done by the council itself',
}
export const STATUS_NAMES: Readonly<Record<StatementStatus, string>> = {
  prepared: 'Waits to be signed',
  signed: 'Signed and published',
  withdrawn: 'Taken back',
}

export const BAND_NAMES: Readonly<Record<CoverageBand['code'], string>> = {
  'below-notice': 'Below £30,000: no notice asked for by law',
  'below-indicators': '£30,000 to £5 million: no published indicators asked for by law',
  above: 'Above £5 million: indicators set and published by law',
  'not-said': 'Value not said',
}

const LEFT_OUT_WORDS: Readonly<Record<LeftOut, string>> = {
  'no-term': 'without a term or years to fall due in',
  'spending-not-known': 'tied to spending that cannot be told',
  'too-large': 'too large to add up exactly',
}

/** `Not in these figures: 2 promises tied to spending that cannot be told`, or undefined where nothing is left out. */
export const leftOutWords = (leftOut: Readonly<Record<LeftOut, number>>): string | undefined => {
  const parts = (Object.keys(LEFT_OUT_WORDS) as LeftOut[])
    .filter((why) => leftOut[why] > 0)
    .map((why) => `${formatCount(leftOut[why], 'promise')} ${LEFT_OUT_WORDS[why]}`)
  return parts.length > 0 ? `Not in these figures: ${formatList(parts)}` : undefined
}

const FAULTS: Readonly<Record<RowFault['code'], (fault: RowFault) => string>> = {
  'columns-missing': ({ column }) => `No row names the columns needed: ${column}. Add a first row that does`,
  'no-rows': () => 'The file has no row below the names of its columns',
  empty: () => 'is empty',
  'too-long': ({ seen }) => `“${seen}” … is too long`,
  formula: () => 'is a formula. Enter its result instead',
  'not-a-year': ({ seen }) => `“${seen}” is not a financial year. Write 2026/27`,
  'not-an-amount': ({ seen }) => `“${seen}” is not an amount. Write 12,000 or £12,000.00`,
  'not-a-number': ({ seen }) => `“${seen}” is not a number above 0. Write it in digits`,
  'not-a-day': ({ seen }) => `“${seen}” is not a day. Write 31/03/2027 or 2027-03-31`,
  'not-a-kind': ({ seen }) => `“${seen}” is no kind. Write grant, asset transfer or in-house`,
  'not-a-basis': ({ seen }) =>
    `“${seen}” is no basis. Write spend, fiscal, economic, wellbeing, carbon or none`,
  'priority-unknown': ({ seen }) => `“${seen}” is no priority of an adopted document`,
  'result-without-evidence': () => 'is empty: what was verified needs what shows it',
}
const COLUMN_WORDS: Readonly<Record<string, string>> = {
  quantity: 'wanted',
  unitValue: 'unit value',
  verifiedOn: 'verified on',
}

export const faultSentence = (fault: RowFault): string => {
  const what = FAULTS[fault.code](fault)
  return fault.row === null
    ? `${what}.`
    : `Row ${fault.row}, ${COLUMN_WORDS[fault.column] ?? fault.column}: ${what}.`
}
