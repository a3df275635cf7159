import type { PageRoute } from '../../platform/http/route.ts'
import * as bulkFiles from './pages/open-data/bulk-files.ts'
import * as extensionFiles from './pages/open-data/extension-files.ts'
import * as feed from './pages/open-data/feed.ts'
import * as openData from './pages/open-data/open-data.ts'
import * as processRecord from './pages/open-data/process-record.ts'
import * as listPublic from './pages/public/list-public.ts'
import * as publicContract from './pages/public/public-contract.ts'
import * as publicContracts from './pages/public/public-contracts.ts'
import * as publicHome from './pages/public/public-home.ts'

type Handle = PageRoute['handle']
type Row = (path: string, page: string, audit: string, handle: Handle) => PageRoute

const rowsFor =
  (method: PageRoute['method'], access: PageRoute['access']): Row =>
  (path, page, audit, handle) => ({ method, path, access, audit, page: `publishing/pages/${page}`, handle })

const open = rowsFor('GET', 'public')
/** Downloads of everything there is; a feed and single processes are cheap. */
const bulk = (row: PageRoute): PageRoute => ({ ...row, limitPerMinute: 30 })
const cheap = (row: PageRoute): PageRoute => ({ ...row, limitPerMinute: 300 })

const OCDS = '/open-data/ocds'

// biome-ignore format: a table reads better in rows
export const pages: readonly PageRoute[] = [
  open('/open-data', 'open-data/open-data', 'OPEN_DATA_READ', openData.get),
  cheap(open(`${OCDS}/feed`, 'open-data/feed', 'RELEASE_FEED_READ', feed.get)),
  bulk(open(`${OCDS}/releases.jsonl`, 'open-data/bulk-files', 'RELEASES_EXPORTED', bulkFiles.getLines)),
  bulk(open(`${OCDS}/releases.json`, 'open-data/bulk-files', 'RELEASES_EXPORTED', bulkFiles.getPackage)),
  bulk(open(`${OCDS}/records.json`, 'open-data/bulk-files', 'RECORDS_EXPORTED', bulkFiles.getRecords)),
  bulk(open(`${OCDS}/processes.csv`, 'open-data/bulk-files', 'PROCESSES_EXPORTED', bulkFiles.getTable)),
  cheap(open(`${OCDS}/processes/:ocid`, 'open-data/process-record', 'PROCESS_READ', processRecord.get)),
  open(`${OCDS}/extension/*`, 'open-data/extension-files', 'EXTENSION_READ', extensionFiles.get),
  open('/public', 'public/list-public', 'PUBLISHERS_READ', listPublic.get),
  open('/public/:slug', 'public/public-home', 'PUBLIC_PAGE_READ', publicHome.get),
  open('/public/:slug/contracts', 'public/public-contracts', 'PUBLIC_CONTRACTS_READ', publicContracts.get),
  open('/public/:slug/contracts.:format', 'public/public-contracts', 'PUBLIC_CONTRACTS_EXPORTED', publicContracts.getExport),
  open('/public/:slug/contracts/:ocid', 'public/public-contract', 'PUBLIC_CONTRACT_READ', publicContract.get),
]
