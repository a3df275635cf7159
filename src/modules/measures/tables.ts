import type { ColumnType } from 'kysely'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Fault } from './framework/fault.ts'
import type { EntryKind, ReferenceKind, Side, WeightTarget } from './model/adaptation.ts'
import type { LicenceTerms, NeverTogether, Rubric } from './model.ts'
import type { ReferenceFault } from './reference/read-reference-table.ts'
import type { RefusedKind } from './store/refused-files.ts'

/** A jsonb column: written as text, read as what it holds. */
type Json<Value> = ColumnType<Value, string, string>

export type MeasuresTables = {
  'measures.framework': {
    id: string
    authority_id: string | null
    code: string
    version: string
    title: string
    published_on: PlainDate
    applies_from: PlainDate | null
    licence: string
    terms: LicenceTerms
    attribution: string[]
    notice: string | null
    is_optional_template: boolean
    source: string | null
    rubrics: Json<readonly Rubric[]>
    never_together: Json<readonly NeverTogether[]>
    file_name: string | null
    added_at: Date
    added_by: string
  }
  'measures.entry': {
    framework_id: string
    authority_id: string | null
    kind: EntryKind
    code: string
    position: number
    content: Json<object>
  }
  'measures.adaptation': {
    authority_id: string
    framework_code: string
    framework_id: string
    revision: number
  }
  'measures.change': {
    authority_id: string
    framework_code: string
    kind: EntryKind
    code: string
    act: 'change' | 'off' | 'add'
    fields: Json<Readonly<Record<string, unknown>>>
    because: string
    changed_at: Date
    changed_by: string
  }
  'measures.weight': {
    authority_id: string
    framework_code: string
    measure: string
    target_kind: WeightTarget
    target: string
    weight: string
    because: string
  }
  'measures.refused_file': {
    authority_id: string
    id: string
    file_name: string
    typed: Json<Readonly<Record<string, string>>>
    kind: RefusedKind
    faults: Json<readonly (Fault | ReferenceFault)[]>
    found: number
    refused_at: Date
  }
  'measures.merge_choice': {
    authority_id: string
    framework_code: string
    framework_id: string
    key: string
    side: Side
  }
  'measures.reference_set': {
    id: string
    authority_id: string | null
    kind: ReferenceKind
    source: Json<object>
    content: Json<object>
    file_name: string
    added_at: Date
    added_by: string
  }
}
