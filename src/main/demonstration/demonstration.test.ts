import { describe, expect, test } from 'vitest'
import { readLog } from '#bids'
import {
  demonstrationAccounts,
  demonstrationAnchors,
  demonstrationPassword,
  type OrganisationId,
} from '#identity'
import { signIn } from '../../modules/identity/actions/sign-in.ts'
import { readGapSuppliers } from '../../modules/spend/analyses/gap-details.ts'
import { readGapAnalysis } from '../../modules/spend/analyses/gaps.ts'
import { readNetworkMap } from '../../modules/spend/analyses/networks.ts'
import { analysisJson } from '../../modules/spend/analysis-api.ts'
import { EVERYTHING, type Slice, type Tier } from '../../modules/spend/model.ts'
import { readMoneyMap } from '../../modules/spend/money-map.ts'
import { type AuditTables, verifyAudit } from '../../platform/audit.ts'
import type { Services } from '../../platform/context.ts'
import { openAsOwner } from '../../platform/database.ts'
import { openTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts'
import { seedDemonstration } from '../demonstration.ts'

const quiet = (): void => undefined

const councilOf = async (db: TestDatabase): Promise<OrganisationId> => {
  const [row] = await db.query(`select id from identity.organisation where slug = 'northmere-city-council'`)
  return String(row?.id)
}

/** All that is stored, as figures that would grow if anything came twice. */
const figuresOf = async (db: TestDatabase) => {
  const [counts] = await db.query(`select
    (select count(*) from identity.organisation) as organisations,
    (select count(*) from identity.person) as people,
    (select count(*) from identity.membership) as memberships,
    (select count(*) from places.place) as places,
    (select count(*) from places.place_part) as parts,
    (select count(*) from places.boundary) as shapes,
    (select sum(postcodes) from places.postcode_chunk) as postcodes,
    (select count(*) from suppliers.register) as registers,
    (select count(*) from suppliers.register_entry) as entries,
    (select count(*) from spend.import) as files,
    (select count(*) from spend.payee) as payees,
    (select count(*) from spend.payment) as payments,
    (select sum(amount_pence) from spend.summary) as pence,
    (select count(*) from spend.rule_book) as books,
    (select count(*) from spend.network_member where agreed_at is not null) as members,
    (select count(*) from places.deprivation) as deprivation,
    (select count(*) from suppliers.directory_entry) as directory_entries,
    (select count(*) from suppliers.directory_listing) as listings,
    (select count(*) from spend.survey_invitee) as survey_invitees,
    (select count(sent_at) from spend.survey_invitee) as survey_answers,
    (select count(answered_at) from spend.multiplier_sheet) as sheets,
    (select count(*) from platform.audit_entry where name = 'DEMONSTRATION_MADE') as marks`)
  return counts ?? {}
}

const shareOf = (tiers: readonly Tier[], label: string): number =>
  tiers.find((tier) => tier.label === label)?.share ?? 0

/** The services of a process that ends when it is about to store its file of this number. */
const dyingAt = (services: Services, file: number): Services => {
  let stored = 0
  const put: Services['files']['put'] = (content) => {
    stored++
    if (stored === file) throw new Error('the process ended here')
    return services.files.put(content)
  }
  return { ...services, files: { ...services.files, put } }
}

const whole = await openTestDatabase(['send-mail', 'place-payees'])
const said: string[] = []
await seedDemonstration(whole, (line) => said.push(line))
const council = await councilOf(whole)
const moneyMap = (slice: Partial<Slice> = {}) =>
  readMoneyMap(whole.context({ kind: 'command' }, council), { ...EVERYTHING, ...slice })

describe('the money map of Northmere', () => {
  test('shows each place from the city to abroad, and what nobody knows', async () => {
    const { tiers, basis } = await moneyMap()
    expect(basis.payments).toBeGreaterThan(20_000)
    expect([basis.from, basis.to]).toEqual(['2023-04-01', '2026-09-30'])
    const expected = [
      ['In Northmere', 0.27],
      ['Rest of Ashshire', 0.155],
      ['Rest of Fellmarch', 0.138],
      ['Rest of the United Kingdom', 0.335],
      ['Abroad', 0.01],
      ['Place not known', 0.097],
    ] as const
    expect(tiers.map((tier) => tier.label)).toEqual(expected.map(([label]) => label))
    for (const [label, share] of expected)
      expect(Math.abs(shareOf(tiers, label) - share), label).toBeLessThan(0.015)
  })

  test('shows more with the city year by year', async () => {
    const shares = []
    for (const year of [2023, 2024, 2025]) {
      const { tiers } = await moneyMap({ fromMonth: `${year}-04`, toMonth: `${year + 1}-03` })
      shares.push(shareOf(tiers, 'In Northmere'))
    }
    expect(shares[0]).toBeLessThan(0.22)
    expect(shares[1]).toBeGreaterThan(0.23)
    expect(shares[2]).toBeGreaterThan(0.29)
  })

  test('has a shape for every district where somebody is paid', async () => {
    const rows = await whole.query(
      `select distinct located_as as code, b.area_code as shape from spend.payee p
       left join places.boundary b on b.area_code = located_as where located_as like 'E0%' order by 1`,
    )
    expect(rows.length).toBe(12)
    expect(rows.every((row) => row.shape !== null)).toBe(true)
  })
})

describe('the payees', () => {
  test('are found, doubtful and unknown, so that the review list is alive', async () => {
    const rows = await whole.query(
      'select match_state, count(*)::int as payees from spend.payee group by 1 order by 1',
    )
    const states = Object.fromEntries(rows.map((row) => [row.match_state, Number(row.payees)]))
    expect(states.name).toBeGreaterThan(400)
    expect(states.number).toBeGreaterThan(100)
    expect(states.doubtful).toBeGreaterThan(4)
    expect(states.doubtful).toBeLessThan(20)
    expect(states.unknown).toBeGreaterThan(20)
    expect(states.unmatched).toBeUndefined()
  })

  test('stand together on the review list where they are alike', async () => {
    const rows =
      await whole.query(`select match_evidence #>> '{candidates,0,number}' as candidate, count(*)::int as payees
      from spend.payee where match_state = 'doubtful' group by 1 having count(*) > 1`)
    expect(rows.length).toBeGreaterThan(1)
  })

  test('are fewer suppliers: a supplier is one under all its spellings', async () => {
    const [row] = await whole.query(
      "select count(*)::int as payees, count(distinct supplier_key)::int as suppliers from spend.payee where flag = 'named'",
    )
    expect(Number(row?.suppliers)).toBeLessThan(Number(row?.payees) / 2)
    expect(Number(row?.suppliers)).toBeGreaterThan(250)
  })

  test('hold a number that leads to another name, which waits for a person', async () => {
    const rows = await whole.query(
      "select name from spend.payee where match_state = 'doubtful' and company_number is not null",
    )
    expect(rows.length).toBeGreaterThan(1)
  })
})

describe('the analyses', () => {
  test('have a group that is no alternative to itself, and one of an anchor that its network counts', async () => {
    const ctx = whole.context({ kind: 'command' }, council)
    const ask = { ctx, slice: EVERYTHING, query: {}, params: {} }
    const gaps = analysisJson(await readGapAnalysis(ask))
    const groups = await whole.query(
      `select authority_id::text as org, count(*)::int as members from spend.supplier_group_member group by authority_id, group_id`,
    )
    expect(groups.map(({ org, members }) => [org === council, members]).sort()).toEqual([
      [false, 2],
      [true, 2],
      [true, 2],
    ])
    const near = analysisJson(await readGapSuppliers({ ...ask, query: { in: 'Printing and stationery' } }))
    expect(near.rows.filter(({ evidence }) => String(evidence).includes('no alternative'))).toHaveLength(1)
    expect(gaps.rows.find(({ category }) => category === 'Printing and stationery')?.paid).toBe(
      near.rows.filter(({ evidence }) => evidence === 'Paid for this already').length,
    )
    const [network] = await whole.query('select id from spend.network')
    const map = await readNetworkMap({ ...ask, params: { networkId: String(network?.id) } })
    expect(map.figures.at(-1)?.meaning).toBe(
      '3 groups of companies counted as one each, confirmed by Northmere City Council, Northmere and Wexmoor Hospitals NHS Trust',
    )
  })

  test('have two books of rules, deprivation, and a network of four that agreed', async () => {
    const { books, members, deprivation } = await figuresOf(whole)
    expect([Number(books), Number(members), Number(deprivation) > 50]).toEqual([2, 4, true])
  })
})

describe('the payment files', () => {
  test('are in every state that a page has to show', async () => {
    const rows = await whole.query(
      'select status, count(*)::int as files from spend.import group by 1 order by 1',
    )
    expect(Object.fromEntries(rows.map((row) => [row.status, row.files]))).toEqual({
      counted: 15,
      overlapping: 1,
      undone: 1,
      uploaded: 1,
    })
  })

  test('have rejected rows, warnings, credits and withheld names', async () => {
    const [row] = await whole.query(`select
      (select count(*)::int from spend.rejected_row) as rejected,
      (select count(*)::int from spend.import where jsonb_array_length(warnings) > 0) as warned,
      (select count(*)::int from spend.payment where amount_pence < 0) as credits,
      (select count(*)::int from spend.payee where flag = 'redacted') as withheld`)
    expect(row).toMatchObject({ rejected: 6, withheld: 1 })
    expect(row?.warned).toBeGreaterThan(2)
    expect(row?.credits).toBeGreaterThan(100)
  })

  test('are handed in by the analyst, as the audit log says', async () => {
    const rows = await whole.query(`select distinct actor, p.name from platform.audit_entry a
      join identity.person p on a.actor = 'person:' || p.id where a.name like 'PAYMENT_FILE%' order by 2`)
    expect(rows.map((row) => row.name)).toEqual([
      'Homes Analyst',
      'Hospitals Analyst',
      'Northmere Analyst',
      'University Analyst',
    ])
  })
})

test('the audit log of the demonstration is whole', async () => {
  const owner = openAsOwner<AuditTables>(whole.owner)
  const proof = await verifyAudit(owner)
  await owner.destroy()
  expect(proof).toMatchObject({ chains: 11, faults: [] })
})

describe('the competitions', () => {
  test('that are past their opening all show that what was opened is what was handed in', async () => {
    const opened = (await whole.query(
      `select t.reference, e.stage from tenders.tender t left join evaluation.evaluation e on e.tender_id = t.id
       where t.status in ('opened', 'awarded') order by 1`,
    )) as { reference: string; stage: string | null }[]
    expect(opened.map(({ stage }) => stage).sort()).toEqual(
      expect.arrayContaining(['awarded', 'moderation', 'scoring', 'standstill']),
    )
    for (const { reference } of opened) {
      const log = await readLog(whole.context({ kind: 'nobody' }, null), reference)
      expect(log.faults, reference).toEqual([])
      expect(log.entries.length, reference).toBeGreaterThan(2)
      expect(log.checks.map(({ outcome }) => outcome)).toEqual(log.entries.map(() => 'matches'))
      expect(log.entries.every(({ at }) => at < log.tender.deadline)).toBe(true)
    }
  })

  test('that closed and was not opened yet waits with sealed bids', async () => {
    const [closed] = await whole.query(
      `select t.reference, count(l.*)::int as entries, count(c.*)::int as checks from tenders.tender t
       join bids.log_entry l on l.tender_id = t.id
       left join bids.log_check c on c.tender_id = t.id
       where t.status = 'published' and t.deadline < now() group by 1`,
    )
    expect(closed).toMatchObject({ entries: 3, checks: 0 })
  })

  test('give receipts whose entry stands in the log, in the letters too', async () => {
    const letters = await whole.query(
      `select count(*)::int as all, count(l.hash)::int as found from platform.mail m
       left join bids.log_entry l on position(l.hash in m.body_text) > 0 where m.subject like 'Receipt: your bid%'`,
    )
    expect(letters[0]?.found).toBe(letters[0]?.all)
    expect(letters[0]?.all).toBeGreaterThan(14)
  })
})

describe('the accounts', () => {
  test.each([...demonstrationAccounts, ...demonstrationAnchors].map((account) => [account.email]))(
    '%s opens with the password of the demonstration',
    async (email) => {
      const signedIn = await signIn(whole.context({ kind: 'nobody' }, null), email, demonstrationPassword)
      expect(signedIn).toMatchObject({ ok: true })
    },
  )
})

describe('seedDemonstration', () => {
  test('says two lines', () => {
    expect(said.length).toBe(2)
    expect(said.join(' ')).toContain('261 suppliers')
  })

  test('changes nothing and says nothing the second time', async () => {
    const before = await figuresOf(whole)
    const entries = await whole.query('select count(*) from platform.audit_entry')
    const again: string[] = []
    await seedDemonstration(whole, (line) => again.push(line))
    expect(again).toEqual([])
    expect(await figuresOf(whole)).toEqual(before)
    expect(await whole.query('select count(*) from platform.audit_entry')).toEqual(entries)
  })

  test('goes on where a process ended, as often as that happens, and doubles nothing, not even for two at once', async () => {
    const broken = await openTestDatabase(['send-mail', 'place-payees'])
    // Each try dies at its own file: the areas, the shapes, the register, and payment files of every fate.
    for (const file of [1, 3, 5, 3, 6, 4, 5]) {
      await expect(
        seedDemonstration({ ...broken, services: dyingAt(broken.services, file) }, quiet),
      ).rejects.toThrow('the process ended here')
    }
    await Promise.all([seedDemonstration(broken, quiet), seedDemonstration(broken, quiet)])
    expect(await figuresOf(broken)).toEqual(await figuresOf(whole))
  }, 240_000)

  test('leaves a council of that name alone that somebody made for themselves', async () => {
    const own = await openTestDatabase(['send-mail', 'place-payees'])
    await own.query(
      `insert into identity.organisation (id, name, slug, kind, is_authority) values (gen_random_uuid(), 'Northmere City Council', 'northmere-city-council', 'council', true)`,
    )
    await seedDemonstration(own, quiet)
    expect(await own.query('select 1 from spend.import')).toEqual([])
    expect(await own.query('select 1 from places.place')).toEqual([])
  })
})
