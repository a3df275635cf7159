import type { PlainDate } from '../../kernel/plain-date.ts'
import type { DecimalText, DeliveryStatus, Evidence, Source, YearShare } from './model.ts'
import type { LifeTables } from './tables/life.ts'

type Row = { authority_id: string; id: string }

export type ContractTable = Row & {
  reference: string
  title: string
  description: string
  department: string
  lot: string
  supplier_name: string
  supplier_scheme: string | null
  supplier_number: string | null
  supplier_key: string
  value_pence: number | null
  starts_on: PlainDate | null
  ends_on: PlainDate | null
  manager: string
  supplier_contact: string
  cpv: string[]
  source: Source
  source_name: string
  recorded_at: Date
  award_id: string | null
  purchase_id: string | null
}
export type CommitmentTable = Row & {
  contract_id: string
  position: number
  title: string
  framework: string | null
  measure: string | null
  unit: string
  quantity: DecimalText
  unit_value: DecimalText | null
  price_year: string | null
  basis: string
  schedule: YearShare[]
  place_code: string
  place_name: string
  evidence_rule: string
  owner: string
  supplier_owner: string
  priority_id: string | null
  scales_with_spend: boolean
  recorded_at: Date
  from_on: PlainDate | null
  until_on: PlainDate | null
  replaces: string | null
}
export type DeliveryTable = Row & {
  contract_id: string
  commitment_id: string | null
  activity_id: string | null
  title: string
  unit: string
  quantity: DecimalText
  verified_quantity: DecimalText | null
  from_on: PlainDate
  to_on: PlainDate
  place_code: string
  place_name: string
  story: string
  reported_for: string
  status: DeliveryStatus
  reported_at: Date
  reported_by: 'council' | 'supplier'
  sub_contractor_id: string | null
}

export type ContractsTables = LifeTables & {
  'contracts.contract': ContractTable
  'contracts.other_supplier': {
    authority_id: string
    contract_id: string
    position: number
    name: string
    scheme: string | null
    number: string | null
    supplier_key: string
  }
  'contracts.extension': {
    authority_id: string
    contract_id: string
    number: number
    until_on: PlainDate
    taken_on: PlainDate | null
    note: string
  }
  'contracts.commitment': CommitmentTable
  'contracts.activity': Row & {
    title: string
    quantity: DecimalText
    unit: string
    supplier_id: string | null
  }
  'contracts.delivery': DeliveryTable
  'contracts.delivery_step': {
    authority_id: string
    delivery_id: string
    number: number
    status: DeliveryStatus
    quantity: DecimalText | null
    note: string
    person_id: string | null
    person_name: string
    recorded_at: Date
  }
  'contracts.evidence': Row & {
    delivery_id: string
    file_hash: string
    file_name: string
    content_type: string
    bytes: number
    scan: Evidence['scan']
    had_metadata: boolean
    person_name: string
    recorded_at: Date
  }
}
