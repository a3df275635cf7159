import type { NewNote } from '#identity'
import type { Tender } from '#tenders'
import type { Letter } from '../../platform/mail.ts'
import { formatCount, formatDate } from '../../platform/views/formatters.ts'
import {
  type Bid,
  DOCUMENT_KINDS,
  REMINDERS,
  type Receipt,
  type ReminderMark,
  type SupplierDocument,
} from './model.ts'
import type { DocumentDue } from './rules/reminders.ts'

const instant = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'medium',
  timeZone: 'Europe/London',
})

/** What shows later, without Goldthread's word for it, that a bid came in: time, fingerprint, place in the log. */
export const receiptLetter = (
  siteUrl: string,
  to: string,
  tender: Pick<Tender, 'reference' | 'title'>,
  receipt: Pick<Receipt, 'id' | 'lot' | 'submittedAt' | 'fingerprint' | 'logNumber'>,
  logHash: string,
): Letter => ({
  to,
  subject: `Receipt: your bid for ${tender.reference}, lot ${receipt.lot}`,
  text: `Your bid for “${tender.title}” (${tender.reference}), lot ${receipt.lot}, was received.

Received: ${instant.format(receipt.submittedAt)} (${receipt.submittedAt.toISOString()})
Fingerprint (SHA-256): ${receipt.fingerprint}
Entry ${receipt.logNumber} of the public log: ${logHash}

The receipt, with your own copy of what you handed in: ${siteUrl}/workspace/receipts/${receipt.id}
The public log: ${siteUrl}/opportunities/${tender.reference}/log

The bid is sealed. Nobody can read it before two officers open it after the deadline. Until then you can replace it or take it back.
Keep this letter.
`,
})

/** A bid is prepared and not submitted as it stands, and time runs out. */
export const reminderNote = (
  tender: Pick<Tender, 'reference' | 'title' | 'deadline'>,
  bid: Pick<Bid, 'id' | 'lot' | 'sealedId'>,
  mark: ReminderMark,
): Omit<NewNote, 'to'> => {
  const left = REMINDERS.find((reminder) => reminder.mark === mark)?.words ?? ''
  const state =
    bid.sealedId === null
      ? 'has NOT been submitted'
      : 'was changed after it was submitted, and the changes have NOT been submitted'
  return {
    kind: 'bid-not-submitted',
    subject: `Not submitted yet, ${left} left: ${tender.reference}, lot ${bid.lot}`,
    lines: [
      `Your bid for “${tender.title}” (${tender.reference}), lot ${bid.lot}, ${state}.`,
      `The deadline is ${instant.format(tender.deadline)}: less than ${left} from now. What is uploaded and not submitted does not count.`,
      'Look at it and submit it here:',
    ],
    href: `/workspace/bids/${bid.id}`,
    isPressing: true,
  }
}

const daysLeftInWords = (days: number): string =>
  days === 0 ? 'today' : `${formatCount(days, 'day')} from now`

/** Documents that bids are made with end; one note for all that are due on a day. */
export const documentsEndNote = (
  due: readonly Pick<DocumentDue<SupplierDocument>, 'document' | 'endsOn' | 'daysLeft'>[],
): Omit<NewNote, 'to'> => {
  const [first] = due
  return {
    kind: 'document-ends',
    subject:
      due.length === 1 && first
        ? `A document for your bids ends on ${formatDate(first.endsOn)}`
        : `${due.length} documents for your bids end soon`,
    lines: [
      ...due.map(
        ({ document: { title, kind }, endsOn, daysLeft }) =>
          `“${title}” (${DOCUMENT_KINDS[kind].toLowerCase()}) holds until ${formatDate(endsOn)}, ${daysLeftInWords(daysLeft)}.`,
      ),
      'After its last day a document cannot be added to a bid. Bids that it was added to keep it. Upload the one that follows it here:',
    ],
    href: '/workspace/documents',
  }
}
