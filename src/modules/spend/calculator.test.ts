import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CopyKey } from '../../platform/columnar/columnar.ts'
import { inReading } from '../../platform/reading.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { aPlacedAuthority, type PlacedAuthority } from './builders.ts'
import { inAnalysis, makeFactCopy } from './calculator.ts'
import { type RawFact, type RawPayee, storeFacts } from './fact-builders.ts'
import { EVERYTHING, type Slice } from './model.ts'
import {
  countPayees,
  type GroupBy,
  measureBasis,
  sumByGroup,
  sumByPayee,
  sumLinkedToLarge,
  sumPlainly,
  sumWithBoth,
  sumWithSuppliers,
} from './store/analysis.ts'
import { type Calculator, copyCalculator, databaseCalculator } from './store/calculator.ts'
import { listLargestSuppliers, sumByColumns, sumBySupplier } from './store/columns.ts'
import type { SpendTables } from './tables.ts'

const db = await openTestDatabase()
let authority: PlacedAuthority
let other: PlacedAuthority

const GROUP = 'group:00000000-0000-4000-8000-000000000002'

/** Texts as files hold them: quotes, line ends, what CSV takes for nothing, letters from afar. */
const nasty = fc.oneof(
  fc.constantFrom(
    'Care',
    'care',
    '',
    '\\N',
    '"',
    ',',
    'a,b',
    'x\ny',
    'x\r\ny',
    "O'Neil",
    'Énergie',
    'Zoë',
    '£',
    '🐘',
    '(none)',
    ' ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 5 })
const month = fc.constantFrom('2024-03-01', '2024-04-01', '2025-03-01', '2025-12-01')
const payee: fc.Arbitrary<RawPayee> = fc.record({
  name: nasty,
  tier: fc.constantFrom('unknown', 'abroad', 'rest-of-uk', 'home'),
  supplierKey: maybe(fc.constantFrom('GB-COH-1', 'GB-COH-2')),
  supplierKind: maybe(fc.constantFrom('business', 'vcse', 'public')),
  supplierSize: maybe(fc.constantFrom('micro', 'large')),
  sector: maybe(fc.constantFrom('F', 'Q')),
  flag: fc.constantFrom('named', 'redacted'),
})
const fact = (payees: number): fc.Arbitrary<RawFact> =>
  fc.record({
    payee: fc.nat({ max: payees - 1 }),
    month: maybe(month),
    department: maybe(nasty),
    category: maybe(nasty),
    pence: fc.integer({ min: -5_000_000_000, max: 900_000_000_000 }),
  })
const world = fc.array(payee, { minLength: 1, maxLength: 12 }).chain((payees) =>
  fc.record({
    payees: fc.constant(payees),
    facts: fc.array(fact(payees.length), { maxLength: 60 }),
    group: fc.option(
      fc.record({
        name: nasty.map((text) => `Group ${text}`),
        keys: fc.constantFrom(['GB-COH-1'], ['GB-COH-1', 'GB-COH-2', 'name:gone']),
      }),
      { nil: undefined },
    ),
  }),
)
const slices = fc.record<Slice>({
  fromMonth: maybe(month.map((day) => day.slice(0, 7))),
  toMonth: maybe(month.map((day) => day.slice(0, 7))),
  tier: fc.option(fc.constantFrom('unknown', 'home'), { nil: null, freq: 1 }),
  category: fc.option(nasty, { nil: null, freq: 1 }),
  department: fc.option(nasty, { nil: null, freq: 1 }),
  payeeId: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null, freq: 1 }),
  importId: fc.constant(null),
  kind: fc.option(fc.constantFrom('micro', 'business', 'individual'), { nil: null, freq: 1 }),
  sector: fc.option(fc.constantFrom('F', '(none)'), { nil: null, freq: 1 }),
  supplier: fc.option(fc.constant('GB-COH-1'), { nil: null, freq: 1 }),
})

const GROUPS: readonly GroupBy[] = ['tier', 'month', 'category', 'department', 'kind', 'sector', 'area']

const askAll = async (calculator: Calculator, slice: Slice, search: string) => ({
  basis: await measureBasis(calculator, slice),
  groups: await Promise.all(GROUPS.map((by) => sumByGroup(calculator, by, slice))),
  plain: await sumPlainly(calculator, 'category', slice),
  suppliers: await sumWithSuppliers(calculator, 'kind', slice),
  heads: await sumWithBoth(calculator, 'department', slice),
  linked: await sumLinkedToLarge(calculator, slice),
  parties: await sumByColumns(calculator, ['postcode', 'party'], slice),
  columns: await sumByColumns(calculator, ['category', 'tier', 'month'], slice),
  payees: await sumByPayee(calculator, slice, { search, order: 'name', limit: 5, offset: 1 }),
  largest: await sumByPayee(calculator, slice, { search: null, order: 'pence', limit: 5, offset: 0 }),
  bySupplier: await sumBySupplier(calculator, slice),
  top: await listLargestSuppliers(calculator, slice, 3),
  ofGroup: await sumBySupplier(calculator, { ...slice, supplier: GROUP }),
  count: await countPayees(calculator, slice, search),
})

const onBoth = async (slice: Slice, search: string) => {
  const key = (await makeFactCopy(authority.ctx)) as CopyKey
  return inReading<SpendTables, unknown[]>(authority.ctx, async (reader) => [
    await askAll(databaseCalculator(reader), slice, search),
    await db.services.columnar.using([key], (ask) =>
      askAll(copyCalculator(reader, ask, [key]), slice, search),
    ),
  ])
}

/** Whatever the groups: pounds by kind are those of the companies, and nowhere are there more parties than suppliers. */
const expectHeadsToHold = () =>
  inReading<SpendTables, void>(authority.ctx, async (reader) => {
    const calculator = databaseCalculator(reader)
    const apart = await sumByColumns(calculator, ['kind', 'supplier'], EVERYTHING)
    const linked = await sumLinkedToLarge(calculator, EVERYTHING)
    for (const { key, suppliers, pence } of await sumWithSuppliers(calculator, 'kind', EVERYTHING)) {
      const own = apart.filter(({ kind }) => kind === key)
      expect(pence).toBe(own.reduce((sum, line) => sum + line.pence, 0))
      expect(suppliers).toBeLessThanOrEqual(own.length)
    }
    for (const { key } of linked) expect(key).not.toBe('large')
  })

beforeAll(async () => {
  authority = await aPlacedAuthority(db, 'Calculating council')
  other = await aPlacedAuthority(db, 'Other council')
})

const filesOf = (authorityId: string): string[] => {
  const folder = join(db.dataFolder, 'calculator', authorityId)
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('the calculator', () => {
  test('answers from its copy what PostgreSQL answers, for any payments and any slice', async () => {
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.array(slices, { minLength: 3, maxLength: 6 }),
        nasty,
        async ({ payees, facts, group }, some, search) => {
          await storeFacts(db, authority.id, payees, facts, group)
          for (const slice of [EVERYTHING, ...some]) {
            const [fromDatabase, fromCopy] = await onBoth(slice, search)
            expect(fromCopy).toEqual(fromDatabase)
          }
          await expectHeadsToHold()
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)

  const payees = [
    {
      name: 'A',
      tier: 'home',
      supplierKey: null,
      supplierKind: null,
      supplierSize: null,
      sector: null,
      flag: 'named',
    },
  ] as const
  const paid = (pence: number) => [{ payee: 0, month: '2026-04-01', department: null, category: null, pence }]
  const answer = (ctx = authority.ctx) =>
    inAnalysis(ctx, async (calculator) => ({
      by: calculator.answeredBy,
      pence: (await measureBasis(calculator, EVERYTHING)).pence,
    }))

  test('answers from the database until the copy is made, and again when payments change', async () => {
    await storeFacts(db, authority.id, payees, paid(100))
    expect(await answer()).toEqual({ by: 'database', pence: 100 })
    await makeFactCopy(authority.ctx)
    expect(await answer()).toEqual({ by: 'copy', pence: 100 })
    await storeFacts(db, authority.id, payees, paid(250))
    expect(await answer()).toEqual({ by: 'database', pence: 250 })
    await makeFactCopy(authority.ctx)
    expect(await answer()).toEqual({ by: 'copy', pence: 250 })
    expect(filesOf(authority.id)).toHaveLength(1)
  })

  test('begins the copy by itself when a person asks', async () => {
    await storeFacts(db, authority.id, payees, paid(7))
    const person = { ...authority.ctx, actor: { kind: 'person', personId: authority.id } as const }
    expect((await answer(person)).by).toBe('database')
    await expect.poll(async () => (await answer(person)).by, { timeout: 20_000 }).toBe('copy')
  })

  test('never answers one organisation from the copy of another', async () => {
    await storeFacts(db, authority.id, payees, paid(111))
    await storeFacts(db, other.id, payees, paid(999))
    await makeFactCopy(authority.ctx)
    await makeFactCopy(other.ctx)
    expect(await answer(other.ctx)).toEqual({ by: 'copy', pence: 999 })
    expect(await answer()).toEqual({ by: 'copy', pence: 111 })
  })

  test('takes a copy that cannot be read for none, and makes it again', async () => {
    await storeFacts(db, authority.id, payees, paid(5))
    const key = (await makeFactCopy(authority.ctx)) as CopyKey
    writeFileSync(join(db.dataFolder, 'calculator', key.owner, `${key.stamp}.duckdb`), 'half a file')
    expect(await answer()).toEqual({ by: 'database', pence: 5 })
    await makeFactCopy(authority.ctx)
    expect(await answer()).toEqual({ by: 'copy', pence: 5 })
  })

  test('lets one process at a time make a copy', async () => {
    await storeFacts(db, authority.id, payees, paid(6))
    const other = await db.database.pool.connect()
    try {
      await other.query('begin')
      await other.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `spend.copy ${authority.id}`,
      ])
      expect(await makeFactCopy(authority.ctx)).toBe(undefined)
    } finally {
      await other.query('rollback')
      other.release()
    }
    expect(await makeFactCopy(authority.ctx)).toMatchObject({ owner: authority.id })
  })

  test('leaves nothing behind but the copy, and refuses a name that is a path', async () => {
    expect(readdirSync(join(db.dataFolder, 'calculator', 'incoming'))).toEqual([])
    expect(() => db.services.columnar.has({ owner: '../..', stamp: 'x' })).toThrow('not the name of a copy')
  })
})
