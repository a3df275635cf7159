export { claimEntry } from './actions/directory/claims.ts'
export { useCode } from './actions/directory/codes.ts'
export { saveEntry } from './actions/directory/keep-entry.ts'
export { approveEntry, refuseEntry } from './actions/directory/moderate.ts'
export { importRegister } from './actions/import-register.ts'
export {
  type EvidenceSentence,
  type LedgerAnswer,
  type LedgerPayee,
  type MatchCandidate,
  matchLedger,
} from './actions/match-ledger.ts'
export { lookAtMatchingRegister } from './actions/open-matching-register.ts'
export { api } from './api.ts'
export { commands } from './commands.ts'
export { jobs } from './jobs.ts'
export { decisionKey } from './matching/decisions.ts'
export { readCharityNumber, readCompanyNumber } from './matching/identifiers.ts'
export { personReason } from './matching/individuals.ts'
export { THRESHOLDS as matchingThresholds } from './matching/model.ts'
export { groupNameKey, nameFitsEntry, supplierNameKey } from './matching/payee-names.ts'
export type { Progress as MatchingProgress } from './matching/steps.ts'
export { ENTRY_STATUS_TEXT, FORM_TEXT, SUPPLIER_KIND_TEXT, SUPPLIER_SIZE_TEXT } from './messages.ts'
export type { EntryContent, Listing } from './model/directory.ts'
export type {
  EntryStatus,
  NameHit,
  Register,
  RegisterEntry,
  RegisteredForm,
  RegisterKind,
  Scheme,
  SupplierKind,
  SupplierSize,
} from './model.ts'
export { SCHEMES } from './model.ts'
export { normalisePayeeName } from './registers/name-key.ts'
export { pages } from './routes.ts'
export { deriveSector, listSections, type Sector } from './rules/derive-sector.ts'
export {
  deriveSupplierKind,
  KIND_SOURCES,
  SIZE_SOURCES,
  type SupplierKindFinding,
} from './rules/derive-supplier-kind.ts'
export { categoryName, listCategories, suggestCategories } from './rules/directory/categories.ts'
export { deriveFormFromName } from './rules/form-from-name.ts'
export { tradeClasses } from './rules/trade-classes.ts'
export { EVERY_ENTRY, listEntries as listDirectoryEntries } from './store/directory/entries.ts'
export {
  countByPostcode,
  type DirectorySearch,
  EVERY_LISTING,
  findListedContacts,
  findListing as findDirectoryListing,
  listListings,
  listOpportunityKeepers,
  type OpportunityKeeper,
} from './store/directory/listings.ts'
export { findRegisterEntriesByExactName, findRegisterEntriesByNumber } from './store/entries.ts'
export {
  findTradeClasses,
  findTradingEntries,
  listListedSuppliers,
  listRegisterDistricts,
  nameRegisterEditions,
  type TradingEntry,
} from './store/local-entries.ts'
export { listRegisters } from './store/registers.ts'
export type { SupplierTables } from './tables.ts'
