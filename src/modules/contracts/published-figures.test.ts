import { describe, expect, test } from 'vitest'
import { permissionsOf } from '#identity'
import { inReading } from '../../platform/reading.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { addCommitment } from './actions/commitments.ts'
import { judgeDelivery, reportDelivery } from './actions/deliveries.ts'
import { recordContract } from './actions/register.ts'
import { aCommitmentText, aContractText, anAuthority, aReport } from './builders.ts'
import { readContract } from './read-contract.ts'
import { pages } from './routes.ts'

const db = await openTestDatabase()
const app = await openTestApp(db, { pages })
const council = await anAuthority(db, 'Northmere City Council')
const ctx = db.context({ kind: 'command' }, council.id)

/** Northern Spire bridge, Sunderland: proposed and achieved, as published. */
const NORTHERN_SPIRE = [
  ['Placements 16–19', 3, 56],
  ['Placements 14–16', 1, 7],
  ['Curriculum activities', 3, 3],
  ['Graduates', 1, 9],
  ['Apprentice starts', 3, 5],
  ['Existing apprentices', 2, 4],
  ['Apprentice completions', 1, 1],
  ['Jobs advertised locally', 8, 16],
  ['Aspire participants', 20, 47],
  ['Site visits', 10, 97],
  ['Teacher visits', 20, 24],
  ['Research projects', 3, 4],
  ['Considerate-constructor talks', 20, 29],
  ['Safety visits', 2, 6],
  ['Careers events', 20, 1560],
  ['Employability workshops', 25, 91],
] as const

const deliver = async (
  contractId: string,
  commitmentId: string | null,
  title: string,
  quantity: number,
  unit: string,
) => {
  const report = aReport({
    contractId,
    commitmentId,
    title,
    quantity: String(quantity),
    unit,
    fromOn: '2016-06-01',
    toOn: '2018-08-01',
  })
  const id = must(await reportDelivery(ctx, report))
  must(await judgeDelivery(ctx, id, { verdict: 'accept', quantity: null, note: '' }))
}

describe('Northern Spire, as published', async () => {
  const bridge = {
    reference: 'SSTC2',
    title: 'Bridge over the river',
    startsOn: '2015-05-01',
    endsOn: '2018-08-31',
  }
  const contractId = must(await recordContract(ctx, aContractText(bridge)))
  for (const [title, proposed, achieved] of NORTHERN_SPIRE) {
    const text = aCommitmentText({
      title,
      quantity: String(proposed),
      unit: 'each',
      unitValue: null,
      basis: 'none',
    })
    await deliver(contractId, must(await addCommitment(ctx, contractId, text)), title, achieved, 'each')
  }
  await deliver(contractId, null, 'Pupils reached in schools', 1992, 'pupils')

  test('has sixteen pairs, fourteen of them over-delivered and two kept', async () => {
    const report = await inReading(ctx, (reader) => readContract(reader as never, contractId, '2018-09-01'))
    expect(
      report.commitments.map(({ progress }) => [Number(progress.promised), Number(progress.verified)]),
    ).toEqual(NORTHERN_SPIRE.map(([, proposed, achieved]) => [proposed, achieved]))
    const states = report.commitments.map(({ progress }) => progress.state)
    expect(states.filter((state) => state === 'exceeded')).toHaveLength(14)
    expect(states.filter((state) => state === 'kept')).toHaveLength(2)
    expect(report.unplanned).toMatchObject([{ quantity: '1992', verifiedQuantity: '1992' }])
  })

  test('is on its page: pairs, over-delivery, and the pupils nobody had promised apart', async () => {
    const visitor = aVisitor({ authorityId: council.id, permissions: [...permissionsOf(['councillor'])] })
    const page = await (await app.as(visitor)).get(`/contracts/${contractId}`)
    expect(page.status).toBe(200)
    const [promises, , beyond] = page.tables
    expect(promises).toHaveLength(17)
    expect(promises?.find((row) => row[0]?.includes('Careers events'))?.join(' ')).toMatch(
      /20.*1,560.*More than promised/,
    )
    expect(beyond?.[1]?.join(' ')).toContain('Pupils reached in schools')
    expect(beyond?.[1]?.join(' ')).toContain('1,992 pupils')
  })
})

describe('Stockton’s cameras, as published', () => {
  test('promise 39 % of £234,000 in social value, as Stockton adds it up', async () => {
    const cctv = { reference: 'CCTV', title: 'Camera maintenance', valuePence: 23_400_000 }
    const contractId = must(await recordContract(ctx, aContractText(cctv)))
    // 39 % of £234,000 is £91,260. What Stockton took a job and a week for is not published; these fill up the total.
    const promises = [
      aCommitmentText({
        title: 'Local spending',
        unit: 'pounds',
        quantity: '10000',
        unitValue: '1',
        basis: 'economic',
      }),
      aCommitmentText({
        title: 'New jobs',
        unit: 'people',
        quantity: '2',
        unitValue: '35000',
        basis: 'economic',
      }),
      aCommitmentText({
        title: 'Apprenticeships',
        unit: 'weeks',
        quantity: '39',
        unitValue: '288.717949',
        basis: 'economic',
      }),
    ]
    for (const text of promises) must(await addCommitment(ctx, contractId, text))
    const report = await inReading(ctx, (reader) => readContract(reader as never, contractId, '2026-11-22'))
    expect(report.totals).toEqual([{ basis: 'economic', promised: 9_126_000n, verified: 0n }])
    expect(report.shares).toEqual([{ basis: 'economic', share: '0.39' }])
    const visitor = aVisitor({ authorityId: council.id, permissions: [...permissionsOf(['councillor'])] })
    const page = await (await app.as(visitor)).get(`/contracts/${contractId}`)
    expect(page.text).toContain('of £91,260 promised, 39% of the price')
  })
})
