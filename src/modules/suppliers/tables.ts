import type { ColumnType, GeneratedAlways } from 'kysely'
import type { EntryContent, EntryState } from './model/directory.ts'
import type {
  EntryFigure,
  EntryStatus,
  LoadFile,
  LoadState,
  RegisteredForm,
  RegisterKind,
  RejectReason,
  Scheme,
  SupplierKind,
  SupplierSize,
} from './model.ts'

/** Read as a value, written as JSON text. */
type Json<T> = ColumnType<T, string, string>

type RegisterTable = {
  register_id: string
  kind: RegisterKind
  name: string
  load_id: string | null
}

export type RegisterLoadTable = {
  load_id: string
  part: GeneratedAlways<number>
  register_id: string
  state: LoadState
  as_of: string
  source: string
  licence: string
  files: Json<LoadFile[]>
  asked_at: Date
  touched_at: Date
  finished_at: Date | null
  bytes_total: number
  bytes_read: number
  rows_read: number
  rows_loaded: number
  rows_rejected: number
  rejected_by_reason: Json<Partial<Record<RejectReason, number>>>
  figures: Json<EntryFigure[]>
  notes: Json<string[]>
  problem: string | null
}

type RegisterRejectTable = { load_id: string; row_no: number; reason: RejectReason; extract: string }

/** Written by COPY into a partition of its own; read only. */
export type RegisterEntryTable = {
  part: number
  row_no: number
  incorporated_on: string | null
  dissolved_on: string | null
  scheme: Scheme
  number: string
  name: string
  name_key: string | null
  postcode: string | null
  kind: SupplierKind
  size: SupplierSize | null
  form: RegisteredForm | null
  status: EntryStatus
  status_text: string | null
  accounts_category: string | null
  employees: string | null
  sic_codes: string[]
  company_number: string | null
  former_names: string[] | null
  former_keys: string[] | null
  contact_email: string | null
}

type RegisterFormerNameTable = { part: number; name_key: string; scheme: Scheme; number: string }

type DirectoryEntryTable = {
  id: string
  scheme: Scheme | null
  number: string | null
  name: string
  keeper_email: string
  state: EntryState
  proposal: ColumnType<EntryContent | null, string | null, string | null>
  proposed_at: Date | null
  refusal: string | null
  created_at: Date
  hears_of_opportunities: boolean
}

type DirectoryClaimTable = {
  id: string
  scheme: Scheme | null
  number: string | null
  name: string
  postcode: string | null
  email: string
  claimed_at: Date
  decided_at: Date | null
  decision: 'confirmed' | 'refused' | null
  reason: string | null
}

type DirectoryCodeTable = {
  id: string
  entry_id: string
  code_hash: string
  tries: number
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export type SupplierTables = {
  'suppliers.directory_entry': DirectoryEntryTable
  'suppliers.directory_listing': { entry_id: string; content: Json<EntryContent>; listed_at: Date }
  'suppliers.directory_claim': DirectoryClaimTable
  'suppliers.directory_code': DirectoryCodeTable
  'suppliers.directory_key': { key_hash: string; entry_id: string; expires_at: Date }
  'suppliers.register': RegisterTable
  'suppliers.register_load': RegisterLoadTable
  'suppliers.register_reject': RegisterRejectTable
  'suppliers.register_entry': RegisterEntryTable
  'suppliers.register_former_name': RegisterFormerNameTable
}
