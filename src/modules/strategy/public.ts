export {
  adoptVersion,
  beginVersion,
  changeDocument,
  createDocument,
  recordConsultation,
} from './actions/documents.ts'
export { addObjective, addPriority, changePriority } from './actions/draft-content.ts'
export { publishPlan } from './actions/plans.ts'
export { correctReading, importReadings, recordReading } from './actions/readings.ts'
export { addRole, appointHolder } from './actions/roles.ts'
export { adoptShared, sharePriority } from './actions/sharing.ts'
export { cutThread, putOnThread, recordByHand, takeOffThread } from './actions/thread.ts'
export { api } from './api.ts'
export { commands } from './commands.ts'
export type {
  DocumentDraft,
  FrameworkCode,
  Plan,
  Priority,
  PriorityDraft,
  Reading,
  Tree,
  Version,
} from './model.ts'
export { readThread } from './read-thread.ts'
export { pages } from './routes.ts'
export { findOrphans, type Orphan } from './rules/orphans.ts'
export {
  NODE_KINDS,
  type NodeKind,
  type NodeRef,
  reachedFrom,
  scopedId,
  type ThreadLink,
  type ThreadNode,
} from './rules/thread.ts'
export { listVersions } from './store/documents.ts'
export { listPlansOf } from './store/plans.ts'
export { listReadings } from './store/readings.ts'
export { listRoles } from './store/roles.ts'
export { listShared } from './store/sharing.ts'
export { listTrees } from './store/trees.ts'
export type { StrategyTables } from './tables.ts'
