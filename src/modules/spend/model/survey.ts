import type { PlainDate } from '../../../kernel/plain-date.ts'

export const QUESTION_KINDS = ['number', 'yes-no', 'share', 'text'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export type Question = {
  readonly id: string
  readonly kind: QuestionKind
  readonly text: string
  readonly hint: string
}

export type SurveyState = 'draft' | 'open' | 'closed'

export type Survey = {
  readonly id: string
  readonly title: string
  readonly state: SurveyState
  readonly questions: readonly Question[]
  readonly fromMonth: PlainDate | null
  readonly toMonth: PlainDate | null
  /** Paid to every supplier in the period, invited or not. */
  readonly penceAll: number
  /** The last day on which suppliers can answer. */
  readonly closesOn: PlainDate
}

/** What a supplier typed, by question. */
export type Answers = Readonly<Record<string, string>>

export type Invitee = {
  readonly id: string
  readonly supplierKey: string
  readonly name: string
  readonly pence: number
  readonly email: string | null
  readonly invitedAt: Date | null
  readonly remindedAt: Date | null
  readonly reminders: number
  readonly answers: Answers
  readonly savedAt: Date | null
  readonly sentAt: Date | null
}

export type SurveyRefusal =
  | 'not-a-draft'
  | 'not-open'
  | 'no-question'
  | 'nobody-to-invite'
  | 'closes-too-soon'
export type AnswerRefusal = 'link-unknown' | 'survey-closed'

export const MOST_QUESTIONS = 30
export const MOST_INVITED = 1000
export const LONGEST_ANSWER = 2000
/** A supplier who has not answered hears again after this many days, at most this often. */
export const REMINDERS = { afterDays: 14, most: 2 } as const

/**
 * What Manchester asks its 300 largest suppliers with CLES: volunteer hours, apprenticeships, jobs,
 * opportunities for people far from work, the living wage, and what is spent again nearby. In words of our own.
 */
// biome-ignore format: a table reads better in rows
export const DEFAULT_QUESTIONS: readonly Question[] = [
  { id: 'staff', kind: 'number', text: 'How many people do you employ in our area?', hint: 'On the last day of the period; two half-time posts are two people' },
  { id: 'jobs', kind: 'number', text: 'How many new jobs did you create in our area in the period?', hint: 'Posts that did not exist before' },
  { id: 'apprenticeships', kind: 'number', text: 'How many apprenticeships did you provide in our area?', hint: 'Apprentices who began or went on in the period' },
  { id: 'opportunities', kind: 'number', text: 'How many opportunities did you give to people who find it hard to get work?', hint: 'Jobs, placements and training for people long out of work, leaving care or prison, disabled people and carers' },
  { id: 'volunteer-hours', kind: 'number', text: 'How many hours did your staff give to the community in working time?', hint: 'Volunteering, mentoring, work with schools' },
  { id: 'living-wage', kind: 'yes-no', text: 'Do you pay everybody in the United Kingdom at least the real Living Wage?', hint: 'The rate of the Living Wage Foundation, for staff and regular contractors' },
  { id: 'local-suppliers', kind: 'share', text: 'Of what you pay your own suppliers, what share goes to suppliers in our area?', hint: 'An estimate will do' },
  { id: 'local-staff', kind: 'share', text: 'Of your staff, what share lives in our area?', hint: 'An estimate will do' },
  { id: 'more', kind: 'text', text: 'What else do you do for the area that we should know of?', hint: '' },
]
