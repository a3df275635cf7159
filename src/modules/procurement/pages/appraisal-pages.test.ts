import { describe, expect, test } from 'vitest'
import { permissionsOf, type Role } from '#identity'
import type { Context } from '../../../platform/context.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../../platform/testing/test-database.ts'
import { changeAppraisal, publishAppraisal, recordControlTest } from '../actions/appraisals.ts'
import { aControlTest, anAppraisal } from '../appraisal-builders.ts'
import { aPlanningCouncil } from '../ask-builders.ts'
import { aPurchase } from '../builders.ts'
import { pages } from '../routes.ts'

const db = await openTestDatabase(['send-mail'])
const app = await openTestApp(db, { pages })
const council = await aPlanningCouncil(db)
const ctx: Context = db.context({ kind: 'command' }, council.id)
const browserOf = (role: Role) =>
  app.as(aVisitor({ authorityId: council.id, permissions: [...permissionsOf([role])] }))
const [commissioner, officer] = [await browserOf('commissioner'), await browserOf('procurement-officer')]
const purchase = await aPurchase(ctx, { stage: 'planning' })
const at = `/procurement/purchases/${purchase.id}`

describe('a delivery model appraisal', () => {
  test('begins with a page that teaches, and takes options through its form', async () => {
    const empty = await commissioner.get(`${at}/delivery-model`)
    expect(empty.text).toContain('Compare at least two ways')
    await commissioner.get(`${at}/delivery-model/options/new`)
    const wrong = await commissioner.submit({ name: '', costs: 'a lot', 'evidence-control': 'Kept' })
    expect(wrong.errors.map(({ href }) => href)).toEqual(['#name', '#costs'])
    expect(wrong.forms[0]?.fields).toMatchObject({ costs: 'a lot', 'evidence-control': 'Kept' })
    const saved = await commissioner.submit({ name: 'In-house', costs: '120,000 95,000.50' })
    expect(saved.text).toContain('£215,001 over 2 years')
    expect(saved.text).toContain('There are fewer than two options.')
  })

  test('is published whole, by those who approve, for everybody to read', async () => {
    await changeAppraisal(ctx, purchase.id, { seen: 1, change: () => anAppraisal() })
    const stale = await changeAppraisal(ctx, purchase.id, { seen: 1, change: () => anAppraisal() })
    expect(stale).toMatchObject({ refusal: 'appraisal-changed-meanwhile' })
    expect((await commissioner.post(`${at}/delivery-model/publish`, { seen: '2' })).status).toBe(403)
    await officer.get(`${at}/delivery-model`)
    const published = await officer.submit({}, `${at}/delivery-model/publish`)
    expect(published.text).toContain('The summary as published')
    expect(await publishAppraisal(ctx, purchase.id, 2)).toMatchObject({ refusal: 'appraisal-published' })
    const open = await app.client().get(`/delivery-models/${purchase.id}`)
    expect(open).toMatchObject({ status: 200, h1: 'How it is delivered: Grounds maintenance' })
    expect(open.text).toContain('Review of the service, page 3')
  })

  test('keeps what was published when it is changed afterwards', async () => {
    await changeAppraisal(ctx, purchase.id, {
      seen: 2,
      change: (content) => ({ ...content, need: 'Other.' }),
    })
    expect((await app.client().get(`/delivery-models/${purchase.id}`)).text).toContain('Parks that are safe')
  })

  test('says when a test of a controlled body is due again', async () => {
    const {
      id: _id,
      purchaseId: _purchase,
      personName: _name,
      ...draft
    } = aControlTest({ testedOn: '2024-05-01' })
    await recordControlTest(ctx, purchase.id, draft)
    const page = await commissioner.get(`${at}/delivery-model`)
    expect(page.text).toContain('Every test is met')
    expect(page.text).toContain('1 May 2025 Overdue')
    await commissioner.get(`${at}/delivery-model/tests/vertical`)
    const again = await commissioner.submit({ body: 'Northmere Green Ltd', outsidePercent: '22' })
    expect(again.text).toContain('Not met: the contract has to be procured')
    expect(again.text).not.toContain('Overdue')
  })
})

describe('market engagement', () => {
  const market = `${at}/engagement`

  test('plans, invites, answers and notes; the note is named by the change of the ask', async () => {
    await commissioner.get(market)
    await commissioner.submit({ title: 'Meet the buyer', heldOn: '2027-01-20' }, `${market}/events`)
    const wrong = await commissioner.submit({ invitees: 'nobody' }, `${market}/invitations`)
    expect(wrong.errors[0]?.text).toContain('this line has none: nobody')
    const invited = await commissioner.submit(
      { invitees: 'Green Hands CIC, hello@greenhands.example' },
      `${market}/invitations`,
    )
    expect(invited.text).toContain('hello@greenhands.example')
    const letters = await db.query(`select * from platform.mail where recipient = 'hello@greenhands.example'`)
    expect(letters).toHaveLength(1)
    const twice = await commissioner.submit(
      { invitees: 'Green Hands CIC, hello@greenhands.example' },
      `${market}/invitations`,
    )
    expect(twice.text).toContain('invited to this event already')
    await commissioner.submit(
      { question: 'Can we bid for one park?', askedBy: 'Green Hands' },
      `${market}/questions`,
    )
    const noted = await commissioner.submit(
      { learned: 'One crew cannot mow all parks.', soWhat: 'Lots' },
      `${market}/notes`,
    )
    expect(noted.text).toContain('It has not changed the ask.')
    const link = noted.links.find(({ href }) => href.includes('/ask/lots?note='))
    await commissioner.get(link?.href ?? '')
    await commissioner.submit({
      'lot-name-0': 'North',
      'lot-name-1': 'South',
      because: 'Two lots that a small crew can win',
    })
    expect((await commissioner.get(market)).text).toContain('Changed the ask in revision 1')
    const changes = await commissioner.get(`${at}/ask/changes`)
    expect(changes.text).toContain('One crew cannot mow all parks.')
    expect(changes.text).toContain('Lot added: North')
  })

  test('does not show who asked to those who only read', async () => {
    const councillor = await browserOf('councillor')
    const page = await councillor.get(market)
    expect(page.text).toContain('Can we bid for one park?')
    expect(page.text).not.toContain('asked by Green Hands')
  })
})
