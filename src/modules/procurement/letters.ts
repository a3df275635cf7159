import type { Letter } from '../../platform/mail.ts'
import { formatDate } from '../../platform/views/formatters.ts'
import type { EngagementEvent } from './model/engagement.ts'
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
