import { parsePlainDate } from '../../../kernel/plain-date.ts'
import type { Question } from './answer.ts'
import { ask } from './check.ts'
import { DATE_NAMES, type DateName, type Facts } from './facts.ts'
import { dayWords } from './words.ts'

/** The second of each pair cannot come before the first. */
const IN_ORDER: readonly (readonly [DateName, DateName, string])[] = [
  ['startsOn', 'endsOn', 'A contract cannot end before it starts.'],
  ['participationInvitedOn', 'participationDeadlineOn', 'A deadline cannot come before its invitation.'],
  ['tendersInvitedOn', 'tenderDeadlineOn', 'A deadline cannot come before its invitation.'],
  [
    'participationDeadlineOn',
    'tendersInvitedOn',
    'Tenders are invited after the requests to take part are in.',
  ],
  [
    'tenderNoticeOn',
    'participationInvitedOn',
    'The tender notice is what invites, so nothing is invited before it (s.21).',
  ],
  [
    'tenderNoticeOn',
    'tendersInvitedOn',
    'The tender notice is what invites, so nothing is invited before it (s.21).',
  ],
  ['tenderNoticeOn', 'participationDeadlineOn', 'A deadline cannot come before the notice that sets it.'],
  ['tenderNoticeOn', 'tenderDeadlineOn', 'A deadline cannot come before the notice that sets it.'],
  ['tenderDeadlineOn', 'assessmentSummariesOn', 'Tenders are assessed after they are in.'],
  ['tenderDeadlineOn', 'awardNoticeOn', 'Tenders are assessed after they are in.'],
  ['contractEnteredOn', 'contractEndedOn', 'A contract cannot end before it is entered into.'],
  [
    'contractEnteredOn',
    'contractDetailsNoticeOn',
    'The contract details notice tells of a contract that has been entered into.',
  ],
  ['contractEndedOn', 'terminationNoticeOn', 'The termination notice tells of a contract that has ended.'],
  ['performanceEventOn', 'performanceNoticeOn', 'The notice tells of something that has happened.'],
  ['invoiceReceivedOn', 'invoicePaidOn', 'The invoice is paid after it is received.'],
  ['exclusionOn', 'exclusionNotifiedOn', 'The notification tells of an exclusion that has been made.'],
]

/** Steps that themselves make the procurement commence, so that it cannot have commenced later. */
const COMMENCES: readonly DateName[] = [
  'tenderNoticeOn',
  'transparencyNoticeOn',
  'tendersInvitedOn',
  'participationInvitedOn',
  'awardNoticeOn',
  'contractEnteredOn',
]

/** Days that do not exist, and days in an order that cannot be. A step that is merely late or early is not bad: its rule says so. */
export const checkDates = (facts: Facts): readonly Question[] => {
  const dates = facts.dates ?? {}
  const given: Readonly<Record<string, string | undefined>> = {
    ...dates,
    procurementCommencedOn: facts.procurementCommencedOn,
    frameworkCommencedOn: facts.frameworkCommencedOn,
    'payment.madeOn': facts.payment?.madeOn,
    'modification.madeOn': facts.modification?.madeOn,
  }
  const broken = Object.entries(given)
    .filter(([, day]) => day !== undefined && parsePlainDate(day) === undefined)
    .map(([field, day]) =>
      ask(field, `What day is "${day}"?`, 'A day is written as year, month, day: 2026-11-22.'),
    )
  if (broken.length > 0) return broken
  const wrongOrder = IN_ORDER.flatMap(([first, second, why]) => {
    const [a, b] = [dates[first], dates[second]]
    return a !== undefined && b !== undefined && b < a
      ? [ask(second, `Is ${second} right? ${dayWords(b)} lies before ${first}, ${dayWords(a)}.`, why)]
      : []
  })
  const commenced = facts.procurementCommencedOn
  const early = COMMENCES.filter((name) => DATE_NAMES.includes(name)).flatMap((name) => {
    const day = dates[name]
    return commenced !== undefined && day !== undefined && day < commenced
      ? [
          ask(
            'procurementCommencedOn',
            `Did the procurement commence on ${dayWords(commenced)}, though ${name} is ${dayWords(day)}?`,
            'A procurement has commenced by the time of such a step, and the day decides which law applies.',
          ),
        ]
      : []
  })
  const framework = facts.frameworkCommencedOn
  const laterFramework =
    framework !== undefined && commenced !== undefined && framework > commenced
      ? [
          ask(
            'frameworkCommencedOn',
            'When did the procurement of the framework commence?',
            'A call-off cannot commence before its framework.',
          ),
        ]
      : []
  const over = dates.endsOn
  const endsFirst =
    commenced !== undefined && over !== undefined && over < commenced
      ? [
          ask(
            'endsOn',
            `Is endsOn right? ${dayWords(over)} lies before the procurement commences, ${dayWords(commenced)}.`,
            'A contract cannot end before its procurement commences.',
          ),
        ]
      : []
  return [...wrongOrder, ...early, ...laterFramework, ...endsFirst]
}
