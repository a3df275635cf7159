import type { PageRoute } from '../../platform/http/route.ts'
import { ANALYSES } from './analyses/all.ts'
import { readNetworkSuppliers } from './analyses/network-suppliers.ts'
import { readNetworkMap, readNetworkYears } from './analyses/networks.ts'
import { analysisPage } from './pages/analysis-page.ts'
import * as correctLayout from './pages/correct-layout.ts'
import * as editContracts from './pages/edit-contracts.ts'
import * as editInfluenceRules from './pages/edit-influence-rules.ts'
import * as editScheme from './pages/edit-scheme.ts'
import * as groupSuppliers from './pages/group-suppliers.ts'
import * as listDecisions from './pages/list-decisions.ts'
import * as listGroups from './pages/list-groups.ts'
import * as listImports from './pages/list-imports.ts'
import * as listNetworks from './pages/list-networks.ts'
import * as listPayees from './pages/list-payees.ts'
import * as listPayments from './pages/list-payments.ts'
import * as listRows from './pages/list-rows.ts'
import * as listSchemes from './pages/list-schemes.ts'
import * as listSuppliers from './pages/list-suppliers.ts'
import * as method from './pages/method.tsx'
import * as moneyMap from './pages/money-map.ts'
import * as newImport from './pages/new-import.ts'
import * as reviewPayees from './pages/review-payees.ts'
import * as showImport from './pages/show-import.ts'
import * as showPayee from './pages/show-payee.ts'
import * as showSupplier from './pages/show-supplier.ts'
import * as whatIf from './pages/what-if.ts'
import { withMonths } from './pages/with-months.tsx'
import { multiplierPages } from './routes/multiplier.ts'
import { surveyPages } from './routes/survey.ts'

const read = (path: string, page: string, audit: string, handle: PageRoute['handle']): PageRoute => ({
  method: 'GET',
  path,
  access: 'spend.read',
  audit,
  page: `spend/pages/${page}`,
  handle: withMonths(handle),
})

const manage = (path: string, page: string, audit: string, handle: PageRoute['handle']): PageRoute => ({
  method: 'POST',
  path,
  access: 'spend.manage',
  audit,
  page: `spend/pages/${page}`,
  handle,
})

/** Books of rules: seen by all who see the spending, changed by those who manage it. */
const rulePages: readonly PageRoute[] = [
  read('/spend/influenceable/rules', 'edit-influence-rules', 'INFLUENCE_RULES_READ', editInfluenceRules.get),
  manage(
    '/spend/influenceable/rules',
    'edit-influence-rules',
    'INFLUENCE_RULES_CHANGED',
    editInfluenceRules.post,
  ),
  read('/spend/influenceable/contracts', 'edit-contracts', 'CONTRACTS_READ', editContracts.get),
  read(
    '/spend/influenceable/contracts.:format',
    'edit-contracts',
    'CONTRACTS_EXPORTED',
    editContracts.getExport,
  ),
  manage('/spend/influenceable/contracts', 'edit-contracts', 'CONTRACTS_CHANGED', editContracts.post),
  read('/spend/schemes', 'list-schemes', 'SCHEMES_READ', listSchemes.get),
  manage('/spend/schemes', 'list-schemes', 'SCHEME_ADDED', listSchemes.post),
  read('/spend/schemes/:schemeId', 'edit-scheme', 'SCHEME_READ', editScheme.get),
  manage('/spend/schemes/:schemeId', 'edit-scheme', 'SCHEME_CHANGED', editScheme.post),
]

/** Each analysis is a page and a file. */
const analysisPages: readonly PageRoute[] = Object.entries(ANALYSES).flatMap(
  ([name, { audit, read: answer }]) => {
    const { get, getExport } = analysisPage(name, answer)
    return [
      read(`/spend/${name}`, 'analysis-page', `${audit}_READ`, get),
      read(`/spend/${name}.:format`, 'analysis-page', `${audit}_EXPORTED`, getExport),
    ]
  },
)

const networkPath =
  (name: string) =>
  (request: Parameters<PageRoute['handle']>[0]): string =>
    `/spend/networks/${request.params.networkId}/${name}`

/** What-if: scenarios by their address, and those that were kept. */
const whatIfPages: readonly PageRoute[] = [
  { ...read('/spend/what-if', 'what-if', 'WHAT_IF_READ', whatIf.get), limitPerMinute: 60 },
  read('/spend/what-if.:format', 'what-if', 'WHAT_IF_EXPORTED', whatIf.getExport),
  manage('/spend/what-if', 'what-if', 'SCENARIO_SAVED', whatIf.post),
  read('/spend/what-if/scenarios/:scenarioId', 'what-if', 'SCENARIO_READ', whatIf.getSaved),
  manage('/spend/what-if/scenarios/:scenarioId/remove', 'what-if', 'SCENARIO_REMOVED', whatIf.postRemove),
]

/** Networks: who is in them, and their figures. */
const networkPages: readonly PageRoute[] = [
  read('/spend/networks', 'list-networks', 'NETWORKS_READ', listNetworks.get),
  manage('/spend/networks', 'list-networks', 'NETWORK_FOUNDED', listNetworks.post),
  manage('/spend/networks/:networkId/invite', 'list-networks', 'NETWORK_INVITED', listNetworks.postInvite),
  manage('/spend/networks/:networkId/agree', 'list-networks', 'NETWORK_JOINED', listNetworks.postAgree),
  manage('/spend/networks/:networkId/leave', 'list-networks', 'NETWORK_LEFT', listNetworks.postLeave),
  ...(
    [
      ['map', 'NETWORK_MAP', readNetworkMap],
      ['suppliers', 'NETWORK_SUPPLIERS', readNetworkSuppliers],
      ['years', 'NETWORK_YEARS', readNetworkYears],
    ] as const
  ).flatMap(([name, audit, answer]) => {
    const { get, getExport } = analysisPage('networks', answer, networkPath(name))
    return [
      read(`/spend/networks/:networkId/${name}`, 'analysis-page', `${audit}_READ`, get),
      read(`/spend/networks/:networkId/${name}.:format`, 'analysis-page', `${audit}_EXPORTED`, getExport),
    ]
  }),
]

export const pages: readonly PageRoute[] = [
  ...analysisPages,
  ...rulePages,
  ...whatIfPages,
  read('/spend/method', 'method', 'SPEND_METHOD_READ', method.get),
  ...networkPages,
  read('/spend', 'money-map', 'MONEY_MAP_READ', moneyMap.get),
  read('/spend/payees', 'list-payees', 'PAYEES_READ', listPayees.get),
  read('/spend/payees.:format', 'list-payees', 'PAYEES_EXPORTED', listPayees.getExport),
  read('/spend/payees/:payeeId', 'show-payee', 'PAYEE_READ', showPayee.get),
  read('/spend/suppliers', 'list-suppliers', 'SUPPLIERS_READ', listSuppliers.get),
  read('/spend/suppliers.:format', 'list-suppliers', 'SUPPLIERS_EXPORTED', listSuppliers.getExport),
  read('/spend/suppliers/:supplierKey', 'show-supplier', 'SUPPLIER_READ', showSupplier.get),
  read('/spend/suppliers/groups', 'list-groups', 'SUPPLIER_GROUPS_READ', listGroups.get),
  {
    method: 'POST',
    path: '/spend/suppliers/:supplierKey/group',
    access: 'suppliers.review',
    audit: 'SUPPLIERS_GROUPED',
    page: 'spend/pages/group-suppliers',
    handle: groupSuppliers.postGroup,
  },
  {
    method: 'POST',
    path: '/spend/suppliers/:supplierKey/ungroup',
    access: 'suppliers.review',
    audit: 'SUPPLIERS_UNGROUPED',
    page: 'spend/pages/group-suppliers',
    handle: groupSuppliers.postUngroup,
  },
  {
    method: 'GET',
    path: '/spend/review',
    access: 'suppliers.review',
    audit: 'REVIEW_LIST_READ',
    page: 'spend/pages/review-payees',
    handle: reviewPayees.get,
  },
  {
    method: 'POST',
    path: '/spend/review',
    access: 'suppliers.review',
    audit: 'PAYEES_DECIDED',
    page: 'spend/pages/review-payees',
    handle: reviewPayees.post,
  },
  {
    method: 'POST',
    path: '/spend/review/undo',
    access: 'suppliers.review',
    audit: 'PAYEES_DECISION_UNDONE',
    page: 'spend/pages/review-payees',
    handle: reviewPayees.postUndo,
  },
  {
    method: 'GET',
    path: '/spend/review/decisions',
    access: 'suppliers.review',
    audit: 'PAYEE_DECISIONS_READ',
    page: 'spend/pages/list-decisions',
    handle: listDecisions.get,
  },
  read('/spend/payments', 'list-payments', 'PAYMENTS_READ', listPayments.get),
  read('/spend/payments.:format', 'list-payments', 'PAYMENTS_EXPORTED', listPayments.getExport),
  read('/spend/imports', 'list-imports', 'PAYMENT_FILES_READ', listImports.get),
  read('/spend/imports.:format', 'list-imports', 'PAYMENT_FILES_EXPORTED', listImports.getExport),
  {
    method: 'GET',
    path: '/spend/imports/new',
    access: 'spend.import',
    audit: 'PAYMENT_FILE_FORM_READ',
    page: 'spend/pages/new-import',
    handle: newImport.get,
  },
  {
    method: 'POST',
    path: '/spend/imports/new',
    access: 'spend.import',
    audit: 'PAYMENT_FILE_HANDED_IN',
    page: 'spend/pages/new-import',
    takesFile: true,
    limitPerMinute: 60,
    handle: newImport.post,
  },
  read('/spend/imports/:importId', 'show-import', 'PAYMENT_FILE_REPORT_READ', showImport.get),
  {
    method: 'POST',
    path: '/spend/imports/:importId/read',
    access: 'spend.import',
    audit: 'PAYMENT_FILE_QUEUED',
    page: 'spend/pages/show-import',
    handle: showImport.postRead,
  },
  {
    method: 'POST',
    path: '/spend/imports/:importId/overlap',
    access: 'spend.manage',
    audit: 'OVERLAP_CHOSEN',
    page: 'spend/pages/show-import',
    handle: showImport.postChoice,
  },
  {
    method: 'POST',
    path: '/spend/imports/:importId/undo',
    access: 'spend.manage',
    audit: 'PAYMENT_FILE_UNDONE',
    page: 'spend/pages/show-import',
    handle: showImport.postUndo,
  },
  {
    method: 'GET',
    path: '/spend/imports/:importId/layout',
    access: 'spend.import',
    audit: 'LAYOUT_READ',
    page: 'spend/pages/correct-layout',
    handle: correctLayout.get,
  },
  {
    method: 'POST',
    path: '/spend/imports/:importId/layout',
    access: 'spend.import',
    audit: 'LAYOUT_CORRECTED',
    page: 'spend/pages/correct-layout',
    handle: correctLayout.post,
  },
  read('/spend/imports/:importId/rows/rejected', 'list-rows', 'REJECTED_ROWS_READ', listRows.rejected.get),
  read(
    '/spend/imports/:importId/rows/rejected.:format',
    'list-rows',
    'REJECTED_ROWS_EXPORTED',
    listRows.rejected.getExport,
  ),
  read('/spend/imports/:importId/rows/other', 'list-rows', 'OTHER_ROWS_READ', listRows.other.get),
  read(
    '/spend/imports/:importId/rows/other.:format',
    'list-rows',
    'OTHER_ROWS_EXPORTED',
    listRows.other.getExport,
  ),
  ...surveyPages,
  ...multiplierPages,
]
