import type { Generated } from 'kysely'
import type { LetterChoice, NoteId } from './model/notes.ts'
import type {
  ApiTokenId,
  Email,
  InvitationId,
  OrganisationId,
  OrganisationKind,
  Permission,
  PersonId,
  Role,
} from './model.ts'

type OrganisationTable = {
  id: OrganisationId
  name: string
  slug: string
  kind: OrganisationKind
  is_authority: boolean
  home_place_id: string | null
  org_id: string | null
  created_at: Generated<Date>
}

type PersonTable = {
  id: PersonId
  email: Email
  name: string
  /** Can be written, never read: PostgreSQL refuses. */
  password_hash: string | null
  created_at: Generated<Date>
  disabled_at: Generated<Date | null>
}

type MembershipTable = {
  authority_id: OrganisationId
  person_id: PersonId
  role: Role
  created_at: Generated<Date>
}

type InvitationTable = {
  authority_id: OrganisationId
  id: InvitationId
  email: Email
  role: Role
  token_hash: string
  invited_by: PersonId | null
  created_at: Date
  expires_at: Date
  accepted_at: Generated<Date | null>
  revoked_at: Generated<Date | null>
}

/** What the application may see of its sessions; the rest goes through functions. */
type SessionTable = {
  person_id: PersonId | null
  user_agent: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
}

type ApiTokenTable = {
  authority_id: OrganisationId
  id: ApiTokenId
  person_id: PersonId
  token_hash: string
  name: string
  permissions: Permission[]
  created_at: Date
  expires_at: Date
  last_used_at: Generated<Date | null>
  revoked_at: Generated<Date | null>
}

type PasswordResetTable = {
  id: string
  person_id: PersonId
  token_hash: string
  created_at: Date
  expires_at: Date
  used_at: Generated<Date | null>
}

type SignInThrottleTable = {
  email_hash: string
  failures: number
  first_failed_at: Date
  last_failed_at: Date
}

type NoteTable = {
  person_id: PersonId
  id: NoteId
  authority_id: OrganisationId | null
  kind: string
  subject: string
  lines: string[]
  href: string
  created_at: Date
  read_at: Generated<Date | null>
  awaits_digest: boolean
}

type LetterChoiceTable = { person_id: PersonId; choice: LetterChoice }

type CalendarAddressTable = {
  authority_id: OrganisationId
  person_id: PersonId
  token_hash: string
  created_at: Date
}

export type IdentityTables = {
  'identity.organisation': OrganisationTable
  'identity.person': PersonTable
  'identity.membership': MembershipTable
  'identity.invitation': InvitationTable
  'identity.session': SessionTable
  'identity.api_token': ApiTokenTable
  'identity.password_reset': PasswordResetTable
  'identity.sign_in_throttle': SignInThrottleTable
  'identity.note': NoteTable
  'identity.letter_choice': LetterChoiceTable
  'identity.calendar_address': CalendarAddressTable
}
