export { actingAuthority } from './actions/acting.ts'
export { openCalendar } from './actions/calendar-address.ts'
export { notify } from './actions/notify.ts'
export { createOrganisation, type NewOrganisation, setHomePlace } from './actions/organisations.ts'
export { addMembership, createPerson, type NewPerson } from './actions/people.ts'
export { askToRegisterSupplier, type NewSupplier, registerSupplier } from './actions/register-supplier.ts'
export { type Who, whoActs } from './actions/who-acts.ts'
export { api } from './api.ts'
export { actingForNamed, namedOrganisation } from './commands/named-organisation.ts'
export { commands } from './commands.ts'
export {
  type DemonstrationAccount,
  demonstrationAccounts,
  demonstrationAnchors,
  demonstrationPassword,
  demonstrationSuppliers,
} from './demonstration.ts'
export { identifyVisitor } from './identify-visitor.ts'
export { jobs } from './jobs.ts'
export { LETTER_CHOICES, type LetterChoice, type NewNote } from './model/notes.ts'
export type {
  Email,
  Member,
  Organisation,
  OrganisationId,
  OrganisationKind,
  Permission,
  PersonId,
  Role,
} from './model.ts'
export { NAME_LENGTH, ROLES, SUPPLIER_ROLES } from './model.ts'
export { pages } from './routes.ts'
export { normaliseEmail } from './rules/names.ts'
export { permissionsOf } from './rules/roles.ts'
export { sessionStore } from './session-store.ts'
export { findFirstAuthority } from './store/memberships.ts'
export {
  findOrganisation,
  findOrganisationByName,
  findOrganisationBySlug,
  getOrganisation,
  listOrganisations,
  setOrganisationNames,
} from './store/organisations.ts'
export { type Account, findAccount, listMembers } from './store/people.ts'
export type { IdentityTables } from './tables.ts'
