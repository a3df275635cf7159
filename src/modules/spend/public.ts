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
export { addSheet, beginStudy, fillSheets } from './actions/multiplier/studies.ts'
export { agreeToNetwork, foundNetwork, inviteToNetwork } from './actions/networks.ts'
export { placeAllPayees } from './actions/place-payees.ts'
export { saveScenario } from './actions/scenarios.ts'
export { saveAnswers } from './actions/survey/answer-survey.ts'
export { closeSurvey, draftSurvey, openSurvey, setAddresses } from './actions/survey/run-survey.ts'
export { api } from './api.ts'
export { commands } from './commands.ts'
export { jobs } from './jobs.ts'
export { pages } from './routes.ts'
export type { KnownContract } from './rules/influence.ts'
export { type ImportRecord, listImports } from './store/imports.ts'
export { listSheets, listStudies } from './store/multiplier.ts'
export { listNetworks, type Network } from './store/networks.ts'
export { listBooks } from './store/rule-books.ts'
export { listScenarios, type Scenario } from './store/scenarios.ts'
export { listInvitees, listSurveys } from './store/survey.ts'
export type { SpendTables } from './tables.ts'
