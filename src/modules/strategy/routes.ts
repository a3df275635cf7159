import type { PageRoute } from '../../platform/http/route.ts'
import * as correctReading from './pages/correct-reading.ts'
import * as editDocument from './pages/edit-document.ts'
import * as editObjective from './pages/edit-objective.ts'
import * as editPriority from './pages/edit-priority.ts'
import * as home from './pages/home.ts'
import * as importReadings from './pages/import-readings.ts'
import * as listReadings from './pages/list-readings.ts'
import * as listRoles from './pages/list-roles.ts'
import * as publishPlan from './pages/publish-plan.ts'
import * as showDocument from './pages/show-document.ts'
import * as showPlan from './pages/show-plan.ts'
import * as showPriority from './pages/show-priority.ts'
import * as showThread from './pages/show-thread.ts'
import * as takeShared from './pages/take-shared.ts'
import * as takeStep from './pages/take-step.ts'
import * as wholeThread from './pages/whole-thread.ts'

type Handle = PageRoute['handle']
type Row = (path: string, page: string, audit: string, handle: Handle) => PageRoute

const rowsFor =
  (method: PageRoute['method'], access: PageRoute['access']): Row =>
  (path, page, audit, handle) => ({ method, path, access, audit, page: `strategy/pages/${page}`, handle })

const open = rowsFor('GET', 'public')
const read = rowsFor('GET', 'strategy.read')
const form = rowsFor('GET', 'strategy.edit')
const edit = rowsFor('POST', 'strategy.edit')
const approvalForm = rowsFor('GET', 'strategy.approve')
const approve = rowsFor('POST', 'strategy.approve')
const readingForm = rowsFor('GET', 'strategy.measure')
const measure = rowsFor('POST', 'strategy.measure')

const VERSION = '/strategy/documents/:documentId/:version'
const OBJECTIVES = `${VERSION}/objectives`
const PRIORITIES = `${VERSION}/priorities`
const PRIORITY = '/strategy/priorities/:priorityId'
const NODE = '/strategy/thread/:kind/:id'

// biome-ignore format: a table reads better in rows
export const pages: readonly PageRoute[] = [
  read('/strategy', 'home', 'STRATEGY_READ', home.get),
  form('/strategy/documents/new', 'edit-document', 'DOCUMENT_FORM_READ', editDocument.getNew),
  edit('/strategy/documents/new', 'edit-document', 'STRATEGY_DRAFTED', editDocument.postNew),
  read('/strategy/documents/:documentId', 'show-document', 'DOCUMENT_READ', showDocument.getCurrent),
  read(VERSION, 'show-document', 'DOCUMENT_READ', showDocument.get),
  form(`${VERSION}/edit`, 'edit-document', 'DOCUMENT_FORM_READ', editDocument.get),
  edit(`${VERSION}/edit`, 'edit-document', 'STRATEGY_CHANGED', editDocument.post),
  edit(`${VERSION}/new-version`, 'show-document', 'STRATEGY_DRAFTED', showDocument.postVersion),
  form(`${VERSION}/consult`, 'take-step', 'CONSULTATION_FORM_READ', takeStep.getConsult),
  edit(`${VERSION}/consult`, 'take-step', 'STRATEGY_CONSULTED', takeStep.postConsult),
  approvalForm(`${VERSION}/adopt`, 'take-step', 'ADOPTION_FORM_READ', takeStep.getAdopt),
  approve(`${VERSION}/adopt`, 'take-step', 'STRATEGY_ADOPTED', takeStep.postAdopt),
  form(`${OBJECTIVES}/new`, 'edit-objective', 'OBJECTIVE_FORM_READ', editObjective.getNew),
  edit(`${OBJECTIVES}/new`, 'edit-objective', 'OBJECTIVE_ADDED', editObjective.post),
  form(`${OBJECTIVES}/:objectiveId`, 'edit-objective', 'OBJECTIVE_FORM_READ', editObjective.get),
  edit(`${OBJECTIVES}/:objectiveId`, 'edit-objective', 'OBJECTIVE_CHANGED', editObjective.post),
  edit(`${OBJECTIVES}/:objectiveId/remove`, 'edit-objective', 'OBJECTIVE_REMOVED', editObjective.postRemove),
  form(`${PRIORITIES}/new`, 'edit-priority', 'PRIORITY_FORM_READ', editPriority.getNew),
  edit(`${PRIORITIES}/new`, 'edit-priority', 'PRIORITY_ADDED', editPriority.post),
  form(`${PRIORITIES}/:priorityId`, 'edit-priority', 'PRIORITY_FORM_READ', editPriority.get),
  edit(`${PRIORITIES}/:priorityId`, 'edit-priority', 'PRIORITY_CHANGED', editPriority.post),
  edit(`${PRIORITIES}/:priorityId/remove`, 'edit-priority', 'PRIORITY_REMOVED', editPriority.postRemove),
  form(`${VERSION}/shared`, 'take-shared', 'SHARED_PRIORITIES_READ', takeShared.get),
  edit(`${VERSION}/shared`, 'take-shared', 'PRIORITY_ADDED', takeShared.post),
  read(PRIORITY, 'show-priority', 'PRIORITY_READ', showPriority.get),
  approve(`${PRIORITY}/share`, 'show-priority', 'PRIORITY_SHARED', showPriority.postShare),
  read(`${PRIORITY}/readings`, 'list-readings', 'READINGS_READ', listReadings.get),
  read(`${PRIORITY}/readings.:format`, 'list-readings', 'READINGS_EXPORTED', listReadings.getExport),
  measure(`${PRIORITY}/readings`, 'list-readings', 'READING_RECORDED', listReadings.post),
  readingForm('/strategy/readings/import', 'import-readings', 'READINGS_FORM_READ', importReadings.get),
  { ...measure('/strategy/readings/import', 'import-readings', 'READINGS_IMPORTED', importReadings.post), takesFile: true, limitPerMinute: 30 },
  readingForm('/strategy/readings/:readingId/correct', 'correct-reading', 'READING_FORM_READ', correctReading.get),
  measure('/strategy/readings/:readingId/correct', 'correct-reading', 'READING_CORRECTED', correctReading.post),
  read('/strategy/thread', 'whole-thread', 'THREAD_READ', wholeThread.get),
  form('/strategy/thread/add', 'whole-thread', 'THREAD_FORM_READ', wholeThread.getAdd),
  edit('/strategy/thread/add', 'whole-thread', 'THREAD_NODE_RECORDED', wholeThread.postAdd),
  read(NODE, 'show-thread', 'THREAD_READ', showThread.get),
  edit(`${NODE}/link`, 'show-thread', 'THREAD_LINKED', showThread.postLink),
  edit(`${NODE}/remove`, 'show-thread', 'THREAD_NODE_REMOVED', showThread.postRemove),
  read('/strategy/roles', 'list-roles', 'OWNER_ROLES_READ', listRoles.get),
  edit('/strategy/roles', 'list-roles', 'OWNER_ROLE_ADDED', listRoles.post),
  edit('/strategy/roles/holders', 'list-roles', 'OWNER_APPOINTED', listRoles.postHolder),
  approvalForm('/strategy/plan', 'publish-plan', 'PLAN_FORM_READ', publishPlan.get),
  approve('/strategy/plan', 'publish-plan', 'PLAN_PUBLISHED', publishPlan.post),
  open('/plans/:slug', 'show-plan', 'PLAN_READ', showPlan.get),
  open('/plans/:slug/:edition', 'show-plan', 'PLAN_READ', showPlan.get),
]
