import type { NewNote } from '#identity'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Letter } from '../../platform/mail.ts'
import { formatDate } from '../../platform/views/formatters.ts'
import type { ControlTest } from './model/appraisal.ts'
import type { EngagementEvent } from './model/engagement.ts'
import type { Purchase } from './model/purchase.ts'
import type { RetestMoment } from './model/retest.ts'
import { purchasePath } from './paths.ts'
import type { Invitee } from './rules/invitations.ts'

/** The letter that invites a supplier to talk about a purchase before it is advertised. */
export const engagementLetter = (
  authorityName: string,
  purchaseTitle: string,
  { title, heldOn, place, about }: EngagementEvent,
  { supplierName, email }: Invitee,
): Letter => ({
  to: email,
  subject: `${authorityName} wants to hear from you: ${purchaseTitle}`,
  text: `To ${supplierName}

${authorityName} is planning a purchase: ${purchaseTitle}. Nothing is decided yet. We want to hear from people who do this work before we say what we ask for.

${title}
${formatDate(heldOn)}${place ? `, ${place}` : ''}

${about || 'Tell us what would make it easy for you to bid, and what good it could do.'}

Coming gives nobody an advantage: what is said and answered there goes to everybody who bids.
Answer this letter to say that you come, or to ask a question.
`,
})

type Retest = Pick<ControlTest, 'body' | 'kind' | 'testedOn'> & {
  readonly retestBy: PlainDate
  readonly moment: RetestMoment
}

/** To whoever owns the test of a body: it is due again, or its day has gone by. The body may be a supplier, so the subject does not name it. */
export const retestNote = (
  authorityName: string,
  purchase: Pick<Purchase, 'id' | 'title'>,
  { body, kind, testedOn, retestBy, moment }: Retest,
): Omit<NewNote, 'to'> => ({
  kind: 'control-test',
  subject:
    moment === 'soon'
      ? `A yearly test is due again by ${formatDate(retestBy)}`
      : `A yearly test is overdue since ${formatDate(retestBy)}`,
  lines: [
    `${authorityName} relies on the ${kind} test of Schedule 2 to the Procurement Act 2023 for ${body} (${purchase.title}). It was last answered on ${formatDate(testedOn)}.`,
    'The tests have to hold all the time the contract runs: where one fails, the exemption is gone. Answering them again within a year is good practice, no rule of law.',
    moment === 'soon'
      ? `There is time until ${formatDate(retestBy)}.`
      : 'Until then the delivery model of this purchase is shown as needing attention.',
    'Answer them again, with the evidence of this year.',
  ],
  href: `${purchasePath(purchase.id, `delivery-model/tests/${kind}`)}?body=${encodeURIComponent(body)}`,
})
