import { type FinancialYear, financialYearDays } from '../../kernel/financial-year.ts'
import type { LastSaved } from '../../platform/seen.ts'
import { changedSentence, removedSentence } from '../../platform/views/views.ts'
import type {
  DocumentKind,
  Indicator,
  ObjectiveText,
  PriorityText,
  Status,
  StrategyRefusal,
  Target,
  VersionText,
} from './model.ts'
import type { OrphanReason } from './rules/orphans.ts'
import type { PriorityPart } from './rules/parts.ts'
import type { PlaceProblem } from './rules/read-places.ts'
import type { ReadingFault } from './rules/read-readings-file.ts'

export const DOCUMENT_KIND_NAMES: Readonly<Record<DocumentKind, string>> = {
  'corporate-plan': 'Corporate plan',
  'growth-plan': 'Growth plan',
  'climate-plan': 'Climate plan',
  'place-plan': 'Place plan',
  other: 'Other strategy',
}

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  draft: 'Draft',
  consulted: 'Consulted on',
  adopted: 'Adopted',
  superseded: 'Superseded',
}

type Meanwhile = 'changed-meanwhile' | 'removed-meanwhile'
const REFUSALS: Readonly<Record<Exclude<StrategyRefusal, Meanwhile> | 'plan-too-long', string>> = {
  'not-a-draft': 'This version was published, so its text stands still. Begin a new version to change it',
  'ends-before-start': 'Enter an end that is after the start',
  'period-too-long': 'Enter an end at most 15 years after the start',
  'draft-exists': 'There is a draft of this document already. Go on with that one',
  'nothing-to-carry-on': 'There is no version to carry on',
  'nothing-published': 'Nothing was published yet',
  'objective-missing': 'Add at least one objective first',
  'priority-missing': 'Add at least one priority first',
  'priority-incomplete':
    'Every priority needs a senior owner and an indicator before people are asked about it',
  'not-consulted': 'Only a version that was consulted on can be adopted',
  'not-adopted': 'Only a priority of an adopted document can be shared',
  'decided-in-future': 'Enter a day that is not in the future',
  'decided-before-last-step': 'Enter a day that is not before the step before this one',
  'objective-has-priorities': 'This objective has priorities. Move or remove them first',
  'name-taken': 'There is a role of this name already',
  'holders-overlap': 'Somebody else holds this role in that period',
  'holder-ends-before-start': 'The last day is before the first one',
  'already-shared': 'This version of the priority is shared already',
  'already-adopted-here': 'This draft has that priority already',
  'share-unknown': 'This priority is not shared',
  'owner-unknown': 'Choose a role from the list',
  'reading-exists': 'There is a reading of this place and day already. Correct that one instead',
  'reading-same': 'Nothing differs from the reading as it stands',
  'reading-in-future': 'Enter a day that is not in the future',
  'plan-empty': 'Choose at least one priority',
  'plan-too-many':
    'Choose at most 10 priorities: more do not fit one A4 page in print that people can read. The others stay in the documents and on the thread',
  'plan-too-long':
    'These texts do not fit one page in print that people can read. Choose fewer priorities, or shorten the introduction',
  'plan-not-adopted': 'Choose from the adopted priorities',
  'link-upside-down':
    'What serves must come after what it serves: a contract serves a priority, not the other way round',
  'node-unknown': 'Choose something that is on the thread',
}

export const refusalSentence = (
  refusal: StrategyRefusal | 'plan-too-long',
  facts: Readonly<Record<string, string | number>> = {},
): string => {
  if (refusal === 'changed-meanwhile') return changedSentence(facts as LastSaved)
  if (refusal === 'removed-meanwhile') return removedSentence(facts as LastSaved)
  return facts.title === undefined ? REFUSALS[refusal] : `${REFUSALS[refusal]}: ${facts.title}`
}

export const ORPHAN_NAMES: Readonly<Record<OrphanReason, string>> = {
  'priority-nothing-serves': 'Priorities that nothing serves yet',
  'priority-unmeasured': 'Priorities without a measure',
  'need-unanswered': 'Needs that no priority answers',
  'objective-without-priority': 'Objectives without a priority',
  'document-without-objective': 'Documents without an objective',
  'serves-nothing': 'Work that serves no priority',
}

export const ORPHAN_ADVICE: Readonly<Record<OrphanReason, string>> = {
  'priority-nothing-serves':
    'Ask for it in the next contract that suits, or say what else will bring it about.',
  'priority-unmeasured':
    'Begin a new version and choose measures, so that work can be asked for and counted.',
  'need-unanswered': 'Link it to a priority that answers it, or write one.',
  'objective-without-priority':
    'Write a priority beneath it, or leave the objective out of the next version.',
  'document-without-objective': 'Write its objectives while it is a draft.',
  'serves-nothing': 'Link it to the priority it serves. If there is none, ask why it is done.',
}

export const DOCUMENT_PART_NAMES: Readonly<Record<keyof VersionText, string>> = {
  title: 'Title',
  summary: 'Summary',
  startsOn: 'First day',
  endsOn: 'Last day',
}
export const OBJECTIVE_PART_NAMES: Readonly<Record<keyof ObjectiveText, string>> = {
  title: 'Objective',
  description: 'What it means',
}
export const PART_NAMES: Readonly<Record<keyof PriorityText, string>> = {
  title: 'Title',
  plainWords: 'In plain words',
  description: 'Description',
  indicator: 'Indicator',
  unit: 'Unit',
  direction: 'Direction',
  baseline: 'Baseline',
  baselineOn: 'Day of the baseline',
  targets: 'Targets',
  places: 'Places',
  outcomes: 'Outcomes',
  measures: 'Measures',
}

export const EVERY_PART_NAME: Readonly<Record<PriorityPart, string>> = {
  ...PART_NAMES,
  objectiveId: 'Objective it serves',
  ownerRoleId: 'Senior owner',
}

export const placeProblemSentence = (problem: PlaceProblem): string =>
  problem.code === 'place-unknown'
    ? `“${problem.text.slice(0, 60)}” is no area or place that is known here`
    : `${problem.count} areas are called “${problem.text.slice(0, 60)}”. Enter the official code of the one you mean`

const FAULTS: Readonly<Record<string, (facts: ReadingFault['facts']) => string>> = {
  'file-not-csv': () => 'This is not a CSV file. In a spreadsheet, choose “Save as” and then CSV',
  'file-without-rows': () => 'The file has no readings under its first row',
  'file-too-long': ({ most }) => `The file has more than ${most} rows. Split it`,
  'column-twice': ({ column }) => `The column “${column}” is there twice`,
  'columns-missing': ({ columns }) => `Columns are missing: ${columns}. The first row names the columns`,
  'columns-unknown': ({ columns }) =>
    `Columns that are not known: ${columns}. There are priority, place, date, value, source and note`,
  'cell-empty': ({ column }) => `The ${column} is empty`,
  'cell-too-long': ({ column, most }) => `The ${column} is longer than ${most} characters`,
  'cell-formula': ({ column, text }) => `The ${column} is a formula: “${text}”. Enter its result instead`,
  'priority-unknown': ({ text }) => `There is no priority “${text}”. Use its short name, as on its page`,
  'place-unknown': ({ text }) => `“${text}” is no area or place that is known here`,
  'place-ambiguous': ({ text, count }) => `${count} areas are called “${text}”. Use the official code`,
  'date-unreadable': ({ text }) => `“${text}” is not a date. Write 2026-03-31 or 31/03/2026`,
  'reading-in-future': ({ text }) => `The date ${text} is in the future`,
  'value-unreadable': ({ text }) => `“${text}” is not a number. Write digits only, without the unit`,
  'row-twice': ({ before }) => `Row ${before} has a reading of the same priority, place and date`,
  'reading-exists': ({ value }) =>
    `There is a reading of this priority, place and date already (${value}). Correct it on its page`,
}

/** `Row 4: “31/02/2026” is not a date.` */
export const faultSentence = ({ row, code, facts }: ReadingFault): string =>
  `${row === null ? '' : `Row ${row}: `}${FAULTS[code]?.(facts) ?? code}.`

const grouped = (text: string): string => {
  const [whole = '', fraction] = text.replace('-', '').split('.')
  const sign = text.startsWith('-') ? '−' : ''
  return `${sign}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${fraction ? `.${fraction}` : ''}`
}

/** `12.5%`, `£1,200`, `340 homes`. */
export const figureWords = (value: string, unit: string): string => {
  if (unit === '%') return `${grouped(value)}%`
  if (unit === '£') return value.startsWith('-') ? `−£${grouped(value.slice(1))}` : `£${grouped(value)}`
  return unit === '' ? grouped(value) : `${grouped(value)} ${unit}`
}

/** How far two figures are apart: a share is apart by percentage points, not by a share of itself. */
export const apartWords = (value: string, unit: string): string =>
  figureWords(value, unit === '%' ? 'percentage points' : unit)

/** `March 2027`: a target is due when its financial year ends. */
export const dueWords = (year: FinancialYear): string => `March ${financialYearDays(year).to.slice(0, 4)}`

/** `Homes below band C: from 41% (2024) to 28% by March 2029`. */
export const promiseWords = ({ indicator, unit, baseline, baselineOn, targets }: Indicator): string => {
  const last: Target | undefined = targets.at(-1)
  if (indicator === '') return ''
  const from = baseline === null ? '' : ` from ${figureWords(baseline, unit)} (${baselineOn?.slice(0, 4)})`
  const to = last ? ` to ${figureWords(last.value, unit)} by ${dueWords(last.year)}` : ''
  return from + to === '' ? indicator : `${indicator}:${from}${to}`
}
