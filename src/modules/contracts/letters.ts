import type { NewNote } from '#identity'
import type { Letter } from '../../platform/mail.ts'
import { formatDate } from '../../platform/views/formatters.ts'
import type { Reminder } from './rules/reminders.ts'

const WORDS: Readonly<Record<Reminder['code'], (one: Reminder) => string>> = {
  waits: ({ title, on }) => `waits for your decision since ${formatDate(on)}: ${title}`,
  question: ({ title, on }) => `was asked about on ${formatDate(on)} and waits for your answer: ${title}`,
  late: ({ title }) => `is behind what is due, and nothing waits for a decision: ${title}`,
  assess: ({ title, on }) => `is to be assessed by ${formatDate(on)}: ${title}`,
  review: ({ title, on }) => `is planned for ${formatDate(on)}: ${title}`,
  action: ({ title, on }) => `is an action due on ${formatDate(on)}: ${title}`,
}

export type RemindedContract = {
  readonly title: string
  readonly reference: string
  readonly path: string
  readonly reminders: readonly Reminder[]
}

/** One note a person a day, whatever there is to remind of. The subject names no contract and nobody. */
export const reminderNote = (
  siteUrl: string,
  authorityName: string,
  contracts: readonly RemindedContract[],
  href: string,
): Omit<NewNote, 'to'> => {
  const count = contracts.reduce((all, { reminders }) => all + reminders.length, 0)
  return {
    kind: 'contract-reminder',
    subject: `${count === 1 ? 'One thing waits' : `${count} things wait`} on contracts of ${authorityName}`,
    lines: [
      ...contracts.map(
        ({ title, reference, path, reminders }) =>
          `${title} (${reference})\n${siteUrl}${path}\n${reminders.map((one) => `- ${WORDS[one.code](one)}`).join('\n')}`,
      ),
      'Each is told once. What is done needs no answer.',
    ],
    href,
  }
}

/** The letter with the code that lets a supplier report on a contract. */
export const invitationLetter = (
  siteUrl: string,
  to: string,
  { authorityName, title, reference }: Readonly<Record<'authorityName' | 'title' | 'reference', string>>,
  code: string,
): Letter => ({
  to,
  subject: `${authorityName} asks you to report on a contract`,
  text: `${authorityName} would like your organisation to report what it delivers for

${title} (${reference})

Sign in to your organisation's account, or make one for nothing, and open this address:
${siteUrl}/deliver/join?code=${code}

Or enter this code at ${siteUrl}/deliver/join:
${code}

The code works once and for 30 days. Pass it on only within your organisation: whoever uses it reports for the contract.
`,
})

/** Says that an award is final, to whoever makes its contract. */
export const awardLetter = (
  siteUrl: string,
  to: string,
  { title, supplierName, id }: Readonly<Record<'title' | 'supplierName' | 'id', string>>,
): Letter => ({
  to,
  subject: 'An award waits for its contract',
  text: `An award is final:

${title}
${supplierName}

Supplier, price and promises are taken over as they were bid. Say what the award does not, and make the contract:
${siteUrl}/contracts/awards/${id}
`,
})
