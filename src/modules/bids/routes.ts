import type { PageRoute } from '../../platform/http/route.ts'
import * as beginBid from './pages/begin-bid.ts'
import * as documents from './pages/documents.ts'
import * as editBid from './pages/edit-bid.ts'
import * as opening from './pages/opening.ts'
import * as ownCopy from './pages/own-copy.ts'
import * as pack from './pages/pack.ts'
import * as profile from './pages/profile.ts'
import * as publicLog from './pages/public-log.ts'
import * as showReceipt from './pages/show-receipt.ts'
import * as workspace from './pages/workspace.ts'

/** Each guess at a passphrase costs a slow hash. */
const PASSPHRASES_A_MINUTE = 6

const row =
  (access: PageRoute['access']) =>
  (
    method: PageRoute['method'],
    path: string,
    name: string,
    audit: string,
    handle: PageRoute['handle'],
  ): PageRoute => ({ method, path, access, audit, page: `bids/pages/${name}`, handle })

const prepare = row('bids.prepare')
const hold = row('sealing.hold')
const bid = '/workspace/bids/:bidId'
const document = '/workspace/documents/:documentId'
const openings = '/bids/openings/:tenderId'

export const pages: readonly PageRoute[] = [
  prepare('GET', '/workspace', 'workspace', 'WORKSPACE_READ', workspace.get),
  prepare('GET', '/workspace/profile', 'profile', 'SUPPLIER_PROFILE_READ', profile.get),
  prepare('POST', '/workspace/profile', 'profile', 'SUPPLIER_PROFILE_CHANGED', profile.post),
  prepare('GET', '/workspace/documents', 'documents', 'SUPPLIER_DOCUMENTS_READ', documents.getList),
  {
    ...prepare('POST', '/workspace/documents', 'documents', 'SUPPLIER_DOCUMENT_ADDED', documents.post),
    takesFile: true,
  },
  prepare('GET', document, 'documents', 'SUPPLIER_DOCUMENT_READ', documents.get),
  prepare('POST', `${document}/remove`, 'documents', 'SUPPLIER_DOCUMENT_REMOVED', documents.postRemove),
  prepare('GET', '/workspace/tenders/:reference', 'begin-bid', 'BID_FORM_READ', beginBid.get),
  prepare('POST', '/workspace/tenders/:reference', 'begin-bid', 'BID_BEGUN', beginBid.post),
  prepare('GET', bid, 'edit-bid', 'BID_READ', editBid.get),
  prepare('POST', bid, 'edit-bid', 'BID_SAVED', editBid.post),
  {
    ...prepare('POST', `${bid}/files/:question`, 'edit-bid', 'BID_FILE_ADDED', editBid.postFile),
    takesFile: true,
  },
  prepare('POST', `${bid}/files/:question/document`, 'edit-bid', 'BID_FILE_ADDED', editBid.postDocument),
  prepare('GET', `${bid}/files/:fileId`, 'edit-bid', 'BID_FILE_READ', editBid.getFile),
  prepare('POST', `${bid}/files/:fileId/remove`, 'edit-bid', 'BID_FILE_REMOVED', editBid.postRemoveFile),
  row('bids.submit')('POST', `${bid}/withdraw`, 'edit-bid', 'BID_WITHDRAWN', editBid.postWithdraw),
  prepare('GET', `${bid}/pack.xlsx`, 'pack', 'BID_PACK_READ', pack.get),
  { ...prepare('POST', `${bid}/pack`, 'pack', 'BID_SAVED', pack.post), takesFile: true },
  prepare('GET', '/workspace/receipts/:receiptId', 'show-receipt', 'BID_RECEIPT_READ', showReceipt.get),
  prepare('GET', '/workspace/receipts/:receiptId/copy.zip', 'own-copy', 'BID_COPY_READ', ownCopy.get),
  hold('GET', '/bids/openings', 'opening', 'OPENINGS_READ', opening.getList),
  hold('GET', openings, 'opening', 'OPENING_READ', opening.get),
  {
    ...hold('POST', `${openings}/begin`, 'opening', 'OPENING_BEGUN', opening.postBegin),
    limitPerMinute: PASSPHRASES_A_MINUTE,
  },
  {
    ...hold('POST', `${openings}/complete`, 'opening', 'BIDS_OPENED', opening.postComplete),
    limitPerMinute: PASSPHRASES_A_MINUTE,
  },
  row('public')('GET', '/opportunities/:reference/log', 'public-log', 'BID_LOG_READ', publicLog.get),
]
