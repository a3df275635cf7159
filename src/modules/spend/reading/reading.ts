/** The door of payment-file understanding: detect how a file is laid out, then read it. No database, no HTTP. */
export { detectLayout } from './detect-layout.ts'
export { layoutSignature } from './layout-signature.ts'
export { DEFAULT_LIMITS, type ReadingLimits } from './limits.ts'
export { OTHER_KIND_NAMES, poundsText } from './messages.ts'
export {
  type AmountBasis,
  type AmountPlan,
  type DateOrder,
  ENCODINGS,
  type Encoding,
  type Layout,
  type LayoutCorrection,
  type PartLayout,
  type Period,
  ROLES,
  type Role,
  type SourceFile,
  type Warning,
} from './model.ts'
export { readPayments } from './read-payments.ts'
export { UNREADABLE_CODES, type UnreadableCode, type UnreadableFile } from './refusal-model.ts'
export {
  type Detected,
  OTHER_KINDS,
  type OtherKind,
  type OtherRow,
  type PayeeFlag,
  type PaymentRow,
  REJECT_REASONS,
  type ReadingTally,
  type RejectReason,
  type RejectRow,
  type RowBatch,
  type SampleRow,
} from './row-model.ts'
export { isUnreadable, UnreadableFileError } from './unreadable.ts'
