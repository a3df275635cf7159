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

/** The letter to whoever owns the test of a body: it is due again, or its day has gone by. */
export const retestLetter = (
  siteUrl: string,
  authorityName: string,
  to: { readonly email: string; readonly name: string },
  purchase: Pick<Purchase, 'id' | 'title'>,
  { body, kind, testedOn, retestBy, moment }: Retest,
): Letter => ({
  to: to.email,
  subject:
    moment === 'soon'
      ? `Test ${body} again by ${formatDate(retestBy)}`
      : `The yearly test of ${body} is overdue since ${formatDate(retestBy)}`,
  text: `Dear ${to.name},

${authorityName} relies on the ${kind} test of Schedule 2 to the Procurement Act 2023 for ${body} (${purchase.title}). It was last answered on ${formatDate(testedOn)}.

The tests have to hold all the time the contract runs: where one fails, the exemption is gone. Answering them again within a year is good practice, no rule of law.

Answer them again, with the evidence of this year:
${siteUrl}${purchasePath(purchase.id, `delivery-model/tests/${kind}`)}?body=${encodeURIComponent(body)}

${moment === 'soon' ? `There is time until ${formatDate(retestBy)}.` : 'Until then the delivery model of this purchase is shown as needing attention.'}
`,
})
