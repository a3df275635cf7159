import type { NoticeCode } from '../model/notice.ts'
import type { NoticeFacts } from './facts.ts'
import * as words from './line-words.ts'

/** One line of a notice: what it says by our records, or what somebody has to fill in. */
export type NoticeLine = {
  readonly label: string
  readonly of: (facts: NoticeFacts) => string | null
  /** Stands after "to be filled in:" where our records say nothing. */
  readonly ask: string
}

const line = (label: string, of: NoticeLine['of'], ask: string): NoticeLine => ({ label, of, ask })
const nothing = (): null => null
const asked = (label: string, ask: string): NoticeLine => line(label, nothing, ask)

const SCOPE: readonly NoticeLine[] = [
  line('Title', words.title, 'a title that says what is bought'),
  line('Reference', words.reference, 'your own reference of the procurement'),
  line('Description', words.description, 'what is bought, and for whom'),
  line('Main category', words.category, 'goods, services or works'),
  line('CPV codes', words.cpv, 'at least one code of eight digits'),
  line('Place', words.place, 'where it is delivered'),
]
const VALUE = line('Estimated value', words.value, 'the estimated value, without and with VAT')
const DATES = line('Contract dates', words.term, 'the first and the last day of the contract')
const SPECIAL = line('Special regime', words.specialRegime, 'light touch, concession or none')
const SUPPLIERS = line('Supplier', words.suppliers, 'name, address and identifier of the supplier')
const IDENTIFIER = asked(
  'Supplier’s unique identifier',
  'the identifier the supplier has on the central platform',
)
const CONFLICTS = asked(
  'Conflicts assessment',
  'that a conflicts assessment was prepared or revised (Procurement Act 2023 s.83)',
)
const SIZE = asked('Supplier’s size', 'whether the supplier is a small or medium firm or a voluntary body')
const SIGNED = line('Contract entered into', words.enteredOn, 'the day the contract was entered into')
const SOCIAL = line(
  'Social value asked for',
  words.socialValue,
  'what is asked for beside the work, or that nothing is',
)

const TENDER: readonly NoticeLine[] = [
  ...SCOPE,
  VALUE,
  DATES,
  line('Lots', words.lots, 'the lots, or why it is not divided (s.18)'),
  line('Procedure', words.procedure, 'open or competitive flexible, and its stages'),
  SPECIAL,
  line('Conditions of participation', words.conditions, 'the conditions, or that there are none (s.22)'),
  line('Award criteria', words.criteria, 'the criteria and their weights (s.23)'),
  SOCIAL,
  line('Questions until', words.questionsUntil, 'until when questions can be asked'),
  line('Tenders due', words.deadline, 'the day and hour by which tenders are due'),
  line('Where to tender', words.address, 'where the documents are and tenders are given in'),
  asked('Options and extensions', 'each option and how far the term can be extended, or that there is none'),
  asked('Known risks', 'risks that could need a change of the contract, or that none is known (Sch 8)'),
  asked('Suitable for small firms and voluntary bodies', 'yes or no, for each lot'),
]

const WHO_CHANGED = [...SCOPE.slice(0, 3), SUPPLIERS]

/**
 * What each notice says. Taken from the sections of the Act, the fields of the UK extension of OCDS and guides; the list of
 * fields in the Procurement Regulations 2024 was not read, so it may ask for more: not sure.
 */
export const NOTICE_LINES: Readonly<Record<NoticeCode, readonly NoticeLine[]>> = {
  UK1: [
    line('Financial year', words.pipelineYear, 'the year from 1 April'),
    line(
      'Contracts planned',
      words.pipeline,
      'each public contract of more than £2 million planned in 18 months',
    ),
    asked(
      'Payments in the year',
      'that more than £100 million is expected to be paid under relevant contracts',
    ),
  ],
  UK2: [
    ...SCOPE,
    VALUE,
    DATES,
    asked('What suppliers are asked', 'what the engagement is about and how suppliers take part'),
    asked('Engagement dates', 'from when until when suppliers can take part'),
    line('Tender notice planned for', words.tenderPlannedOn, 'when a tender notice is planned'),
  ],
  UK3: [
    ...SCOPE,
    VALUE,
    DATES,
    line('Tender notice planned for', words.tenderPlannedOn, 'when the tender notice is planned'),
    line('Procedure', words.procedure, 'the procedure that is planned'),
  ],
  UK4: TENDER,
  UK5: [
    ...SCOPE,
    VALUE,
    DATES,
    line(
      'Ground of the direct award',
      words.directGround,
      'the ground in Schedule 5, or switching (s.43), and why it holds',
    ),
    SUPPLIERS,
    asked('Excludable supplier', 'whether the supplier is excluded or excludable (s.41)'),
    SIZE,
    CONFLICTS,
  ],
  UK6: [
    ...SCOPE,
    line('Value of the award', words.awardValue, 'the value, without and with VAT'),
    DATES,
    line('Award decided', words.decidedOn, 'the day of the decision'),
    SUPPLIERS,
    SIZE,
    line('Tenders', words.tenderCounts, 'how many tenders were received and assessed, and from small firms'),
    asked(
      'Assessment summaries',
      'the day on which they were given to all whose tenders were assessed (s.50)',
    ),
    line(
      'Standstill',
      words.standstill,
      'the standstill period and the first day on which the contract may be signed (s.51)',
    ),
    SOCIAL,
  ],
  UK7: [
    ...SCOPE.slice(0, 5),
    line('Value', words.contractValue, 'the value, without and with VAT'),
    DATES,
    SIGNED,
    SUPPLIERS,
    IDENTIFIER,
    SIZE,
    line(
      'Performance indicators',
      words.indicatorsSet,
      'at least three, where s.52 asks for them, or why not',
    ),
    asked('Copy of the contract', 'whether a copy is to be published (over £5 million, s.53)'),
    line(
      'Social value promised',
      words.commitments,
      'what the supplier promised beside the work, or that it promised nothing',
    ),
    CONFLICTS,
  ],
  UK8: [
    line('Quarter', words.periodWords, 'the quarter'),
    line('Contracts', words.paidByContract, 'the contracts whose payments count'),
    asked('Payments', 'each single payment of more than £30,000 with VAT: amount, day, supplier, contract'),
  ],
  UK9: [
    ...WHO_CHANGED,
    line(
      'Why this notice',
      words.whyPerformance,
      'an assessment against the indicators, a breach, or poor performance',
    ),
    line('Results', words.indicatorResults, 'the rating of each indicator and the period it is for'),
    line('What happened', words.whatHappened, 'what went wrong, and under which term of the contract'),
    line('Chance to improve', words.chance, 'the chance the supplier was given and what came of it'),
  ],
  UK10: [
    ...WHO_CHANGED,
    line('Change', words.change, 'what is to be changed and why'),
    line('Ground', words.changeGround, 'the ground that permits it (s.74, Sch 8)'),
    line('Value before and after', words.changeValue, 'the estimated value before and after, with VAT'),
    line('Term after', words.changeTerm, 'the last day after the change'),
    line('Change made on', words.changeMadeOn, 'the day on which it is to be made'),
    asked('Voluntary standstill', 'whether there is one, of at least eight working days (s.76)'),
    CONFLICTS,
  ],
  UK11: [
    ...WHO_CHANGED,
    line('Contract ended', words.endedOn, 'the day it ended'),
    asked('Why it ended', 'expiry, completion, termination (by whom and why) or set aside'),
    SIGNED,
  ],
  UK12: [
    ...SCOPE.slice(0, 3),
    line('Decided', words.cancelledWhy, 'the day and the reasons for not awarding the contract'),
  ],
  UK13: [...SCOPE, asked('Conditions of membership', 'who can be admitted and how to apply (s.36)')],
  UK14: [
    ...SCOPE,
    DATES,
    asked('Conditions of membership', 'who can be admitted and how to apply (s.36)'),
    CONFLICTS,
  ],
  UK15: [...SCOPE, asked('Modification', 'what was modified, from which day')],
  UK16: [...SCOPE, asked('Ceased on', 'the day on which the market ceased')],
  UK17: [
    line('Half-year', words.periodWords, 'the half-year'),
    line('Contracts whose payments count', words.paidByContract, 'the contracts'),
    asked('Average days to pay', 'from the day an invoice came'),
    asked('Paid within 30 days', 'the share of payments'),
    asked('Paid in 31 to 60 days', 'the share of payments'),
    asked('Paid after 60 days', 'the share of payments'),
    asked('Paid within agreed terms', 'the share of payments'),
    asked('Approved by', 'the finance director or an equal, and the day (s.69)'),
  ],
}

/** A below-threshold tender notice also says whether it is reserved (Procurement (Amendment) Regulations 2026). */
const BELOW: readonly NoticeLine[] = [
  asked('Reserved by place', 'for suppliers of which county or London borough, or not'),
  asked('Reserved for small firms or voluntary bodies', 'yes or no'),
]

export const linesOf = ({ duty }: NoticeFacts): readonly NoticeLine[] => {
  if (duty.code === 'UK4' && duty.variant === 'below-threshold') return [...TENDER, ...BELOW]
  if (duty.code !== 'UK9') return NOTICE_LINES[duty.code]
  const hidden = duty.variant === 'kpi' ? ['What happened', 'Chance to improve'] : ['Results']
  return NOTICE_LINES.UK9.filter(({ label }) => !hidden.includes(label))
}
