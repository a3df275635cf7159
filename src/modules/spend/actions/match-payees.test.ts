import { describe, expect, test } from 'vitest'
import { inReading } from '../../../platform/reading.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import {
  aPlacedAuthority,
  aRegisterOfCompanies,
  importText,
  otherCompanies,
  type PlacedAuthority,
  paymentRows,
} from '../builders.ts'
import { getVersion } from '../store/imports.ts'
import { findMatching } from '../store/matching.ts'
import type { SpendTables } from '../tables.ts'
import { decidePayees, undoDecision } from './decide-payees.ts'
import { matchPayeesOf, matchPlacedPayees } from './match-payees.ts'
import { placeAllPayees } from './place-payees.ts'

const db = await openTestDatabase()
await aRegisterOfCompanies(db, [
  ...otherCompanies(300),
  ['THORNWICK CARE LIMITED', '00000011', 'PR1 2HE'],
  ['GREYSTONE HOLLOW LIMITED', '00000012', 'M1 1AA'],
  ['GREYSTONE HOLLOW LIMITED', '00000013', 'BB1 1AA'],
  ['JOHN SMITH', '00000014', 'PR1 2HE'],
  ['CALLERBY ROADS LIMITED', '00000015', 'BB1 1AA'],
])

const april = paymentRows([
  ['01/04/2026', 'Thornwick Care Ltd', '100.00'],
  ['02/04/2026', 'THORNWIK CARE LTD', '50.00', 'PR1 2HE'],
  ['03/04/2026', 'Greystone Hollow Ltd', '900.00'],
  ['04/04/2026', 'Quellholt Ferries', '10.00'],
  ['05/04/2026', 'Quellholt Ferries Ltd', '10.00'],
  ['06/04/2026', 'John Smith', '10.00'],
])
const may = paymentRows([['03/05/2026', 'GREYSTONE HOLLOW LTD (use supplier 4711)', '70.00', 'LS1 1AA']])

type Row = Record<string, unknown>
const payeesOf = async (authority: PlacedAuthority): Promise<Map<string, Row>> => {
  const rows = await db.query('select * from spend.payee where authority_id = $1 order by id', [authority.id])
  return new Map(rows.map((row) => [String(row.name), row]))
}
const read = <Value>(authority: PlacedAuthority, work: Parameters<typeof inReading<SpendTables, Value>>[1]) =>
  inReading<SpendTables, Value>(authority.ctx, work)
const must = <Value>(decision: { ok: boolean; value?: Value }): Value => {
  if (!decision.ok) throw new Error(JSON.stringify(decision))
  return decision.value as Value
}

describe('importing', () => {
  test('asks for matching and settles until then only what is certain', async () => {
    const authority = await aPlacedAuthority(db)
    await importText(db, authority, april)
    const payees = await payeesOf(authority)
    expect(payees.get('Thornwick Care Ltd')).toMatchObject({
      match_state: 'name',
      identified_by: 'exact-name',
      supplier_key: 'GB-COH-00000011',
      supplier_kind: 'business',
      supplier_size: 'small',
      sector: 'Q',
    })
    expect(payees.get('THORNWIK CARE LTD')).toMatchObject({
      match_state: 'unmatched',
      supplier_key: 'name:thornwikcare',
    })
    expect(await read(authority, findMatching)).toMatchObject({ state: 'waiting' })
  })
})

describe('matchPayeesOf', () => {
  test('settles the clear, keeps the doubtful for review, and puts spellings of one supplier together', async () => {
    const authority = await aPlacedAuthority(db)
    await importText(db, authority, april)
    const before = await read(authority, getVersion)
    const record = await matchPayeesOf(authority.ctx)
    const payees = await payeesOf(authority)
    expect(record).toMatchObject({ state: 'done', matched: 2, doubtful: 1, unknown: 2, individuals: 1 })
    expect(payees.get('THORNWIK CARE LTD')).toMatchObject({
      match_state: 'name',
      identified_by: 'matching',
      supplier_key: 'GB-COH-00000011',
      supplier_name: 'THORNWICK CARE LIMITED',
      tier: authority.city,
    })
    expect(payees.get('Greystone Hollow Ltd')).toMatchObject({
      match_state: 'doubtful',
      register_number: null,
    })
    expect(payees.get('Quellholt Ferries')).toMatchObject({ match_state: 'unknown' })
    expect(payees.get('Quellholt Ferries')?.supplier_key).toBe(
      payees.get('Quellholt Ferries Ltd')?.supplier_key,
    )
    expect(await read(authority, getVersion)).toBe(before + 1)
    expect(
      await db.query(
        "select facts from platform.audit_entry where name = 'PAYEES_MATCHED' and authority_id = $1",
        [authority.id],
      ),
    ).toHaveLength(1)
  })

  test('does not look a person up, though a register has the very name', async () => {
    const authority = await aPlacedAuthority(db)
    await importText(db, authority, april)
    await matchPayeesOf(authority.ctx)
    expect((await payeesOf(authority)).get('John Smith')).toMatchObject({
      match_state: 'individual',
      register_number: null,
      match_evidence: null,
      tier: 'unknown',
    })
  })

  test('sends a number whose company has another name to review, and takes one that fits', async () => {
    const authority = await aPlacedAuthority(db)
    const file = [
      'Payment Date,Supplier Name,Amount,Company Number',
      '01/04/2026,Thornwick Care Ltd,10.00,15',
      '02/04/2026,Callerby Roads,10.00,15',
    ].join('\n')
    await importText(db, authority, file)
    await matchPayeesOf(authority.ctx)
    const payees = await payeesOf(authority)
    expect(payees.get('Thornwick Care Ltd')).toMatchObject({ match_state: 'doubtful', register_number: null })
    expect(payees.get('Callerby Roads')).toMatchObject({
      match_state: 'number',
      supplier_key: 'GB-COH-00000015',
    })
  })

  test('does not look a person up either whose number no register has', async () => {
    const authority = await aPlacedAuthority(db)
    await importText(
      db,
      authority,
      'Payment Date,Supplier Name,Amount,Company Number\n01/04/2026,John Smith,10.00,09999998',
    )
    await matchPayeesOf(authority.ctx)
    expect((await payeesOf(authority)).get('John Smith')).toMatchObject({
      match_state: 'individual',
      register_number: null,
    })
  })

  test('leaves everything as it was when it dies on the way', async () => {
    const authority = await aPlacedAuthority(db)
    await importText(db, authority, april)
    const before = await payeesOf(authority)
    const dying = { ...authority.ctx, clock: { now: authority.ctx.clock.now } }
    const clock = { now: (): Date => (ticks-- > 0 ? authority.ctx.clock.now() : die()) }
    const die = (): never => {
      throw new Error('the process ended here')
    }
    // Three ticks begin the run; the next ones belong to the transaction that stores the answers.
    let ticks = 3
    await expect(matchPayeesOf({ ...dying, clock })).rejects.toThrow('the process ended here')
    expect(await payeesOf(authority)).toEqual(before)
    expect(await matchPayeesOf(authority.ctx)).toMatchObject({ state: 'done', matched: 2 })
  })

  test('is run by the worker only where there is something new', async () => {
    const authority = await aPlacedAuthority(db)
    await importText(db, authority, april)
    await matchPlacedPayees(db.services, authority.id)
    const version = await read(authority, getVersion)
    await matchPlacedPayees(db.services, authority.id)
    expect(await read(authority, getVersion)).toBe(version)
    expect(await read(authority, findMatching)).toMatchObject({ state: 'done' })
  })

  test('keeps its answers when places change and payees are placed again', async () => {
    const authority = await aPlacedAuthority(db)
    await importText(db, authority, april)
    await matchPayeesOf(authority.ctx)
    const before = await payeesOf(authority)
    await placeAllPayees(db.services)
    expect(await payeesOf(authority)).toEqual(before)
  })
})

describe('decidePayees', () => {
  const reviewed = async (): Promise<{ authority: PlacedAuthority; id: number }> => {
    const authority = await aPlacedAuthority(db)
    await importText(db, authority, april)
    await matchPayeesOf(authority.ctx)
    return { authority, id: Number((await payeesOf(authority)).get('Greystone Hollow Ltd')?.id) }
  }
  const chosen = { scheme: 'GB-COH', number: '00000013' }

  test('applies at once, is remembered for another spelling in a later file, and can be undone', async () => {
    const { authority, id } = await reviewed()
    const { batch } = must(await decidePayees(authority.ctx, [id], chosen))
    expect((await payeesOf(authority)).get('Greystone Hollow Ltd')).toMatchObject({
      match_state: 'decided',
      supplier_key: 'GB-COH-00000013',
      tier: authority.county,
    })
    await importText(db, authority, may)
    const later = 'GREYSTONE HOLLOW LTD (use supplier 4711)'
    expect((await payeesOf(authority)).get(later)).toMatchObject({
      match_state: 'decided',
      supplier_key: 'GB-COH-00000013',
    })
    await matchPayeesOf(authority.ctx)
    expect((await payeesOf(authority)).get(later)).toMatchObject({ match_state: 'decided' })

    must(await undoDecision(authority.ctx, batch))
    const after = await payeesOf(authority)
    expect(after.get('Greystone Hollow Ltd')).toMatchObject({
      match_state: 'doubtful',
      register_number: null,
    })
    expect(after.get(later)).toMatchObject({ register_number: null })
    expect(await undoDecision(authority.ctx, batch)).toEqual({ ok: false, refusal: 'no-such-decision' })
    const names = await db.query(
      "select name from platform.audit_entry where authority_id = $1 and name like 'PAYEES_DECI%' order by number",
      [authority.id],
    )
    expect(names.map((row) => row.name)).toEqual(['PAYEES_DECIDED', 'PAYEES_DECISION_UNDONE'])
  })

  test('remembers that none of the entries fits', async () => {
    const { authority, id } = await reviewed()
    must(await decidePayees(authority.ctx, [id], null))
    await matchPayeesOf(authority.ctx)
    expect((await payeesOf(authority)).get('Greystone Hollow Ltd')).toMatchObject({
      match_state: 'decided',
      supplier_key: 'name:greystonehollow',
      register_number: null,
    })
  })

  test('refuses nobody, strangers, and numbers that no register has', async () => {
    const { authority, id } = await reviewed()
    const other = await aPlacedAuthority(db)
    const refusal = async (...wanted: Parameters<typeof decidePayees>) => {
      const decided = await decidePayees(...wanted)
      return decided.ok ? null : decided.refusal
    }
    expect(await refusal(authority.ctx, [], chosen)).toBe('nobody-chosen')
    expect(await refusal(other.ctx, [id], chosen)).toBe('no-such-payee')
    expect(await refusal(authority.ctx, [id], { scheme: 'GB-COH', number: '99999998' })).toBe('no-such-entry')
    expect(await refusal(authority.ctx, [id], { scheme: 'XX', number: '00000013' })).toBe('no-such-entry')
  })
})
