import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { permissionsOf, type Role } from '#identity'
import { newId } from '../../platform/ids.ts'
import { must } from '../../platform/testing/must.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { encodeWithFile } from '../../platform/testing/test-client.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { reportDelivery } from './actions/deliveries.ts'
import { recordContract } from './actions/register.ts'
import { api } from './api.ts'
import { aContractText, anAuthority, aReport } from './builders.ts'
import { aCommandLine, aProgram, auditNamesOf } from './writes/write-builders.ts'

const db = await openTestDatabase()
const [council, other] = [await anAuthority(db), await anAuthority(db)]
const ctx = db.context({ kind: 'command' }, council.id)
const contractId = must(await recordContract(ctx, aContractText({ reference: 'E-1' })))
const deliveryId = must(await reportDelivery(ctx, aReport({ contractId })))
const manager = await aProgram(db, council.id, 'contract-manager')
const stranger = await aProgram(db, other.id, 'contract-manager')
const reader = await aProgram(db, council.id, 'councillor')
const run = aCommandLine(db, council.name)
const folder = await mkdtemp(join(tmpdir(), 'gt-evidence-'))
afterAll(() => rm(folder, { recursive: true }))

const CONTRACT = {
  reference: 'R-1',
  title: 'Verges',
  supplierName: 'Fenwick Grounds Ltd',
  companyNumber: '4567893',
  valuePence: 1_200_000_00,
  startsOn: '2026-12-01',
  endsOn: '2029-11-30',
  cpv: ['77310000', '77310000'],
}

describe('a single contract by a program', () => {
  test('is written down, changed, and read back', async () => {
    const added = await manager('POST', 'contracts', CONTRACT)
    expect(added).toMatchObject({
      status: 201,
      body: {
        reference: 'R-1',
        supplier: { scheme: 'GB-COH', number: '04567893' },
        valuePence: 120_000_000,
        currentEnd: '2029-11-30',
      },
    })
    expect((await manager('POST', 'contracts', CONTRACT)).body).toMatchObject({ refusal: 'reference-taken' })
    const changed = await manager('PUT', 'contracts/R-1', {
      ...CONTRACT,
      title: 'Verges and hedges',
      endsOn: null,
    })
    expect(changed.body).toMatchObject({ id: added.body.id, title: 'Verges and hedges', endsOn: null })
    const backwards = await manager('PUT', 'contracts/R-1', { ...CONTRACT, endsOn: '2026-01-01' })
    expect(backwards).toMatchObject({ status: 422, body: { refusal: 'ends-before-start' } })
    expect((await reader('POST', 'contracts', CONTRACT)).status).toBe(403)
    expect((await stranger('PUT', 'contracts/R-1', CONTRACT)).status).toBe(404)
    expect((await manager('GET', 'contracts/R-1')).body.title).toBe('Verges and hedges')
  })

  test('says what the Transparency Code asks, which nobody else sets', async () => {
    const facts = { irrecoverableVatPence: 1200, invitation: 'tender', isSme: true }
    const set = await manager('PUT', 'contracts/E-1/transparency', facts)
    expect(set).toEqual({ status: 200, body: { ...facts, isVcse: null } })
    expect((await manager('GET', 'contracts/E-1')).body.transparency).toEqual(set.body)
    expect((await stranger('PUT', 'contracts/E-1/transparency', facts)).status).toBe(404)
    expect((await run('contracts transparency set', ['E-1'], { isVcse: true })).answer).toEqual({
      irrecoverableVatPence: null,
      invitation: null,
      isSme: null,
      isVcse: true,
    })
    expect((await run('contracts transparency set', ['E-1'], { isSme: 'maybe' })).code).toBe(2)
  })

  test.each([
    ['a company number of words', { companyNumber: 'none' }, 'companyNumber'],
    ['pence by halves', { valuePence: 0.5 }, 'valuePence'],
    ['less than nothing', { valuePence: -1 }, 'valuePence'],
    ['a day that no calendar has', { startsOn: '2026-02-30' }, 'startsOn'],
    ['a CPV code in words', { cpv: ['grass'] }, 'cpv.0'],
    ['a title without an end', { title: 'x'.repeat(301) }, 'title'],
    ['an odd character', { supplierName: 'a\u0000b' }, 'supplierName'],
    ['no supplier', { supplierName: ' ' }, 'supplierName'],
  ])('refuses %s and says where', async (_what, more, field) => {
    const wrong = await manager('POST', 'contracts', { ...CONTRACT, reference: newId(), ...more })
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([400, field])
    expect(wrong.body.errors[0].message).not.toMatch(/invalid|expected|received/i)
  })

  test('is written down and changed by the command line', async () => {
    const added = await run('contracts add', [], { ...CONTRACT, reference: 'R-2' })
    expect([added.code, added.answer.reference]).toEqual([0, 'R-2'])
    const again = await run('contracts add', [], { ...CONTRACT, reference: 'R-2' })
    expect([again.code, again.answer.error.code]).toEqual([1, 'reference-taken'])
    const changed = await run('contracts change', ['R-2'], { ...CONTRACT, reference: 'R-2', lot: '3' })
    expect(changed.answer.lot).toBe('3')
  })
})

const visitorOf = (role: Role, authorityId: string) =>
  aVisitor({ authorityId, permissions: [...permissionsOf([role])] })
const sender = async (role: Role, authorityId: string = council.id) => {
  const visitor = visitorOf(role, authorityId)
  const app = await openTestApp(db, { api, identify: async () => visitor })
  return async (name: string, content: Buffer) => {
    const { payload, headers } = await encodeWithFile({}, { field: 'file', name, content })
    const answer = await app.client().request({
      method: 'POST',
      url: `/api/v1/deliveries/${deliveryId}/evidence`,
      headers: { ...headers, authorization: 'Bearer a-token-of-twenty-characters' },
      payload,
    })
    return { status: answer.statusCode, body: answer.json() }
  }
}

describe('evidence by a program of the council', () => {
  const png = sharp({ create: { width: 4, height: 4, channels: 3, background: 'green' } })
    .png()
    .toBuffer()

  test('is taken as a file, made safe, and refused with a sentence where it is none', async () => {
    const send = await sender('contract-manager')
    expect(await send('tree.png', await png)).toMatchObject({
      status: 201,
      body: {
        evidenceId: expect.any(String),
        fileName: 'tree.png',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    })
    for (const content of [Buffer.from('MZ\x90\x00'), Buffer.from('<script>'), Buffer.alloc(0)]) {
      const refused = await send('tree.png', content)
      expect(refused.status).toBe(422)
      expect(refused.body.detail).toMatch(/^[A-Z].*\.$/)
    }
    expect((await (await sender('councillor'))('tree.png', await png)).status).toBe(403)
    expect((await (await sender('contract-manager', other.id))('tree.png', await png)).status).toBe(404)
    expect((await manager('POST', `deliveries/${deliveryId}/evidence`, {})).status).toBeLessThan(500)
  })

  test('is taken by the command line', async () => {
    const path = join(folder, 'bridge.png')
    await writeFile(path, await png)
    const added = await run('contracts evidence add', [deliveryId], undefined, { file: path })
    expect([added.code, added.answer.fileName]).toEqual([0, 'bridge.png'])
    await writeFile(path, 'no picture \x00\x01')
    const refused = await run('contracts evidence add', [deliveryId], undefined, { file: path })
    expect([refused.code, refused.warned.length]).toEqual([1, 1])
    await expect(run('contracts evidence add', [deliveryId])).rejects.toThrow('Name the file')
    await expect(run('contracts evidence add', [deliveryId], {}, { file: folder })).rejects.toThrow('no file')
  })
})

test('each of these leaves its entry in the audit log', async () => {
  const names = await auditNamesOf(db, council.id)
  for (const name of ['CONTRACT_RECORDED', 'CONTRACT_CHANGED', 'CODE_FACTS_RECORDED', 'EVIDENCE_ADDED'])
    expect(names).toContain(name)
})
