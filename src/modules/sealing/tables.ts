import type { Generated } from 'kysely'
import type { OrganisationId, PersonId } from '#identity'
import type { Duty, OfficerKeyId, TenderKeyId } from './model.ts'

type OfficerKeyTable = {
  authority_id: OrganisationId
  id: OfficerKeyId
  person_id: PersonId
  person_name: string
  recipient: string
  locked_identity: Uint8Array
  created_at: Date
  retired_at: Generated<Date | null>
}

type TenderKeyTable = {
  authority_id: OrganisationId
  id: TenderKeyId
  public_key: string
  not_before: Date
  created_at: Date
}

type ShareTable = {
  authority_id: OrganisationId
  key_id: TenderKeyId
  number: number
  officer_key_id: OfficerKeyId
  person_id: PersonId
  duty: Duty
  content: Uint8Array
}

type OpeningTable = {
  authority_id: OrganisationId
  id: string
  key_id: TenderKeyId
  begun_by: PersonId
  begun_by_name: string
  begun_at: Date
  expires_at: Date
  handed_share: Uint8Array | null
  completed_by: Generated<PersonId | null>
  completed_by_name: Generated<string | null>
  completed_at: Generated<Date | null>
}

export type SealingTables = {
  'sealing.officer_key': OfficerKeyTable
  'sealing.tender_key': TenderKeyTable
  'sealing.share': ShareTable
  'sealing.opening': OpeningTable
}
