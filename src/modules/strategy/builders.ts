import { addMembership, createOrganisation, createPerson, type Role } from '#identity'
import type { Decision } from '../../kernel/decision.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { adoptVersion, createDocument, recordConsultation } from './actions/documents.ts'
import { addObjective, addPriority } from './actions/draft-content.ts'
import { addRole } from './actions/roles.ts'
import type { Priority, PriorityDraft, Reading, Step, Tree, Version } from './model.ts'

const ID = '01990000-0000-7000-8000-000000000001'

/** A priority's draft with everything it needs. */
export const aPriorityDraft = (facts: Partial<PriorityDraft> = {}): PriorityDraft => ({
  title: 'Warm homes',
  plainWords: 'Nobody has to choose between heating and eating.',
  description: '',
  objectiveId: ID,
  ownerRoleId: ID,
  places: [],
  indicator: 'Homes below energy band C',
  unit: '%',
  direction: 'down',
  baseline: '47',
  baselineOn: '2023-03-31',
  targets: [
    { year: '2025/26', value: '41' },
    { year: '2027/28', value: '34' },
  ],
  outcomes: [{ framework: 'open', code: 'hea-homes' }],
  measures: [{ framework: 'open', code: 'env-carbon' }],
  origin: null,
  ...facts,
})

export const aVersion = (facts: Partial<Version> = {}): Version => ({
  documentId: ID,
  code: 'corporate-plan',
  kind: 'corporate-plan',
  version: 1,
  status: 'draft',
  title: 'Corporate Plan',
  summary: '',
  startsOn: '2025-04-01',
  endsOn: '2029-03-31',
  ...facts,
})

export const aPriority = (facts: Partial<Priority> = {}): Priority => ({
  ...aPriorityDraft(),
  id: ID,
  code: 'warm-homes',
  documentId: ID,
  version: 1,
  ...facts,
})

export const aTree = (facts: Partial<Version> = {}, priority: Partial<Priority> = {}): Tree => ({
  version: aVersion(facts),
  objectives: [{ id: ID, title: 'Homes and neighbours', description: '' }],
  priorities: [aPriority(priority)],
})

export const aStep = (facts: Partial<Step> = {}): Step => ({
  status: 'consulted',
  decidedOn: '2026-09-30',
  note: '',
  personName: 'Ada Byron',
  recordedAt: new Date('2026-09-30T12:00:00Z'),
  ...facts,
})

export const aReading = (facts: Partial<Reading> = {}): Reading => ({
  id: ID,
  priorityId: ID,
  place: null,
  measuredOn: '2026-03-31',
  value: '40.6',
  source: 'Housing stock survey',
  note: '',
  personName: 'Ada Byron',
  recordedAt: new Date('2026-04-10T12:00:00Z'),
  supersededBy: null,
  ...facts,
})

const must = <Value>(decision: Decision<Value>): Value => {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal}`)
  return decision.value
}

/** A document in the database with one objective and one priority, taken as far as `until`. */
export const aStoredDocument = async (
  ctx: Context,
  until: 'draft' | 'consulted' | 'adopted' = 'adopted',
  facts: Partial<PriorityDraft> = {},
) => {
  const { title, summary, startsOn, endsOn, kind } = aVersion()
  const documentId = await createDocument(ctx, { title, summary, startsOn, endsOn, kind })
  const ref = { documentId, version: 1 }
  const ownerRoleId = must(await addRole(ctx, `Director ${newId()}`))
  const objectiveId = must(await addObjective(ctx, ref, { title: 'Homes', description: '' }))
  const priorityId = must(await addPriority(ctx, ref, aPriorityDraft({ objectiveId, ownerRoleId, ...facts })))
  if (until !== 'draft')
    must(await recordConsultation(ctx, ref, { decidedOn: '2026-01-31', note: 'Everybody was asked.' }))
  if (until === 'adopted')
    must(await adoptVersion(ctx, ref, { decidedOn: '2026-02-26', note: 'Full council, minute 9.' }))
  return { documentId, ref, objectiveId, priorityId, ownerRoleId }
}

/** A contracting authority with a name of its own. */
export const anAuthority = async (db: TestDatabase, name = `Council ${newId().slice(-12)}`) =>
  must(
    await createOrganisation(db.context({ kind: 'command' }, null), {
      name,
      kind: 'council',
      isAuthority: true,
    }),
  )

/** Somebody who works for an authority; gives their id. */
export const aMember = async (
  db: TestDatabase,
  authorityId: string,
  role: Role,
  name = 'Ada Byron',
): Promise<string> => {
  const email = `${newId().slice(-12)}@northmere.example`
  const personId = must(
    await createPerson(db.context({ kind: 'command' }, null), { email, name, password: null }),
  )
  must(await addMembership(db.context({ kind: 'command' }, authorityId), personId, role))
  return personId
}

/** The names of the audit entries about something, oldest first. */
export const auditOf = async (db: TestDatabase, subject: string): Promise<string[]> => {
  const rows = await db.query('select name from platform.audit_entry where subject = $1 order by number', [
    subject,
  ])
  return rows.map((row) => String(row.name))
}
