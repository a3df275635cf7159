import { pageRows } from '../../../platform/http/page-rows.ts'
import type { PageRoute } from '../../../platform/http/route.ts'
import * as fillSheet from '../pages/multiplier/fill-sheet.ts'
import * as listStudies from '../pages/multiplier/list-studies.ts'
import * as newStudy from '../pages/multiplier/new-study.ts'
import * as showStudy from '../pages/multiplier/show-study.ts'

const READ = 'spend.read'
const MANAGE = 'spend.manage'
const STUDY = '/spend/multiplier/:studyId'

const row = pageRows('spend/pages/multiplier')

// biome-ignore format: a table reads better in rows
export const multiplierPages: readonly PageRoute[] = [
  row('GET', '/spend/multiplier', READ, 'MULTIPLIER_STUDIES_READ', 'list-studies', listStudies.get),
  row('GET', '/spend/multiplier/new', MANAGE, 'MULTIPLIER_FORM_READ', 'new-study', newStudy.get),
  row('POST', '/spend/multiplier/new', MANAGE, 'MULTIPLIER_STUDY_BEGUN', 'new-study', newStudy.post),
  row('GET', STUDY, READ, 'MULTIPLIER_STUDY_READ', 'show-study', showStudy.get),
  row('POST', `${STUDY}/sheets`, MANAGE, 'MULTIPLIER_SHEET_ADDED', 'show-study', showStudy.postSheet),
  { ...row('POST', `${STUDY}/file`, MANAGE, 'MULTIPLIER_SHEETS_FILLED', 'show-study', showStudy.postFile), takesFile: true },
  row('GET', `${STUDY}/sheets.:format`, READ, 'MULTIPLIER_SHEETS_EXPORTED', 'show-study', showStudy.getExport),
  row('GET', `${STUDY}/sheets/:sheetId`, READ, 'MULTIPLIER_SHEET_READ', 'fill-sheet', fillSheet.get),
  row('POST', `${STUDY}/sheets/:sheetId`, MANAGE, 'MULTIPLIER_SHEET_FILLED', 'fill-sheet', fillSheet.post),
]
