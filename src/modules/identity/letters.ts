import type { Letter } from '../../platform/mail.ts'
import { INVITATION_DAYS, type Invitation, RESET_MINUTES, ROLE_TABLE } from './model.ts'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })

/** The letter with the link by which an invitation is accepted. */
export const invitationLetter = (
  siteUrl: string,
  invitation: Pick<Invitation, 'email' | 'role' | 'expiresAt'>,
  authorityName: string,
  secret: string,
): Letter => ({
  to: invitation.email,
  subject: 'You are invited to Goldthread',
  text: `${authorityName} invites you to work in Goldthread as: ${ROLE_TABLE[invitation.role].label.toLowerCase()}.

Open this address to accept:
${siteUrl}/invitations/${secret}

It works once, for ${INVITATION_DAYS} days, until ${day.format(invitation.expiresAt)}. Do not pass it on: whoever opens it can accept for you.

If you did not expect this letter, you need not do anything.
`,
})

/** The letter by which a supplier's first person proves that the address is theirs. */
export const registrationLetter = (
  siteUrl: string,
  invitation: Pick<Invitation, 'email' | 'expiresAt'>,
  supplierName: string,
  secret: string,
): Letter => ({
  to: invitation.email,
  subject: 'Confirm your address for Goldthread',
  text: `Somebody, we think you, asked for an account on Goldthread in the name of ${supplierName}, to bid for public contracts.

Open this address to confirm that this e-mail address is yours, and to choose a password:
${siteUrl}/invitations/${secret}

It works once, for ${INVITATION_DAYS} days, until ${day.format(invitation.expiresAt)}. Do not pass it on.

If it was not you, you need not do anything: without you there is no account.
`,
})

/** The letter with the link by which a forgotten password is replaced. */
export const resetLetter = (
  siteUrl: string,
  person: { readonly email: string; readonly name: string },
  secret: string,
): Letter => ({
  to: person.email,
  subject: 'Set a new password for Goldthread',
  text: `Dear ${person.name},

Somebody, we think you, asked for a new password. Open this address to set it:
${siteUrl}/reset-password/${secret}

It works once, for ${RESET_MINUTES} minutes.

If it was not you, you need not do anything: your password stays as it is.
`,
})
