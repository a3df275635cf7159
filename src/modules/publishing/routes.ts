import type { PageRoute } from '../../platform/http/route.ts'
import * as checks from './pages/office/checks.ts'
import * as datasets from './pages/office/datasets.ts'
import * as office from './pages/office/home.ts'
import * as importReleases from './pages/office/import-releases.ts'
import * as notice from './pages/office/notice.ts'
import * as notices from './pages/office/notices.ts'
import * as review from './pages/office/review.ts'
import * as reviewPhoto from './pages/office/review-photo.ts'
import * as bulkFiles from './pages/open-data/bulk-files.ts'
import * as editionFile from './pages/open-data/edition-file.ts'
import * as extensionFiles from './pages/open-data/extension-files.ts'
import * as feed from './pages/open-data/feed.ts'
import * as openData from './pages/open-data/open-data.ts'
import * as processRecord from './pages/open-data/process-record.ts'
import * as listPublic from './pages/public/list-public.ts'
import * as photo from './pages/public/photo.ts'
import * as publicContract from './pages/public/public-contract.ts'
import * as publicContracts from './pages/public/public-contracts.ts'
import * as publicHome from './pages/public/public-home.ts'

type Handle = PageRoute['handle']
type Row = (path: string, page: string, audit: string, handle: Handle) => PageRoute

const rowsFor =
  (method: PageRoute['method'], access: PageRoute['access']): Row =>
  (path, page, audit, handle) => ({ method, path, access, audit, page: `publishing/pages/${page}`, handle })

const open = rowsFor('GET', 'public')
const read = rowsFor('GET', 'publishing.read')
const manage = rowsFor('POST', 'publishing.manage')
const importForm = rowsFor('GET', 'contracts.manage')
const importing = rowsFor('POST', 'contracts.manage')
const takingFile = (row: PageRoute): PageRoute => ({ ...row, takesFile: true, limitPerMinute: 30 })
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
  bulk(open('/open-data/files/:slug/:dataset/:period/:file', 'open-data/edition-file', 'DATASET_READ', editionFile.get)),
  read('/publishing', 'office/home', 'PUBLICATION_READ', office.get),
  manage('/publishing/settings', 'office/home', 'PUBLICATION_OPENED', office.postSettings),
  manage('/publishing/publish', 'office/home', 'RELEASES_PUBLISHED', office.postPublish),
  read('/publishing/review', 'office/review', 'PUBLICATION_REVIEW_READ', review.get),
  read('/publishing/review.:format', 'office/review', 'PUBLICATION_REVIEW_EXPORTED', review.getExport),
  manage('/publishing/review/names', 'office/review', 'NAME_DECIDED', review.postName),
  manage('/publishing/review/stories', 'office/review', 'STORY_DECIDED', review.postStory),
  manage('/publishing/review/photos', 'office/review', 'PHOTO_DECIDED', review.postPhoto),
  cheap(read('/publishing/review/photos/:photoId', 'office/review-photo', 'PHOTO_READ', reviewPhoto.get)),
  read('/publishing/datasets', 'office/datasets', 'DATASETS_READ', datasets.get),
  manage('/publishing/datasets', 'office/datasets', 'DATASET_PUBLISHED', datasets.post),
  read('/publishing/checks', 'office/checks', 'PUBLICATION_CHECKS_READ', checks.get),
  read('/publishing/notices', 'office/notices', 'NOTICES_READ', notices.get),
  manage('/publishing/notices', 'office/notices', 'NOTICES_LOOKED_FOR', notices.post),
  read('/publishing/notices.:format', 'office/notices', 'NOTICES_EXPORTED', notices.getExport),
  read('/publishing/notices/:noticeId', 'office/notice', 'NOTICE_READ', notice.get),
  read('/publishing/notices/:noticeId/text.txt', 'office/notice', 'NOTICE_TEXT_READ', notice.getText),
  read('/publishing/notices/:noticeId/release.json', 'office/notice', 'NOTICE_RELEASE_READ', notice.getRelease),
  manage('/publishing/notices/:noticeId/prepare', 'office/notice', 'NOTICE_PREPARED', notice.postPrepare),
  manage('/publishing/notices/:noticeId/sent', 'office/notice', 'NOTICE_SENT_BY_HAND', notice.postSent),
  { ...manage('/publishing/notices/:noticeId/send', 'office/notice', 'NOTICE_SENT', notice.postSend), limitPerMinute: 10 },
  importForm('/publishing/import', 'office/import-releases', 'RELEASES_FORM_READ', importReleases.get),
  takingFile(importing('/publishing/import', 'office/import-releases', 'RELEASES_IMPORTED', importReleases.post)),
  open('/public', 'public/list-public', 'PUBLISHERS_READ', listPublic.get),
  open('/public/:slug', 'public/public-home', 'PUBLIC_PAGE_READ', publicHome.get),
  cheap(open('/public/:slug/photos/:file', 'public/photo', 'PUBLIC_PHOTO_READ', photo.get)),
  open('/public/:slug/contracts', 'public/public-contracts', 'PUBLIC_CONTRACTS_READ', publicContracts.get),
  open('/public/:slug/contracts.:format', 'public/public-contracts', 'PUBLIC_CONTRACTS_EXPORTED', publicContracts.getExport),
  open('/public/:slug/contracts/:ocid', 'public/public-contract', 'PUBLIC_CONTRACT_READ', publicContract.get),
]
