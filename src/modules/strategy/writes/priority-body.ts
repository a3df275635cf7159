import { z } from 'zod'
import type { FinancialYear } from '../../../kernel/financial-year.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { dayField, refuseTwice } from '../../../platform/writes/fields.ts'
import { refused, type Written } from '../../../platform/writes/write.ts'
import { type FrameworkBook, frameworkKey, readFrameworkBook, readKeys } from '../framework-book.ts'
import { readKnownPlaces } from '../known-places.ts'
import { placeProblemSentence } from '../messages.ts'
import { type OwnerRole, type PriorityDraft, TEXT_LIMITS, type Tree, type Version } from '../model.ts'
import { yearsBetween } from '../rules/financial-years.ts'
import { type PlaceList, readPlaces } from '../rules/read-places.ts'
import { listRoles } from '../store/roles.ts'
import { treesOf } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { figureField, priorityFields } from '../typed-fields.ts'
import { objectiveNamed, roleNamed } from './named.ts'

const name = z.string().trim().min(1, 'Enter a name').max(200)
/** `open:fair-pay`, or as the API tells it. */
const code = z.union([name, z.object({ framework: name, code: name }).transform(frameworkKey)])
const codes = z.array(code).max(100).default([])

export const ownerField = z
  .union([name, z.object({ role: name }).transform(({ role }) => role)])
  .nullable()
  .default(null)
  .describe('the role that answers for it, by name or id')

/** A priority as a program writes it; what the API tells of one can be sent back changed. */
export const priorityBody = z
  .object({
    objective: name.describe('an objective of the draft, by its title or id'),
    ...priorityFields,
    owner: ownerField,
    baseline: figureField.nullable().default(null),
    baselineOn: dayField.nullable().default(null),
    targets: z
      .array(z.object({ year: z.string().max(20).describe('a financial year, 2027/28'), value: figureField }))
      .max(20)
      .default([]),
    places: z
      .array(z.union([name, z.object({ code: name }).transform((place) => place.code)]))
      .max(TEXT_LIMITS.places)
      .default([])
      .describe('wards, areas or own places, by official code or name; empty: the whole area'),
    outcomes: codes.describe('outcomes of a framework in use: open:hea-homes'),
    measures: codes.describe('measures of a framework in use: open:env-carbon'),
  })
  .superRefine(({ targets, indicator, baseline, baselineOn }, issues) => {
    refuseTwice(
      targets.map(({ year }) => year),
      (at) => ['targets', at, 'year'],
      'This year has a target already',
      issues,
    )
    const say = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message })
    if (indicator === '' && (baseline !== null || targets.length > 0))
      say('indicator', 'Say what the baseline and targets count')
    if ((baseline === null) !== (baselineOn === null))
      say('baselineOn', 'Give a baseline with its day, or neither')
  })
export type PriorityBody = z.output<typeof priorityBody>

type Around = {
  readonly tree: Tree
  readonly roles: readonly OwnerRole[]
  readonly places: PlaceList
  readonly book: FrameworkBook
}
type Local = { readonly objectiveId: string; readonly ownerRoleId: string | null }
type Resolved<Value> = { readonly ok: true; readonly value: Value } | Extract<Written, { ok: false }>

const wrong = (refusal: string, detail: string) => refused(refusal, detail) as Extract<Written, { ok: false }>

/** The objective and the owner that a program names. */
export const resolveLocal = (
  { tree, roles }: Pick<Around, 'tree' | 'roles'>,
  { objective, owner }: Pick<PriorityBody, 'objective' | 'owner'>,
): Resolved<Local> => {
  const above = objectiveNamed(tree.objectives, objective)
  if (!above) return wrong('objective-missing', `This draft has no objective “${objective}”.`)
  const role = owner === null ? null : roleNamed(roles, owner)
  return role === undefined
    ? wrong('owner-unknown', `There is no role “${owner}”. goldthread strategy roles list shows them.`)
    : { ok: true, value: { objectiveId: above.id, ownerRoleId: role?.id ?? null } }
}

const resolveYears = (version: Version, { targets }: PriorityBody): Resolved<PriorityDraft['targets']> => {
  const years = yearsBetween(version.startsOn, version.endsOn)
  const stranger = targets.find(({ year }) => !years.includes(year as FinancialYear))
  if (stranger)
    return wrong(
      'year-outside',
      `“${stranger.year}” is no financial year of this document: ${years.join(', ')}.`,
    )
  const values = new Map(targets.map(({ year, value }) => [year, value]))
  return {
    ok: true,
    value: years.flatMap((year) => {
      const value = values.get(year)
      return value === undefined ? [] : [{ year, value }]
    }),
  }
}

/** Everything a program names, found; or a sentence about the first thing that is not there. */
export const resolvePriority = (around: Around, body: PriorityBody): Resolved<PriorityDraft> => {
  const local = resolveLocal(around, body)
  if (!local.ok) return local
  const targets = resolveYears(around.tree.version, body)
  if (!targets.ok) return targets
  const { places, problems } = readPlaces(around.places, body.places.join('\n'))
  if (problems[0]) return wrong(problems[0].code, `${placeProblemSentence(problems[0])}.`)
  const outcomes = readKeys(around.book.outcomes, body.outcomes)
  if (outcomes.unknown[0])
    return wrong('outcome-unknown', `No framework here has an outcome “${outcomes.unknown[0]}”.`)
  const measures = readKeys(around.book.measures, body.measures)
  if (measures.unknown[0])
    return wrong('measure-unknown', `No framework here has a measure “${measures.unknown[0]}”.`)
  const { objective: _objective, owner: _owner, ...text } = body
  return {
    ok: true,
    value: {
      ...text,
      ...local.value,
      targets: targets.value,
      places,
      outcomes: outcomes.codes,
      measures: measures.codes,
      origin: null,
    },
  }
}

/** All that a priority's text can name, as it is known to the acting authority. */
export const readAround = (ctx: Context, draft: Version): Promise<Around> =>
  inReading(ctx, async (db: Reader<StrategyTables>) => {
    const [tree] = await treesOf(db, [draft])
    return {
      tree: tree ?? { version: draft, objectives: [], priorities: [] },
      roles: await listRoles(db),
      places: await readKnownPlaces(db as never, ctx.authorityId ?? ''),
      book: await readFrameworkBook(db as never),
    }
  })
