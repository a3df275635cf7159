import type { PlainDate } from '../../kernel/plain-date.ts'
import type {
  DecimalText,
  DocumentKind,
  FrameworkCode,
  Indicator,
  Place,
  PlanContent,
  PriorityText,
  Status,
  Target,
} from './model.ts'
import type { NodeKind } from './rules/thread.ts'

type OfVersion = { authority_id: string; document_id: string; version: number }

type VersionTable = OfVersion & {
  title: string
  summary: string
  starts_on: PlainDate
  ends_on: PlainDate
  status: Status
}
type StepTable = OfVersion & {
  status: Status
  decided_on: PlainDate
  note: string
  person_id: string | null
  person_name: string
  recorded_at: Date
}
type ObjectiveTable = OfVersion & { id: string; position: number; title: string; description: string }

/** Lists are jsonb: they are written as JSON text and read as values. */
export type PriorityVersionTable = OfVersion & {
  priority_id: string
  objective_id: string
  position: number
  title: string
  plain_words: string
  description: string
  owner_role_id: string | null
  places: Place[]
  indicator: string
  unit: string
  direction: Indicator['direction']
  baseline: DecimalText | null
  baseline_on: PlainDate | null
  targets: Target[]
  outcomes: FrameworkCode[]
  measures: FrameworkCode[]
  origin_authority_id: string | null
  origin_share_id: string | null
}
type SharedPriorityTable = OfVersion & {
  id: string
  priority_id: string
  organisation_name: string
  document_title: string
  content: PriorityText
  shared_at: Date
}
type ReadingTable = {
  authority_id: string
  id: string
  priority_id: string
  place_code: string
  place_name: string
  measured_on: PlainDate
  value: DecimalText
  source: string
  note: string
  person_name: string
  recorded_at: Date
  superseded_by: string | null
}

export type StrategyTables = {
  'strategy.document': {
    authority_id: string
    id: string
    code: string
    kind: DocumentKind
    created_at: Date
  }
  'strategy.version': VersionTable
  'strategy.step': StepTable
  'strategy.last_saved': OfVersion & { part_id: string; person_name: string; saved_at: Date }
  'strategy.objective': ObjectiveTable
  'strategy.owner_role': { authority_id: string; id: string; name: string }
  'strategy.role_holder': {
    authority_id: string
    id: string
    role_id: string
    person_name: string
    from_on: PlainDate
    until_on: PlainDate | null
  }
  'strategy.priority': { authority_id: string; id: string; document_id: string; code: string }
  'strategy.priority_version': PriorityVersionTable
  'strategy.shared_priority': SharedPriorityTable
  'strategy.reading': ReadingTable
  'strategy.plan': {
    authority_id: string
    edition: number
    slug: string
    published_at: Date
    person_name: string
    content: PlanContent
  }
  'strategy.thread_node': {
    authority_id: string
    kind: NodeKind
    id: string
    title: string
    href: string | null
    note: string
  }
  'strategy.thread_link': {
    authority_id: string
    upper_kind: NodeKind
    upper_id: string
    lower_kind: NodeKind
    lower_id: string
  }
}
