import { pageRows } from '../../platform/http/page-rows.ts'
import type { PageRoute } from '../../platform/http/route.ts'
import * as acceptInvitation from './pages/accept-invitation.ts'
import * as account from './pages/account.ts'
import * as accountTokens from './pages/account-tokens.ts'
import * as auditLog from './pages/audit-log.ts'
import * as changeRoles from './pages/change-roles.ts'
import * as forgottenPassword from './pages/forgotten-password.ts'
import * as homePlace from './pages/home-place.ts'
import * as listPeople from './pages/list-people.ts'
import * as mailbox from './pages/mailbox.ts'
import * as registerSupplier from './pages/register-supplier.ts'
import * as resetPassword from './pages/reset-password.ts'
import * as signIn from './pages/sign-in.ts'
import { inboxPages } from './routes/inbox.ts'

const row = pageRows('identity/pages')

/** Guesses a minute from one address. A whole council may share one, so the throttle of each account is stricter. */
const GUESSES = 30
/** Letters a minute that one address may cause. */
const LETTERS = 10

const manage = 'identity.manage'

export const pages: readonly PageRoute[] = [
  row('GET', '/sign-in', 'public', 'SIGN_IN_READ', 'sign-in', signIn.get),
  row('POST', '/sign-in', 'public', 'SIGNED_IN', 'sign-in', signIn.post, GUESSES),
  row('POST', '/sign-out', 'public', 'SIGNED_OUT', 'sign-in', signIn.postSignOut),

  row(
    'GET',
    '/forgotten-password',
    'public',
    'FORGOTTEN_PASSWORD_READ',
    'forgotten-password',
    forgottenPassword.get,
  ),
  row(
    'POST',
    '/forgotten-password',
    'public',
    'PASSWORD_RESET_REQUESTED',
    'forgotten-password',
    forgottenPassword.post,
    LETTERS,
  ),
  row(
    'GET',
    '/reset-password/:token',
    'public',
    'PASSWORD_RESET_READ',
    'reset-password',
    resetPassword.get,
    GUESSES,
  ),
  row(
    'POST',
    '/reset-password/:token',
    'public',
    'PASSWORD_RESET',
    'reset-password',
    resetPassword.post,
    GUESSES,
  ),
  row(
    'GET',
    '/invitations/:token',
    'public',
    'INVITATION_READ',
    'accept-invitation',
    acceptInvitation.get,
    GUESSES,
  ),
  row(
    'POST',
    '/invitations/:token',
    'public',
    'INVITATION_ACCEPTED',
    'accept-invitation',
    acceptInvitation.post,
    GUESSES,
  ),
  row('GET', '/suppliers/join', 'public', 'SUPPLIER_FORM_READ', 'register-supplier', registerSupplier.get),
  row(
    'POST',
    '/suppliers/join',
    'public',
    'SUPPLIER_REGISTRATION_ASKED',
    'register-supplier',
    registerSupplier.post,
    LETTERS,
  ),
  row('GET', '/mailbox', 'public', 'MAILBOX_READ', 'mailbox', mailbox.get),

  row('GET', '/account', 'signed-in', 'ACCOUNT_READ', 'account', account.get),
  row('POST', '/account', 'signed-in', 'PERSON_RENAMED', 'account', account.postName),
  row('POST', '/account/password', 'signed-in', 'PASSWORD_CHANGED', 'account', account.postPassword, GUESSES),
  row('POST', '/account/authority', 'signed-in', 'AUTHORITY_CHOSEN', 'account', account.postAuthority),
  row(
    'POST',
    '/account/sessions/end',
    'signed-in',
    'SESSIONS_ENDED',
    'account',
    account.postSignOutEverywhere,
  ),
  row('POST', '/account/tokens', 'signed-in', 'API_TOKEN_CREATED', 'account-tokens', accountTokens.postToken),
  row(
    'POST',
    '/account/tokens/:tokenId/revoke',
    'signed-in',
    'API_TOKEN_REVOKED',
    'account-tokens',
    accountTokens.postRevoke,
  ),

  row('GET', '/people', manage, 'PEOPLE_READ', 'list-people', listPeople.get),
  row(
    'POST',
    '/people/invitations',
    manage,
    'PERSON_INVITED',
    'list-people',
    listPeople.postInvitation,
    LETTERS,
  ),
  row(
    'POST',
    '/people/invitations/:invitationId/revoke',
    manage,
    'INVITATION_REVOKED',
    'list-people',
    listPeople.postRevoke,
  ),
  row('GET', '/people/:personId', manage, 'PERSON_READ', 'change-roles', changeRoles.get),
  row('POST', '/people/:personId/roles', manage, 'ROLES_CHANGED', 'change-roles', changeRoles.post),

  row('GET', '/audit', 'audit.read', 'AUDIT_READ', 'audit-log', auditLog.get),

  row('GET', '/home-place', 'places.manage', 'HOME_PLACE_READ', 'home-place', homePlace.get),
  row('POST', '/home-place', 'places.manage', 'HOME_PLACE_SET', 'home-place', homePlace.post),
  ...inboxPages,
]
