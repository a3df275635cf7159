import { expect, test } from 'vitest'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { api } from './api.ts'
import { aPlacedAuthority } from './builders.ts'

const db = await openTestDatabase()
const { id } = await aPlacedAuthority(db)
const app = await openTestApp(db, { api })
const client = await app.as(aVisitor({ authorityId: id, permissions: ['spend.read', 'spend.import'] }))

const FILE = `Body,Date,Supplier,Amount
Northmere,01/04/2026,Thornwick Care,100.00
Northmere,02/04/2026,Ashbeck Print,50.00
Fire authority,03/04/2026,Thornwick Care,7.00
`

const send = async (query: string): Promise<{ status: number; answer: Record<string, unknown> }> => {
  const body = new FormData()
  body.append('file', new Blob([FILE]), 'payments.csv')
  const encoded = new Response(body)
  const response = await client.request({
    method: 'POST',
    url: `/api/v1/spend/imports${query}`,
    headers: {
      authorization: 'Bearer of-this-visitor',
      'content-type': encoded.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
  return { status: response.statusCode, answer: response.json() }
}

test.each([
  ['?encoding=morse', 'encoding is one of'],
  ['?column=colour%3DA', '"colour" is not one of'],
  ['?period=april', 'period is FROM..TO'],
])('refuses the correction %s with a sentence and keeps nothing', async (query, sentence) => {
  const { status, answer } = await send(query)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(JSON.stringify(answer)).toContain(JSON.stringify(sentence).slice(1, -1))
  expect(await db.query('select 1 from spend.import')).toHaveLength(0)
})

test('counts one of several bodies when the address names it', async () => {
  const { status, answer } = await send('?body=Northmere&column=body%3DBody&column=amount%3DAmount')
  expect(status).toBe(201)
  expect(answer).toMatchObject({
    rows: { source: 4, payments: 2, other: 2, rejected: 0 },
    pence: { payments: 15000 },
  })
})
