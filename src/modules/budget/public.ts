export { importLines } from './actions/lines.ts'
export { type OtherDraft, recordOthers, recordResult } from './actions/others.ts'
export { prepareStatement, signStatement, withdrawStatement } from './actions/statements.ts'
export { api } from './api.ts'
export { commands } from './commands.ts'
export type {
  BudgetLine,
  Other,
  OtherText,
  ResultText as ResultOfOther,
  Statement,
  StatementContent,
} from './model.ts'
export { readBudget } from './read-budget.ts'
export { pages } from './routes.ts'
export { listOthers } from './store/others.ts'
export {
  findSignedStatement,
  listOwnStatements,
  listSignedStatements,
  type StatementHead,
} from './store/statements.ts'
export type { BudgetTables } from './tables.ts'
