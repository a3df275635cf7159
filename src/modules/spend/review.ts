import { type IdentityTables, listMembers } from '#identity'
import { findRegisterEntriesByNumber, type MatchCandidate, type RegisterEntry, type Scheme } from '#suppliers'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import type { Basis } from './model.ts'
import { EVERYTHING } from './model.ts'
import { measureBasis } from './store/analysis.ts'
import { databaseCalculator } from './store/calculator.ts'
import { type DecidedBatch, listDecidedBatches } from './store/decisions.ts'
import { findMatching, type MatchingRecord } from './store/matching.ts'
import {
  listPaidFor,
  listPayeesWithMoney,
  listReviewGroups,
  listReviewPayees,
  measureReview,
  type PaidFor,
  type ReviewGroup,
  type ReviewPayee,
  type ReviewTotals,
} from './store/review.ts'
import type { SpendTables } from './tables.ts'

type Db = Reader<SpendTables>

/** A candidate with what the registers say of it today; undefined where they have lost it. */
export type ReviewCandidate = MatchCandidate & { readonly entry: RegisterEntry | undefined }

/** What a reviewer has before them: payees that may be one supplier, and whom they may be. */
export type ReviewCase = {
  readonly payees: readonly ReviewPayee[]
  readonly candidates: readonly ReviewCandidate[]
  readonly paidFor: readonly PaidFor[]
}

export type Review = {
  readonly totals: ReviewTotals
  readonly basis: Basis
  readonly matching: MatchingRecord | undefined
  /** The groups from the one being looked at on. */
  readonly groups: readonly ReviewGroup[]
  readonly at: number
  readonly current: ReviewCase | null
  readonly lastDecision: DecidedBatch | undefined
}

const MOST_CANDIDATES = 9
const NEXT_SHOWN = 11

const identity = ({ scheme, number }: { readonly scheme: string; readonly number: string }): string =>
  `${scheme} ${number}`

/** The candidates of all payees of a case, each once, those of the payee with the most money first. */
const candidatesOf = async (db: Db, payees: readonly ReviewPayee[]): Promise<ReviewCandidate[]> => {
  const all = new Map<string, MatchCandidate>()
  for (const payee of payees)
    for (const candidate of payee.evidence?.candidates ?? [])
      if (!all.has(identity(candidate))) all.set(identity(candidate), candidate)
  const shown = [...all.values()].slice(0, MOST_CANDIDATES)
  const entries = new Map<string, RegisterEntry>()
  for (const [scheme, some] of Map.groupBy(shown, (candidate) => candidate.scheme as Scheme)) {
    const numbers = some.map((candidate) => candidate.number)
    for (const entry of await findRegisterEntriesByNumber(db as never, { scheme, numbers }))
      entries.set(identity(entry), entry)
  }
  return shown.map((candidate) => ({ ...candidate, entry: entries.get(identity(candidate)) }))
}

const caseOf = async (db: Db, payees: readonly ReviewPayee[]): Promise<ReviewCase | null> =>
  payees.length === 0
    ? null
    : {
        payees,
        candidates: await candidatesOf(db, payees),
        paidFor: await listPaidFor(
          db,
          payees.map((payee) => payee.id),
        ),
      }

/** The review list from a place on, with the case that stands there. Beyond its end, the last case. */
export const readReview = (ctx: Context, wanted: number): Promise<Review> =>
  inReading<SpendTables, Review>(ctx, async (db) => {
    const totals = await measureReview(db)
    const at = Math.min(wanted, Math.max(0, totals.groups - 1))
    const groups = await listReviewGroups(db, NEXT_SHOWN, at)
    const [first] = groups
    const [lastDecision] = await listDecidedBatches(db, 1, 0)
    return {
      totals,
      basis: await measureBasis(databaseCalculator(db), EVERYTHING),
      matching: await findMatching(db),
      groups,
      at,
      current: first ? await caseOf(db, await listReviewPayees(db, first.key)) : null,
      lastDecision,
    }
  })

/** One payee, whatever became of it: a person may correct the matcher. Null where there is none with a name. */
export const readPayeeCase = (ctx: Context, payeeId: number): Promise<ReviewCase | null> =>
  inReading<SpendTables, ReviewCase | null>(ctx, async (db) =>
    caseOf(
      db,
      (await listPayeesWithMoney(db, [payeeId])).filter((payee) => !payee.name.startsWith('(')),
    ),
  )

const ACTORS: Readonly<Record<string, string>> = { command: 'The command line', worker: 'The worker' }

/** Who decided, by name, for people who still work for the authority. */
export const readDeciders = (ctx: Context): Promise<(decidedBy: string) => string> =>
  inReading<IdentityTables, (decidedBy: string) => string>(ctx, async (db) => {
    const members = ctx.authorityId === null ? [] : await listMembers(db, ctx.authorityId as never)
    const names = new Map(members.map((member) => [`person:${member.id}`, member.name]))
    return (decidedBy) => names.get(decidedBy) ?? ACTORS[decidedBy] ?? 'Somebody who no longer works here'
  })
