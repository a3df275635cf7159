export {
  type ImportOutcome,
  type ImportRequest,
  importFile,
  type PaymentFile,
} from './actions/import-file.ts'
export { placeAllPayees } from './actions/place-payees.ts'
export { api } from './api.ts'
export { commands } from './commands.ts'
export { jobs } from './jobs.ts'
export { EVERYTHING, type Slice, type Tier } from './model.ts'
export { pages } from './routes.ts'
