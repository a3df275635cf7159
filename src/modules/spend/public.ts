export { undoImport } from './actions/count-import.ts'
export { handInFile } from './actions/hand-in-file.ts'
export {
  type ImportOutcome,
  type ImportRequest,
  importFile,
  type PaymentFile,
} from './actions/import-file.ts'
export { matchPayeesOf } from './actions/match-payees.ts'
export { placeAllPayees } from './actions/place-payees.ts'
export { api } from './api.ts'
export { commands } from './commands.ts'
export { jobs } from './jobs.ts'
export { pages } from './routes.ts'
export { type ImportRecord, listImports } from './store/imports.ts'
export type { SpendTables } from './tables.ts'
