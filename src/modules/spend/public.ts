export { chooseCategories } from './actions/choose-categories.ts'
export { undoImport } from './actions/count-import.ts'
export { handInFile } from './actions/hand-in-file.ts'
export {
  type ImportOutcome,
  type ImportRequest,
  importFile,
  type PaymentFile,
} from './actions/import-file.ts'
export { saveContracts } from './actions/known-contracts.ts'
export { matchPayeesOf } from './actions/match-payees.ts'
export { agreeToNetwork, foundNetwork, inviteToNetwork } from './actions/networks.ts'
export { placeAllPayees } from './actions/place-payees.ts'
export { api } from './api.ts'
export { commands } from './commands.ts'
export { jobs } from './jobs.ts'
export { pages } from './routes.ts'
export type { KnownContract } from './rules/influence.ts'
export { type ImportRecord, listImports } from './store/imports.ts'
export { listNetworks, type Network } from './store/networks.ts'
export { listBooks } from './store/rule-books.ts'
export type { SpendTables } from './tables.ts'
