import { describe, expect, test } from 'vitest'
import { permissionsOf, type Role } from '#identity'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { api } from './api.ts'
import { aPlanningCouncil } from './ask-builders.ts'
import { aPurchase, auditOf } from './builders.ts'

const db = await openTestDatabase(['send-mail'])
const council = await aPlanningCouncil(db)
const purchase = await aPurchase(db.context({ kind: 'command' }, council.id), {
  stage: 'planning',
  valuePence: 2_000_000,
})
const OF = `/api/v1/purchases/${purchase.id}`

const programOf = async (role: Role, authorityId = council.id) => {
  const visitor = aVisitor({ authorityId, permissions: [...permissionsOf([role])] })
  const app = await openTestApp(db, { api, identify: async () => visitor })
  return async (method: 'GET' | 'PUT' | 'POST', url: string, body?: unknown) => {
    const answer = await app.client().request({
      method,
      url,
      headers: { 'content-type': 'application/json', authorization: 'Bearer a-token-of-twenty-characters' },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    })
    return { status: answer.statusCode, body: answer.json<any>() }
  }
}
const commissioner = await programOf('commissioner')
const officer = await programOf('procurement-officer')
const policyLead = await programOf('policy-lead')
const stranger = await programOf('procurement-officer', (await aPlanningCouncil(db)).id)

describe('the facts for the law', () => {
  const put = async (facts: object) => {
    const { body } = await commissioner('GET', OF)
    return commissioner('PUT', `${OF}/law/facts`, { seen: body.version, facts })
  }

  test('are answered one by one, kept, and forgotten with null', async () => {
    const answered = await put({ route: 'open', electronicSubmission: true, 'local.quotes': 2 })
    expect([answered.status, answered.body.facts]).toEqual([
      200,
      { route: 'open', electronicSubmission: true, 'local.quotes': 2 },
    ])
    expect((await put({ route: null })).body.facts).toEqual({ electronicSubmission: true, 'local.quotes': 2 })
    expect(await auditOf(db, purchase.id)).toContain('PURCHASE_LAW_FACTS_ANSWERED')
  })

  test.each([
    [{ colour: 'red' }, 'There is no fact “colour”.'],
    [{ route: 'by post' }, 'How will it be awarded?: Choose one of the answers in the list.'],
    [{ electronicSubmission: 'perhaps' }, 'Choose yes or no.'],
    [{ 'local.quotes': -1 }, '“local.quotes” is not an answer of its kind.'],
    [{ conflictsAssessedOn: '2026-02-30' }, 'Enter a day that exists'],
    [{ __proto__x: true, constructor: true }, 'There is no fact “constructor”.'],
  ])('%j is refused with a sentence, and nothing changes', async (facts, sentence) => {
    const before = (await commissioner('GET', OF)).body.version
    const { status, body } = await put(facts)
    expect([status, body.refusal]).toEqual([422, 'facts-not-usable'])
    expect(body.detail).toContain(sentence)
    expect((await commissioner('GET', OF)).body.version).toBe(before)
  })

  test('are not overwritten by who has seen an older version', async () =>
    expect((await commissioner('PUT', `${OF}/law/facts`, { seen: 1, facts: { route: 'open' } })).status).toBe(
      409,
    ))
})

describe('a local rule', () => {
  const rules = async () => (await commissioner('GET', `${OF}/rules`)).body.rules
  const reason = 'Only one firm near here can climb so high.'

  test('is set aside by two persons, asked with a reason and decided by another', async () => {
    const made = await policyLead('POST', '/api/v1/local-rules', {
      title: 'Two quotes, both local',
      duty: 'quotes',
      quotes: 5,
      localQuotes: 5,
      inForceFrom: '2020-04-01',
    })
    expect([made.status, made.body]).toEqual([201, { id: made.body.id }])
    const [{ ruleId }] = await rules()
    const ask = (who: typeof officer, body: object) => who('POST', `${OF}/rules/overrides`, body)
    expect((await ask(commissioner, { ruleId, reason: 'Because' })).body.refusal).toBe(
      'override-without-reason',
    )
    expect((await ask(stranger, { ruleId, reason })).status).toBe(404)
    const asked = await ask(officer, { ruleId, reason })
    expect(asked.status).toBe(201)
    expect((await ask(officer, { ruleId, reason })).body.refusal).toBe('override-asked-already')
    const verdict = `/api/v1/rule-overrides/${asked.body.id}/verdict`
    const yes = { decision: 'approved', note: 'Agreed.' }
    expect((await commissioner('POST', verdict, yes)).status).toBe(403)
    expect((await officer('POST', verdict, yes)).body.refusal).toBe('override-own')
    expect((await stranger('POST', verdict, yes)).status).toBe(404)
    expect((await rules())[0].isSettled).toBe(false)
    const second = await programOf('procurement-officer')
    expect((await second('POST', verdict, { decision: 'perhaps' })).status).toBe(400)
    expect((await second('POST', verdict, yes)).status).toBe(200)
    expect((await rules())[0]).toMatchObject({
      isSettled: true,
      setAside: { id: asked.body.id, reason, decision: 'approved', note: 'Agreed.' },
    })
    expect((await second('POST', verdict, yes)).body.refusal).toBe('override-decided-already')
    expect(await auditOf(db, purchase.id)).toEqual(
      expect.arrayContaining(['RULE_OVERRIDE_ASKED', 'RULE_OVERRIDE_APPROVED']),
    )
  })

  test.each(['nothing', '01990000-0000-7000-8000-000000000009'])('a request %s is not there', async (id) =>
    expect(
      (await officer('POST', `/api/v1/rule-overrides/${id}/verdict`, { decision: 'refused' })).status,
    ).toBe(404),
  )
})
