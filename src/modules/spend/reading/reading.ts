/** The door of payment-file understanding: detect how a file is laid out, then read it. No database, no HTTP. */
export { detectLayout } from './detect-layout.ts'
export { layoutSignature } from './layout-signature.ts'
export { OTHER_KIND_NAMES, poundsText } from './messages.ts'
export {
  type AmountBasis,
  type AmountPlan,
  type DateOrder,
  DEFAULT_LIMITS,
  type Detected,
  ENCODINGS,
  type Encoding,
  type Layout,
  type LayoutCorrection,
  OTHER_KINDS,
  type OtherKind,
  type OtherRow,
  type PartLayout,
  type PayeeFlag,
  type PaymentRow,
  type Period,
  REJECT_REASONS,
  type ReadingLimits,
  type ReadingTally,
  type RejectReason,
  type RejectRow,
  ROLES,
  type Role,
  type RowBatch,
  type SampleRow,
  type SourceFile,
  UNREADABLE_CODES,
  type UnreadableCode,
  type UnreadableFile,
  type Warning,
} from './model.ts'
export { readPayments } from './read-payments.ts'
export { isUnreadable, UnreadableFileError } from './unreadable.ts'
