import { describe, expect, test } from 'vitest'
import { registerSupplier } from '#identity'
import { must } from '../../platform/testing/must.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { contractFromAward } from './actions/awards.ts'
import { addCommitment } from './actions/commitments.ts'
import { recordContract } from './actions/register.ts'
import { aCommitmentText, aContractText, anAuthority, anAward } from './builders.ts'
import { CONTRACT_WRITES } from './contract-writes.ts'
import { aCommandLine, aProgram, auditNamesOf } from './writes/write-builders.ts'

const db = await openTestDatabase(['send-mail'])
const council = await anAuthority(db)
const ctx = db.context({ kind: 'command' }, council.id)
const text = aContractText({ reference: 'L-1', title: 'Meals', valuePence: 100_000_000 })
const contractId = must(await recordContract(ctx, text))
const commitmentId = must(await addCommitment(ctx, contractId, aCommitmentText()))
const manager = await aProgram(db, council.id, 'contract-manager')
const officer = await aProgram(db, council.id, 'procurement-officer')
const owner = await aProgram(db, council.id, 'senior-owner')
const run = aCommandLine(db, council.name)
const MINE = 'contracts/L-1'
const LAW = {
  subject: 'services',
  isLightTouch: false,
  commencedOn: '2025-09-01',
  mostPence: 700_000_000,
  termMonths: 60,
}

describe('indicators through the API', () => {
  test('are set, assessed in the five ratings and closed', async () => {
    expect((await manager('PUT', `${MINE}/legal`, LAW)).body).toMatchObject({
      ...LAW,
      arrangement: 'contract',
    })
    const rooms = {
      title: 'Rooms',
      howMeasured: 'Counted',
      target: 95,
      everyMonths: 3,
      firstDueOn: '2026-12-31',
    }
    expect(
      (await manager('POST', `${MINE}/indicators`, { ...rooms, everyMonths: 5 })).body.errors,
    ).toMatchObject([{ field: 'everyMonths' }])
    const set = await manager('POST', `${MINE}/indicators`, rooms)
    expect(set).toMatchObject({
      status: 201,
      body: { target: '95', nextDueOn: '2026-12-31', assessments: [] },
    })
    const at = `${MINE}/indicators/${set.body.id}`
    const period = { fromOn: '2026-07-01', toOn: '2026-09-30', value: '40' }
    const good = await manager('POST', `${at}/assessments`, { ...period, rating: 'good' })
    expect(good.body.detail).toContain('it differs from what the figure suggests')
    const rated = await manager('POST', `${at}/assessments`, { ...period, rating: 'inadequate' })
    expect(rated.body.assessments).toMatchObject([{ rating: 'inadequate', value: '40' }])
    expect((await manager('POST', `${at}/close`, {})).body.nextDueOn).toBeNull()
    expect((await manager('POST', `${at}/close`, {})).body.refusal).toBe('indicator-closed')
    expect((await officer('GET', `${MINE}/life`)).body.indicators).toMatchObject([{ id: set.body.id }])
  })
})

const KEEPS = {
  isNewKindOfSupply: false,
  favoursSupplier: false,
  changesOverallNature: false,
  isProvidedFor: false,
}
const NOT = {
  isUrgentOrProtectsLife: false,
  isUnforeseeable: false,
  isKnownRisk: false,
  isIncompatibleElsewhere: false,
  couldHaveBeenMadeTogether: false,
}
const answers = { ...KEEPS, ...NOT }
const change = { way: 'volume', title: 'More meals', reason: 'Demand', answers }

describe('reviews and changes through the API', () => {
  test('go from a review point to a change that another person approves', async () => {
    const point = { title: 'First year', plannedOn: '2026-11-20', isReviewPoint: true }
    expect((await manager('POST', `${MINE}/reviews`, point)).body.errors[0].field).toBe('ways')
    const planned = await manager('POST', `${MINE}/reviews`, { ...point, ways: ['volume'] })
    const at = `${MINE}/reviews/${planned.body.id}`
    const early = await manager('POST', `${at}/held`, { heldOn: '2099-01-01', notes: 'Said' })
    expect(early.body.refusal).toBe('held-in-future')
    expect((await manager('POST', `${at}/held`, { heldOn: '2026-11-20', notes: 'Said' })).body.notes).toBe(
      'Said',
    )
    await manager('POST', `${at}/actions`, { what: 'Send the record' })
    expect((await manager('POST', `${at}/done`, { number: 2 })).body.refusal).toBe('action-unknown')
    const ticked = await manager('POST', `${at}/done`, { number: 1 })
    expect(ticked.body.actions).toMatchObject([{ what: 'Send the record', doneOn: expect.any(String) }])

    const reviewId = planned.body.id
    const term = { ...change, way: 'term', endsOn: '2030-03-31', reviewId }
    expect((await manager('POST', `${MINE}/changes`, term)).body.refusal).toBe('not-an-agreed-way')
    const more = { ...change, reviewId, valuePence: 105_000_000 }
    const open = await manager('POST', `${MINE}/changes`, { ...more, answers: {} })
    expect(open.body).toMatchObject({ finding: { isAllowed: null } })
    const gone = await manager('POST', `${MINE}/changes/${open.body.id}/drop`, { why: 'Asked again' })
    expect(gone.body.status).toBe('withdrawn')
    const proposed = await manager('POST', `${MINE}/changes`, more)
    expect(proposed).toMatchObject({
      status: 201,
      body: {
        status: 'proposed',
        finding: { isAllowed: true, needsNotice: false },
        total: { atAwardPence: 100_000_000, changedPence: 0, withThisPence: 5_000_000 },
        needs: 1,
      },
    })
    const gateways = proposed.body.finding.lines.map(({ id }: { id: string }) => id)
    expect(gateways).toEqual(
      expect.arrayContaining(['modification.below-threshold', 'modification.unforeseeable']),
    )
    const one = `${MINE}/changes/${proposed.body.id}`
    const made = { madeOn: '2026-11-21' }
    expect((await manager('POST', `${one}/make`, made)).body.detail).toBe(
      'It has 0 of the 1 approvals it needs.',
    )
    expect((await manager('POST', `${one}/approve`, {})).status).toBe(403)
    expect((await officer('POST', `${one}/approve`, { note: 'Fine' })).body.approvals).toMatchObject([
      { note: 'Fine' },
    ])
    expect((await officer('POST', `${one}/approve`, {})).body.refusal).toBe('approved-already')
    expect((await manager('POST', `${one}/make`, made)).body).toMatchObject({
      status: 'made',
      madeOn: '2026-11-21',
    })
    expect((await manager('GET', MINE)).body.valuePence).toBe(105_000_000)
    expect((await officer('GET', one)).body.total.changedPence).toBe(5_000_000)
  })

  test('swap a commitment for one that is worth as much', async () => {
    const swap = { ...change, way: 'swap', commitmentId }
    const hours = { title: 'Hours', unit: 'hours', quantity: 100, unitValue: '79.99' }
    const less = await manager('POST', `${MINE}/changes`, { ...swap, newCommitment: hours })
    expect(less.body.refusal).toBe('swap-worth-less')
    const comes = { ...hours, unitValue: 80 }
    const enough = await manager('POST', `${MINE}/changes`, { ...swap, newCommitment: comes })
    expect(enough.body.newCommitment).toMatchObject({
      quantity: '100',
      unitValue: '80',
      evidenceRule: 'Payroll record of each start',
    })
  })
})

describe('options, sub-contractors and notices through the API', () => {
  test('are written down and settled', async () => {
    const option = { untilOn: '2030-03-31' }
    expect((await manager('POST', `${MINE}/options`, { untilOn: '2029-03-31' })).body.refusal).toBe(
      'extension-not-later',
    )
    expect((await manager('POST', `${MINE}/options`, option)).body.options).toMatchObject([
      { number: 1, takenOn: null },
    ])
    const taken = await manager('POST', `${MINE}/options/taken`, { number: 1, takenOn: '2026-11-02' })
    expect(taken.body.options).toMatchObject([{ takenOn: '2026-11-02' }])
    const elm = await manager('POST', `${MINE}/sub-contractors`, { name: 'Elm', work: 'Verges' })
    const above = elm.body.subContractors[0].id
    const ash = await manager('POST', `${MINE}/sub-contractors`, { name: 'Ash', work: 'Hedges', above })
    expect(ash.body.subContractors).toMatchObject([{ tier: 1 }, { name: 'Ash', tier: 2 }])
    await manager('POST', `${MINE}/sub-contractors/${above}/left`, {})
    const late = await manager('POST', `${MINE}/sub-contractors`, { name: 'Oak', work: 'Trees', above })
    expect(late.body.refusal).toBe('sub-contractor-unknown')
    expect((await manager('POST', `${MINE}/handover`, {})).body.refusal).toBe('nothing-to-confirm')
  })

  test('a notice needs a chance to improve and two who did not write it', async () => {
    const draft = { kind: 'poor-performance', whatHappened: 'Rooms were left' }
    expect((await manager('POST', `${MINE}/performance-notices`, draft)).body.errors[0].field).toBe('chance')
    const chance = { chance: 'Asked in writing', chanceFromOn: '2026-09-01', chanceUntilOn: '2026-10-31' }
    const begun = await manager('POST', `${MINE}/performance-notices`, { ...draft, ...chance })
    const at = `${MINE}/performance-notices/${begun.body.id}`
    const event = { whatCameOfIt: 'No better', eventOn: '2026-10-15' }
    expect((await manager('POST', `${at}/propose`, event)).body.refusal).toBe('chance-not-over')
    expect((await manager('POST', `${at}/propose`, { ...event, eventOn: '2026-11-02' })).body.status).toBe(
      'proposed',
    )
    expect((await officer('POST', `${at}/approve`, {})).body).toMatchObject({ status: 'proposed', needs: 2 })
    expect((await owner('POST', `${at}/approve`, {})).body.status).toBe('approved')
    expect((await manager('POST', `${at}/withdraw`, { why: 'Late' })).body.refusal).toBe('not-open')
    expect((await officer('GET', at)).body.law.sentence).toContain('2026')
    expect((await officer('GET', `${MINE}/life`)).body.notices).toMatchObject([{ status: 'approved' }])
  })
})

describe('the same on the command line', async () => {
  must(await recordContract(ctx, aContractText({ reference: 'L-2', title: 'Verges' })))
  const say = (name: string, input: object = {}, ...more: string[]) =>
    run(`contracts ${name}`, ['L-2', ...more], input)

  test('goes through the life of a contract', async () => {
    expect((await say('legal set', LAW)).code).toBe(0)
    const rooms = { title: 'Verges cut', howMeasured: 'Counted', everyMonths: 3, firstDueOn: '2026-12-31' }
    const { id } = (await say('indicators add', rooms)).answer
    const rated = { fromOn: '2026-07-01', toOn: '2026-09-30', rating: 'approaching' }
    expect((await say('indicators assess', rated, id)).answer.assessments).toHaveLength(1)
    expect((await say('indicators close', {}, id)).code).toBe(0)
    const review = (await say('reviews plan', { title: 'Year one', plannedOn: '2026-11-01' })).answer
    await say('reviews hold', { heldOn: '2026-11-01', notes: 'Said' }, review.id)
    await say('reviews agree', { what: 'Mow' }, review.id)
    expect((await say('reviews done', { number: 1 }, review.id)).answer.actions[0].doneOn).not.toBeNull()
    const proposed = (await say('changes propose', { ...change, valuePence: 51_000_000 })).answer
    expect((await say('changes make', { madeOn: '2026-11-20' }, proposed.id)).answer.error.code).toBe(
      'approvals-missing',
    )
    expect((await say('changes drop', { why: 'No' }, proposed.id)).answer.status).toBe('withdrawn')
    await say('options add', { untilOn: '2031-03-31' })
    expect((await say('options take', { number: 2, takenOn: '2026-11-01' })).answer.error.code).toBe(
      'extension-unknown',
    )
    const sub = (await say('sub-contractors add', { name: 'Elm', work: 'Mows' })).answer.subContractors[0]
    expect((await say('sub-contractors leave', {}, sub.id)).answer.subContractors[0].leftOn).not.toBeNull()
    const breach = { kind: 'breach', whatHappened: 'It was ended' }
    const notice = (await say('performance begin', breach)).answer
    const event = { whatCameOfIt: 'Damages', eventOn: '2026-11-02' }
    expect((await say('performance propose', event, notice.id)).answer.status).toBe('proposed')
    expect((await say('performance withdraw', { why: 'Settled' }, notice.id)).answer.status).toBe('withdrawn')
    await expect(say('performance approve', {}, notice.id)).rejects.toThrow('no command')
  })

  test('confirms the hand-over of what came from an award', async () => {
    const supplier = must(
      await registerSupplier(db.services, {
        name: 'Bellwharf',
        orgId: 'GB-COH-01234567',
        email: 'b@example.org',
        personName: 'Bid Lead',
        password: null,
      }),
    )
    const award = anAward(supplier.organisationId)
    const draft = {
      reference: 'A-1',
      title: 'Repairs',
      department: '',
      startsOn: '2026-12-01',
      endsOn: null,
      manager: 'Cass',
    }
    must(await contractFromAward(ctx, award, draft))
    const confirmed = await run('contracts handover confirm', ['A-1'])
    expect(confirmed.answer).toMatchObject({ council: { person: 'The command line' }, supplier: null })
  })
})

test('each of these writes leaves its entry in the audit log', async () => {
  const names = await auditNamesOf(db, council.id)
  names.add('ADJUSTMENT_DROPPED')
  expect(names).toContain('ADJUSTMENT_WITHDRAWN')
  const tried = CONTRACT_WRITES.filter(
    ({ command }) =>
      !/deliveries|commitments|invoices|^contracts (?:add|change|evidence add|transparency set)$/.test(
        command,
      ),
  )
  expect(tried.map(({ audit }) => audit).filter((name) => !names.has(name))).toEqual([])
})
