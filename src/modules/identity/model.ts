export type OrganisationId = string & { readonly __organisationId?: true }
export type PersonId = string & { readonly __personId?: true }
export type InvitationId = string & { readonly __invitationId?: true }
export type ApiTokenId = string & { readonly __apiTokenId?: true }
/** In lower case and plain ASCII, as `normaliseEmail` gives it. */
export type Email = string & { readonly __email?: true }

export const ORGANISATION_KINDS = {
  council: 'Council',
  'combined-authority': 'Combined authority',
  nhs: 'NHS body',
  university: 'University',
  college: 'College',
  police: 'Police',
  fire: 'Fire and rescue',
  'housing-association': 'Housing association',
  'purchasing-organisation': 'Purchasing organisation',
  'other-anchor': 'Other anchor institution',
  /** Sells to authorities; its people prepare bids. It is in no list of organisations. */
  supplier: 'Supplier',
} as const
export type OrganisationKind = keyof typeof ORGANISATION_KINDS

/** Every permission there is, and how a person would say it. A module that adds a permission adds its line here. */
export const PERMISSIONS = {
  'places.read': 'See places',
  'places.manage': 'Change places',
  'suppliers.read': 'See suppliers',
  'suppliers.import': 'Import supplier registers',
  'suppliers.review': 'Review supplier matches',
  'suppliers.moderate': 'Moderate the supplier directory',
  'spend.read': 'See spending',
  'spend.import': 'Import payment files',
  'spend.manage': 'Manage spending',
  'measures.read': 'See measures',
  'measures.manage': 'Change measures',
  'strategy.read': 'See the strategy',
  'strategy.edit': 'Write strategies and priorities',
  'strategy.approve': 'Adopt strategies and publish the plan on a page',
  'strategy.measure': 'Record readings of indicators',
  'procurement.read': 'See purchases',
  'procurement.manage': 'Plan purchases',
  'procurement.rules': 'Change local rules for purchases',
  'procurement.approve': 'Approve that a local rule is set aside',
  'tenders.read': 'See tenders',
  'tenders.manage': 'Write tenders, answer questions, amend and extend',
  'tenders.publish': 'Publish tenders',
  'evaluation.read': 'See how far evaluations are, and their results once decided',
  'evaluation.score': 'Score bids as a member of a panel',
  'evaluation.manage': 'Lead the evaluation of bids',
  'evaluation.approve': 'Approve awards and exclusions',
  'contracts.read': 'See contracts',
  'contracts.manage': 'Write contracts and commitments down, and report deliveries',
  'contracts.verify': 'Decide on deliveries',
  'contracts.approve': 'Approve changes of contracts and notices of poor performance',
  'deliver.report': 'Report what a supplier delivers',
  'sealing.hold': 'Keep an opening key, and open sealed bids with another officer',
  'bids.prepare': 'Prepare bids and keep the profile of a supplier',
  'bids.submit': 'Submit, replace and withdraw bids',
  'budget.read': 'See the social value budget',
  'budget.manage': 'Keep budget lines and prepare statements',
  'budget.sign': 'Sign statements of the social value budget',
  'publishing.read': 'See what is published and what waits',
  'publishing.manage': 'Publish, and decide what is withheld',
  'identity.manage': 'Manage people and roles',
  'audit.read': 'See the audit log',
} as const
export type Permission = keyof typeof PERMISSIONS

const ALL = Object.keys(PERMISSIONS) as Permission[]
const EVERY_READ = ALL.filter((permission) => permission.endsWith('.read'))
/** All that one of these modules can do. */
const allOf = (...modules: string[]) =>
  ALL.filter((permission) => modules.includes(permission.split('.')[0] ?? ''))
/** What the people who use the figures see. A new module's `.read` for everybody is added here. */
const EVERYDAY_READS: readonly Permission[] = [
  'places.read',
  'suppliers.read',
  'spend.read',
  'measures.read',
  'strategy.read',
  'procurement.read',
  'tenders.read',
  'evaluation.read',
  'contracts.read',
  'budget.read',
  'publishing.read',
]

type RoleFacts = { readonly label: string; readonly permissions: readonly Permission[] }

/** The one table of who may do what. Roles are per authority, by what people do. */
export const ROLE_TABLE = {
  analyst: {
    label: 'Analyst',
    permissions: [
      ...allOf('spend', 'suppliers', 'places'),
      'measures.read',
      'strategy.read',
      'strategy.measure',
      'procurement.read',
      'tenders.read',
      'evaluation.read',
      'evaluation.score',
      'contracts.read',
      'budget.read',
    ],
  },
  'policy-lead': {
    label: 'Policy lead',
    permissions: [
      'measures.manage',
      'strategy.edit',
      'strategy.measure',
      'procurement.rules',
      'procurement.approve',
      'evaluation.score',
      'evaluation.approve',
      ...EVERYDAY_READS,
    ],
  },
  'senior-owner': {
    label: 'Senior owner',
    permissions: [
      'strategy.approve',
      'contracts.approve',
      'sealing.hold',
      'evaluation.score',
      'evaluation.approve',
      ...EVERYDAY_READS,
    ],
  },
  commissioner: {
    label: 'Commissioner',
    permissions: [
      'procurement.manage',
      'tenders.manage',
      'sealing.hold',
      ...allOf('evaluation'),
      ...EVERYDAY_READS,
    ],
  },
  'procurement-officer': {
    label: 'Procurement officer',
    permissions: [
      'suppliers.moderate',
      'procurement.manage',
      'procurement.approve',
      'tenders.manage',
      'tenders.publish',
      ...allOf('evaluation'),
      'contracts.manage',
      'contracts.approve',
      'sealing.hold',
      'publishing.manage',
      ...EVERYDAY_READS,
    ],
  },
  evaluator: {
    label: 'Evaluator',
    permissions: ['places.read', 'suppliers.read', 'measures.read', 'evaluation.read', 'evaluation.score'],
  },
  'contract-manager': {
    label: 'Contract manager',
    permissions: ['contracts.manage', 'contracts.verify', 'evaluation.score', ...EVERYDAY_READS],
  },
  finance: {
    label: 'Finance',
    permissions: [
      'spend.import',
      'budget.manage',
      'publishing.manage',
      'evaluation.score',
      'evaluation.approve',
      ...EVERYDAY_READS,
    ],
  },
  'finance-director': { label: 'Finance director', permissions: ['budget.sign', ...EVERYDAY_READS] },
  councillor: { label: 'Councillor', permissions: EVERYDAY_READS },
  administrator: { label: 'Administrator', permissions: ['identity.manage', 'places.manage', ...EVERY_READ] },
  auditor: { label: 'Auditor', permissions: EVERY_READ },
  'supplier-lead': {
    label: 'Bid lead',
    permissions: ['bids.prepare', 'bids.submit', 'deliver.report', 'identity.manage', 'audit.read'],
  },
  'supplier-member': { label: 'Bid writer', permissions: ['bids.prepare', 'deliver.report'] },
} as const satisfies Record<string, RoleFacts>
export type Role = keyof typeof ROLE_TABLE
export const ROLES = Object.keys(ROLE_TABLE) as Role[]
/** What people do at a supplier; held there and nowhere else. */
export const SUPPLIER_ROLES = ['supplier-lead', 'supplier-member'] as const satisfies readonly Role[]

export type Organisation = {
  readonly id: OrganisationId
  readonly name: string
  readonly slug: string
  readonly kind: OrganisationKind
  readonly isAuthority: boolean
  readonly homePlaceId: string | null
  /** In the words of org-id.guide, `GB-COH-01234567`; of suppliers that gave a number. */
  readonly orgId: string | null
}

export type Person = { readonly id: PersonId; readonly name: string; readonly email: Email }

/** A person who works for an authority, with all their roles there. */
export type Member = Person & { readonly roles: readonly Role[]; readonly isDisabled: boolean }

export type Invitation = {
  readonly authorityId: OrganisationId
  readonly id: InvitationId
  readonly email: Email
  readonly role: Role
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly revokedAt: Date | null
}

export type PasswordReset = {
  readonly id: string
  readonly personId: PersonId
  readonly email: Email
  readonly name: string
  readonly expiresAt: Date
  readonly usedAt: Date | null
}

/** Wrong passwords for one address. */
export type Throttle = {
  readonly failures: number
  readonly firstFailedAt: Date
  readonly lastFailedAt: Date
}

export type ApiToken = {
  readonly id: ApiTokenId
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

export type OpenSession = {
  readonly userAgent: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

/** The longest names that are kept; the tables hold the same limits. */
export const NAME_LENGTH = { organisation: 200, person: 120, token: 80 } as const
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const
/** After this many wrong passwords within the window, the address has to wait for as long. */
export const SIGN_IN_LIMIT = { failures: 10, minutes: 15 } as const
export const INVITATION_DAYS = 7
export const RESET_MINUTES = 60
/** Letters about a forgotten password to one person within `RESET_MINUTES`. */
export const MAX_OPEN_RESETS = 3
export const API_TOKEN_DAYS = 365
/** Letters to open a supplier's account to one address within a day. */
export const MAX_REGISTRATION_LETTERS = 3

export type PasswordRefusal =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-is-address'
  | 'password-is-common'
export type SignInRefusal = 'wrong-password' | 'too-many-failures'
export type RolesRefusal =
  | 'auditor-holds-another-role'
  | 'last-administrator'
  | 'last-lead'
  | 'role-not-held-here'
export type InviteRefusal = 'already-has-role' | 'already-invited' | 'account-closed' | RolesRefusal
export type InvitationUseRefusal =
  | 'invitation-unknown'
  | 'invitation-accepted'
  | 'invitation-revoked'
  | 'invitation-expired'
export type AcceptRefusal =
  | InvitationUseRefusal
  | PasswordRefusal
  | RolesRefusal
  | 'sign-in-to-accept'
  | 'account-closed'
  | 'name-and-password-needed'
export type ResetUseRefusal = 'reset-unknown' | 'reset-used' | 'reset-expired'
export type TokenRefusal = 'no-permission-chosen' | 'permission-not-held'
export type OrganisationRefusal = 'slug-taken' | 'slug-empty' | 'organisation-name-length'
export type IdentityRefusal =
  | PasswordRefusal
  | SignInRefusal
  | InviteRefusal
  | AcceptRefusal
  | ResetUseRefusal
  | TokenRefusal
  | OrganisationRefusal
  | 'email-taken'
  | 'not-an-authority'
