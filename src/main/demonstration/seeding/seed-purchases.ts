import { type IdentityTables, listMembers, type Member, type OrganisationId } from '#identity'
import { listPlaces, type PlacesTables, type PlaceWithParts } from '#places'
import {
  adoptExample,
  askForOverride,
  createPurchase,
  decideOnOverride,
  isWorkingDay,
  type LawFacts,
  type LocalRule,
  listLocalRules,
  listPurchases,
  type ProcurementTables,
  type Purchase,
  type PurchaseDraft,
  recordImpact,
} from '#procurement'
import { actingAs, type Context, type Services, today } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { CITY } from '../geography/made-up-places.ts'
import { MADE_UP_IMPACTS, MADE_UP_PURCHASES, type MadeUpPurchase } from '../purchases/made-up-purchases.ts'
import { insist } from './insist.ts'

const DAY = 86_400_000
const DAYS_A_YEAR = 365

/** So many days from a day, or the next working day after it. */
const workingDayFrom = (from: string, days: number): string => {
  const day = new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
  const working = isWorkingDay(day)
  return working.ok && !working.value ? workingDayFrom(day, 1) : day
}

const NO_DATES = {
  commencesOn: null,
  tenderOn: null,
  tendersDueOn: null,
  awardOn: null,
  contractOn: null,
  startsOn: null,
  endsOn: null,
  extendedEndsOn: null,
  expiringOn: null,
}

const datesOf = ({ tenderIn, years, pounds, follows }: MadeUpPurchase, from: string) => {
  if (tenderIn === null) return NO_DATES
  const at = (days: number): string => workingDayFrom(from, tenderIn + days)
  const starts = at(150)
  const extended = pounds[2] > 0 ? at(150 + (years + 2) * DAYS_A_YEAR) : null
  return {
    commencesOn: at(0),
    tenderOn: at(0),
    tendersDueOn: at(40),
    awardOn: at(106),
    contractOn: at(125),
    startsOn: starts,
    endsOn: at(150 + years * DAYS_A_YEAR),
    extendedEndsOn: extended,
    expiringOn: follows === '' ? null : at(149),
  }
}

const draftOf = (made: MadeUpPurchase, placeIds: readonly string[], from: string): PurchaseDraft => {
  const [certain, options, extensions] = made.pounds
  return {
    title: made.title,
    purpose: made.purpose,
    kind: made.kind,
    category: made.category,
    department: made.department,
    placeIds,
    valuePence: certain === null ? null : certain * 100,
    optionsPence: options * 100,
    extensionsPence: extensions * 100,
    vatRate: made.vatRate,
    ...datesOf(made, from),
    expiringContract: made.follows,
    owner: made.owner,
    isPublic: made.isPublic,
  }
}

const personWithRole = async (ctx: Context, role: string): Promise<Context> => {
  const members = await inReading<IdentityTables, Member[]>(ctx, (db) =>
    listMembers(db, ctx.authorityId ?? ''),
  )
  const member = members.find(({ roles }) => roles.some((held) => held === role))
  return member ? { ...ctx, actor: { kind: 'person', personId: member.id } } : ctx
}

/** What was done before the notice went out, once it has gone out. */
const doneBefore = ({ tenderIn, stage, facts }: MadeUpPurchase, from: string): LawFacts => {
  if (tenderIn === null || tenderIn >= 30) return facts
  const day = workingDayFrom(from, tenderIn - 20)
  const told = { ...facts, conflictsAssessedOn: day, socialValueConsideredOn: day }
  return stage === 'awarded' ? { ...told, assessmentSummariesOn: workingDayFrom(from, tenderIn + 104) } : told
}

const LONG_AGO = '2024-04-01'
const EXAMPLES = ['consider-over-5000', 'single-local-to-10000', 'two-local-quotes-under-25000', 'weight-10']

/** The council's rules, as its policy lead has adopted them. */
const seedRules = async (policyLead: Context): Promise<void> => {
  for (const code of EXAMPLES) {
    const decision = await adoptExample(policyLead, code, LONG_AGO)
    if (!decision.ok && decision.refusal !== 'example-adopted') insist(decision, code)
  }
}

const seedImpacts = async (ctx: Context, purchase: Purchase, placeIds: readonly string[]): Promise<void> => {
  for (const [
    direction,
    dimension,
    likelihood,
    scale,
    effect,
    group,
    answer,
    answerReason,
  ] of MADE_UP_IMPACTS[purchase.title] ?? [])
    insist(
      await recordImpact(ctx, purchase.id, {
        direction,
        dimension,
        effect,
        groups: [group],
        placeIds,
        likelihood,
        scale,
        answer,
        answerReason,
      }),
      effect,
    )
}

/** One rule is set aside with two people's names to it: the commissioner asked, the policy lead approved. */
const seedOverride = async (ctx: Context, policyLead: Context, purchase: Purchase): Promise<void> => {
  const rules = await inReading<ProcurementTables, LocalRule[]>(ctx, listLocalRules)
  const rule = rules.find(({ example }) => example === 'weight-10')
  if (!rule) return
  const reason = 'The price of milk is fixed by the national scheme; quality and delivery carry the score.'
  const asked = insist(await askForOverride(ctx, purchase.id, rule.id, reason), 'setting a rule aside')
  const note = 'Agreed for this round; the lots bring the local value.'
  insist(await decideOnOverride(policyLead, asked, { decision: 'approved', note }), 'approving it')
}

/** Puts the purchases into the pipeline as the council's commissioner would; those that are there already stay as they are. */
export const seedPurchases = async (services: Services, councilId: OrganisationId): Promise<void> => {
  const council = actingAs(services, { kind: 'command' }, councilId)
  const ctx = await personWithRole(council, 'commissioner')
  const policyLead = await personWithRole(council, 'policy-lead')
  await seedRules(policyLead)
  const places = await inReading<PlacesTables, PlaceWithParts[]>(ctx, (db) => listPlaces(db, councilId))
  const cityIds = places.filter(({ name }) => name === CITY).map(({ id }) => id)
  const known = await inReading<ProcurementTables, Purchase[]>(ctx, listPurchases)
  const titles = new Set(known.map(({ title }) => title))
  for (const made of MADE_UP_PURCHASES) {
    if (titles.has(made.title)) continue
    const from = today(ctx)
    const underWay = { stage: made.stage, facts: doneBefore(made, from) }
    const purchase = insist(await createPurchase(ctx, draftOf(made, cityIds, from), underWay), made.title)
    await seedImpacts(ctx, purchase, cityIds)
    if (made.title.startsWith('School meals')) await seedOverride(ctx, policyLead, purchase)
  }
}
