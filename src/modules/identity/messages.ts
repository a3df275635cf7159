import type { Decision } from '../../kernel/decision.ts'
import { type IdentityRefusal, NAME_LENGTH, PASSWORD_LENGTH } from './model.ts'

const MESSAGES: Record<IdentityRefusal, string> = {
  'password-too-short': `Enter a password of at least ${PASSWORD_LENGTH.min} characters. Three words that do not belong together make a good one.`,
  'password-too-long': `Enter a password of at most ${PASSWORD_LENGTH.max} characters.`,
  'password-is-address': 'Choose a password that is not your e-mail address.',
  'password-is-common':
    'Choose a password that is harder to guess: this one is among the first that people try.',
  'wrong-password': 'Check your e-mail address and password: they do not belong together.',
  'too-many-failures':
    'Wait {minutes} minutes, then try again: there were too many wrong passwords for this address. Or set a new password.',
  'auditor-holds-another-role':
    'Choose either auditor or other roles: an auditor reads everything and changes nothing.',
  'last-administrator': 'Make somebody else an administrator first: this is the last one here.',
  'last-lead': 'Make somebody else a bid lead first: this is the last one here.',
  'role-not-held-here': 'Choose a role that people of this organisation have.',
  'already-has-role': 'Choose another role: this person has that role here already.',
  'already-invited':
    'There is an open invitation for this address and role. Revoke it first to send another.',
  'account-closed': 'This account has been closed. Ask whoever runs this site to open it again.',
  'invitation-unknown':
    'This invitation does not exist. Check that you copied the whole address from the letter.',
  'invitation-accepted': 'This invitation has been used. Sign in instead.',
  'invitation-revoked': 'This invitation was taken back. Ask whoever invited you for a new one.',
  'invitation-expired': 'This invitation has run out. Ask whoever invited you for a new one.',
  'sign-in-to-accept': 'You have an account already. Sign in with it to accept.',
  'name-and-password-needed': 'Enter your name and choose a password.',
  'reset-unknown': 'This link does not work. Check that you copied the whole address from the letter.',
  'reset-used': 'This link has been used. Ask for another letter.',
  'reset-expired': 'This link has run out. Ask for another letter.',
  'no-permission-chosen': 'Choose at least one thing that the token may do.',
  'permission-not-held': 'Choose only things that you may do yourself.',
  'slug-taken': 'An organisation with the short name {slug} exists already. Choose another short name.',
  'organisation-name-length': `Enter a name of 1 to ${NAME_LENGTH.organisation} characters.`,
  'slug-empty': 'Enter a name with letters or digits in it.',
  'email-taken': 'There is an account with this e-mail address already.',
  'not-an-authority':
    'People work for contracting authorities and suppliers only, and this organisation is neither.',
}

/** The sentence for a refusal, with its facts filled in. */
export const messageOf = (refused: Extract<Decision<unknown, IdentityRefusal>, { ok: false }>): string =>
  MESSAGES[refused.refusal].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(refused.facts?.[name] ?? ''))
