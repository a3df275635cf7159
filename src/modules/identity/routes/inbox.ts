import { pageRows } from '../../../platform/http/page-rows.ts'
import type { PageRoute } from '../../../platform/http/route.ts'
import * as failedLetters from '../pages/failed-letters.ts'
import * as inbox from '../pages/inbox.ts'
import * as settings from '../pages/inbox-settings.ts'

const row = pageRows('identity/pages')

/** What people are told, how they want to hear it, and what did not reach them. */
export const inboxPages: readonly PageRoute[] = [
  row('GET', '/inbox', 'signed-in', 'INBOX_READ', 'inbox', inbox.get),
  row('POST', '/inbox/read', 'signed-in', 'NOTES_READ', 'inbox', inbox.postAllRead),
  row('POST', '/inbox/:noteId/read', 'signed-in', 'NOTE_READ', 'inbox', inbox.postRead),
  row('GET', '/inbox/settings', 'signed-in', 'INBOX_SETTINGS_READ', 'inbox-settings', settings.get),
  row('POST', '/inbox/settings', 'signed-in', 'LETTERS_CHOSEN', 'inbox-settings', settings.postChoice),
  row(
    'POST',
    '/inbox/calendar',
    'signed-in',
    'CALENDAR_ADDRESS_MADE',
    'inbox-settings',
    settings.postCalendar,
  ),
  row(
    'POST',
    '/inbox/calendar/revoke',
    'signed-in',
    'CALENDAR_ADDRESS_REVOKED',
    'inbox-settings',
    settings.postRevoke,
  ),
  row('GET', '/letters', 'identity.manage', 'FAILED_LETTERS_READ', 'failed-letters', failedLetters.get),
  row(
    'POST',
    '/letters/:mailId/retry',
    'identity.manage',
    'LETTER_RETRIED',
    'failed-letters',
    failedLetters.postRetry,
  ),
]
