import { pageRows } from '../../../platform/http/page-rows.ts'
import type { PageRoute } from '../../../platform/http/route.ts'
import * as claimEntry from '../pages/directory/claim-entry.ts'
import * as decideClaim from '../pages/directory/decide-claim.ts'
import * as editEntry from '../pages/directory/edit-entry.ts'
import * as enterCode from '../pages/directory/enter-code.ts'
import * as listClaims from '../pages/directory/list-claims.ts'
import * as listDirectory from '../pages/directory/list-directory.ts'
import * as listModeration from '../pages/directory/list-moderation.ts'
import * as moderateEntry from '../pages/directory/moderate-entry.ts'
import * as showEntry from '../pages/directory/show-entry.ts'

/** Letters a minute that one address may cause, and guesses of codes it may make. */
const LETTERS = 5
const GUESSES = 20

const row = pageRows('suppliers/pages/directory')

const moderate = 'suppliers.moderate'

// biome-ignore format: a table reads better in rows
export const directoryPages: readonly PageRoute[] = [
  row('GET', '/directory', 'public', 'DIRECTORY_READ', 'list-directory', listDirectory.get),
  row('GET', '/directory.:format', 'public', 'DIRECTORY_EXPORTED', 'list-directory', listDirectory.getExport),
  row('GET', '/directory/join', 'public', 'DIRECTORY_CLAIM_FORM_READ', 'claim-entry', claimEntry.get),
  row('POST', '/directory/join', 'public', 'DIRECTORY_ENTRY_CLAIMED', 'claim-entry', claimEntry.post, LETTERS),
  row('GET', '/directory/codes/:codeId', 'public', 'DIRECTORY_CODE_FORM_READ', 'enter-code', enterCode.get, GUESSES),
  row('POST', '/directory/codes/:codeId', 'public', 'DIRECTORY_CODE_USED', 'enter-code', enterCode.post, GUESSES),
  row('GET', '/directory/entries/:entryId', 'public', 'DIRECTORY_ENTRY_READ', 'show-entry', showEntry.get),
  row('GET', '/directory/entries/:entryId/keep', 'public', 'DIRECTORY_CODE_OFFERED', 'show-entry', showEntry.getKeep),
  row('POST', '/directory/entries/:entryId/keep', 'public', 'DIRECTORY_CODE_SENT', 'show-entry', showEntry.postKeep, LETTERS),
  row('GET', '/directory/edit/:token', 'public', 'DIRECTORY_ENTRY_FORM_READ', 'edit-entry', editEntry.get, GUESSES),
  row('POST', '/directory/edit/:token', 'public', 'DIRECTORY_ENTRY_PROPOSED', 'edit-entry', editEntry.post, GUESSES),
  row('POST', '/directory/edit/:token/withdraw', 'public', 'DIRECTORY_ENTRY_WITHDRAWN', 'edit-entry', editEntry.postWithdraw, GUESSES),
  row('GET', '/directory/moderation', moderate, 'DIRECTORY_MODERATION_READ', 'list-moderation', listModeration.get),
  row('GET', '/directory/moderation.:format', moderate, 'DIRECTORY_MODERATION_EXPORTED', 'list-moderation', listModeration.getExport),
  row('GET', '/directory/claims', moderate, 'DIRECTORY_CLAIMS_READ', 'list-claims', listClaims.get),
  row('GET', '/directory/claims/:claimId', moderate, 'DIRECTORY_CLAIM_READ', 'decide-claim', decideClaim.get),
  row('POST', '/directory/claims/:claimId', moderate, 'DIRECTORY_CLAIM_DECIDED', 'decide-claim', decideClaim.post),
  row('GET', '/directory/moderation/:entryId', moderate, 'DIRECTORY_PROPOSAL_READ', 'moderate-entry', moderateEntry.get),
  row('POST', '/directory/moderation/:entryId', moderate, 'DIRECTORY_ENTRY_MODERATED', 'moderate-entry', moderateEntry.post),
]
