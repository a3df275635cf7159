import type { PageRoute } from '../../platform/http/route.ts'
import * as listLines from './pages/list-lines.ts'
import * as listOthers from './pages/list-others.ts'
import * as newOther from './pages/new-other.ts'
import * as showBudget from './pages/show-budget.ts'
import * as showDepartment from './pages/show-department.ts'
import * as showOther from './pages/show-other.ts'
import * as showStatement from './pages/show-statement.ts'
import * as signStatement from './pages/sign-statement.ts'

type Row = (path: string, page: string, audit: string, handle: PageRoute['handle']) => PageRoute

const rowsFor =
  (method: PageRoute['method'], access: PageRoute['access']): Row =>
  (path, page, audit, handle) => ({ method, path, access, audit, page: `budget/pages/${page}`, handle })

const read = rowsFor('GET', 'budget.read')
const form = rowsFor('GET', 'budget.manage')
const manage = rowsFor('POST', 'budget.manage')
const sign = rowsFor('POST', 'budget.sign')
const everybody = rowsFor('GET', 'public')
const takingFile = (row: PageRoute): PageRoute => ({ ...row, takesFile: true, limitPerMinute: 30 })

const STATEMENT = '/budget/:year/statement'

// biome-ignore format: a table reads better in rows
export const pages: readonly PageRoute[] = [
  read('/budget', 'show-budget', 'BUDGET_READ', showBudget.get),
  read('/budget/lines', 'list-lines', 'BUDGET_LINES_READ', listLines.get),
  takingFile(manage('/budget/lines', 'list-lines', 'BUDGET_LINES_IMPORTED', listLines.post)),
  read('/budget/other', 'list-others', 'OTHER_VALUES_READ', listOthers.get),
  takingFile(manage('/budget/other', 'list-others', 'OTHER_VALUES_IMPORTED', listOthers.post)),
  form('/budget/other/new', 'new-other', 'OTHER_VALUE_FORM_READ', newOther.get),
  manage('/budget/other/new', 'new-other', 'OTHER_VALUE_RECORDED', newOther.post),
  read('/budget/other/:otherId', 'show-other', 'OTHER_VALUE_READ', showOther.get),
  manage('/budget/other/:otherId', 'show-other', 'OTHER_RESULT_RECORDED', showOther.post),
  read('/budget/:year/figures.:format', 'show-budget', 'BUDGET_EXPORTED', showBudget.getExport),
  read('/budget/:year/departments/:slug', 'show-department', 'DEPARTMENT_BUDGET_READ', showDepartment.get),
  read(STATEMENT, 'sign-statement', 'STATEMENT_FORM_READ', signStatement.get),
  manage(`${STATEMENT}/prepare`, 'sign-statement', 'STATEMENT_PREPARED', signStatement.postPrepare),
  sign(`${STATEMENT}/sign`, 'sign-statement', 'STATEMENT_SIGNED', signStatement.postSign),
  manage(`${STATEMENT}/withdraw`, 'sign-statement', 'STATEMENT_WITHDRAWN', signStatement.postWithdraw),
  everybody('/statements', 'show-statement', 'STATEMENTS_READ', showStatement.getList),
  everybody('/statements/:reference', 'show-statement', 'STATEMENT_READ', showStatement.get),
  everybody('/statements/:reference/figures.:format', 'show-statement', 'STATEMENT_EXPORTED', showStatement.getExport),
]
