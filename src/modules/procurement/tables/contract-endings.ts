import type { PlainDate } from '../../../kernel/plain-date.ts'

export type ContractEndingTables = {
  'procurement.contract_ending': {
    authority_id: string
    contract_id: string
    reference: string
    title: string
    supplier_name: string
    department: string
    value_pence: number | null
    ends_on: PlainDate | null
    furthest_on: PlainDate | null
    href: string
  }
}
