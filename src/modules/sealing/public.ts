export {
  createOpeningKey,
  makeTenderKey,
  type NewTenderKey,
  postponeOpening,
} from './actions/keys.ts'
export { beginOpening, completeOpening } from './actions/open.ts'
export { api } from './api.ts'
export { GOOD_PASSPHRASE, giveOpeningKeys } from './builders.ts'
export { commands } from './commands.ts'
export { sealingMessage } from './messages.ts'
export {
  DUTIES,
  type Duty,
  type Holder,
  type Holders,
  type HoldersRefusal,
  type OfficerKey,
  OPENING_MINUTES,
  type Opening,
  type OpeningRefusal,
  type SealingRefusal,
  type TenderKey,
  type TenderKeyId,
} from './model.ts'
export { pages } from './routes.ts'
export { fingerprint, seal, unseal } from './seal.ts'
export { findOfficerKey, findTenderKey, listHolders, listOfficerKeys } from './store/keys.ts'
export { findOpening } from './store/openings.ts'
export type { SealingTables } from './tables.ts'
