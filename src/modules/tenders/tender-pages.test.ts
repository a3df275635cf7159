import { describe, expect, test } from 'vitest'
import {
  addMembership,
  createOrganisation,
  createPerson,
  permissionsOf,
  type Role,
  setHomePlace,
} from '#identity'
import { installShippedFrameworks } from '#measures'
import { definePlace } from '#places'
import { createOpeningKey } from '#sealing'
import { newId } from '../../platform/ids.ts'
import { runTestCommand } from '../../platform/testing/run-test-command.ts'
import { aVisitor, openTestApp } from '../../platform/testing/test-app.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { tellReaders } from './actions/tell-readers.ts'
import { closeTenders } from './actions/watch.ts'
import { api } from './api.ts'
import { givePublishedTender, giveTenderDraft } from './builders.ts'
import { commands } from './commands.ts'
import { jobs } from './jobs.ts'
import { pages } from './routes.ts'
import { noteBidReceived } from './store/versions.ts'

const db = await openTestDatabase(['send-mail', 'tell-tender-readers'])
await installShippedFrameworks(db.services)
const app = await openTestApp(db, { pages, api })
const anAuthority = async (name: string) => {
  const made = await createOrganisation(db.context({ kind: 'command' }, null), {
    name,
    kind: 'council',
    isAuthority: true,
    homePlaceId: null,
  })
  if (!made.ok) throw new Error(made.refusal)
  return db.context({ kind: 'command' }, made.value.id)
}
const council = await anAuthority('Northmere City Council')
const other = await anAuthority('Ashby Borough Council')
const as = (role: Role, authorityId = council.authorityId) =>
  app.as(aVisitor({ authorityId, permissions: [...permissionsOf([role])] }))
const officer = await as('procurement-officer')
/** Three officers with opening keys, as the form for publishing names them. */
const holders = await (async () => {
  const fields: Record<string, string> = {}
  for (const number of [1, 2, 3]) {
    const operator = db.context({ kind: 'command' }, null)
    const made = await createPerson(operator, {
      email: `officer-${number}@a.example`,
      name: `Officer ${number}`,
      password: null,
    })
    if (!made.ok) throw new Error(made.refusal)
    await addMembership(
      db.context({ kind: 'command' }, council.authorityId),
      made.value,
      'procurement-officer',
    )
    const person = db.context({ kind: 'person', personId: made.value }, council.authorityId)
    await createOpeningKey(person, 'velvet harbour ninepins')
    fields[`holder-${number}`] = made.value
  }
  return fields
})()
const public_ = app.client()
const DAY = 86_400_000
const inDays = (days: number) => new Date(council.clock.now().getTime() + days * DAY)
const dayFields = (name: string, moment: Date) => ({
  [`${name}-day`]: String(moment.getUTCDate()),
  [`${name}-month`]: String(moment.getUTCMonth() + 1),
  [`${name}-year`]: String(moment.getUTCFullYear()),
  [`${name}-time`]: moment.toISOString().slice(11, 16),
})
const lettersTo = async (email: string) =>
  (
    await db.query('select subject, body_text from platform.mail where recipient = $1 order by created_at', [
      email,
    ])
  ).map((row) => ({ subject: String(row.subject), text: String(row.body_text) }))
const linkIn = (text: string | undefined): string =>
  /http:\/\/localhost:3000(\S+)/.exec(text ?? '')?.[1] ?? ''

describe('an officer', () => {
  test('finds what stops a draft, puts it right, and publishes it for everybody', async () => {
    const draft = await giveTenderDraft(council, { text: { category: '', title: 'Cleaning of schools' } })
    const page = await officer.get(`/tenders/${draft.id}`)
    expect(page.text).toContain('The category is missing')
    expect(page.forms.some(({ buttons }) => buttons.includes('Publish'))).toBe(false)
    await officer.get(`/tenders/${draft.id}/edit`)
    const wrong = await officer.submit({ category: 'cleaning', 'deadline-time': 'noon' })
    expect(wrong.errors.map(({ href }) => href)).toEqual(['#category', '#deadline-time'])
    const saved = await officer.submit({ category: '90911200-8', 'deadline-time': '12:00' })
    expect(saved).toMatchObject({ status: 200, h1: 'Cleaning of schools' })
    expect((await public_.get(`/opportunities/${draft.reference}`)).status).toBe(404)
    const alone = await officer.submit({ ...holders, 'holder-2': holders['holder-1'] }, 'Publish')
    expect(alone.errors[0]).toMatchObject({ href: '#holder-1' })
    const published = await officer.submit(holders, 'Publish')
    expect(published.text).toContain('Published.')
    const open = await public_.get(`/opportunities/${draft.reference}`)
    expect(open.links).toContainEqual({ text: 'Bid for this', href: `/workspace/tenders/${draft.reference}` })
    expect(open.text).toContain('Server time now: 22 November 2026 at 12:00:00pm GMT')
    expect(open.text).toContain('How will you do the work?')
    expect(open.tables[0]?.map((row) => row[0])).toEqual([
      'Criterion',
      'CriterionPrice',
      'CriterionQuality',
      'CriterionOffer',
      'CriterionHow',
    ])
  })

  test('changes questions, lots and conditions of a draft, and nothing that somebody else changed meanwhile', async () => {
    const { id } = await giveTenderDraft(council)
    await officer.get(`/tenders/${id}/questions/new`)
    expect((await officer.submit({ text: '' })).errors[0]?.text).toBe('Enter the question')
    const added = await officer.submit({
      text: 'Who leads the crew?',
      wordLimit: '100',
      criterion: 'Quality',
    })
    expect(added.text).toContain('Q6 Who leads the crew?')
    const removed = await officer.submit({}, `/tenders/${id}/questions/Q1/remove`)
    expect(removed.text).toContain('Q5 Who leads the crew?')
    await officer.get(`/tenders/${id}/content`)
    const lots = await officer.submit({
      'lot-name-0': 'North',
      'lot-name-1': 'South',
      'lot-value-1': '60,000',
      conditions: 'Insured for £5m\n',
    })
    expect(lots.text).toContain('Lot B: South')
    expect(lots.text).toContain('Insured for £5m')
    await officer.get(`/tenders/${id}/content`)
    expect((await officer.submit({ seen: '1' })).errors[0]?.text).toContain(
      'Somebody else changed this tender',
    )
  })

  test('adds documents; hostile ones are refused with a sentence', async () => {
    const { id, reference } = await giveTenderDraft(council)
    const send = async (name: string, content: string) => {
      await officer.get(`/tenders/${id}`)
      const form = `/tenders/${id}/documents`
      return officer.upload({ field: 'file', name, content }, { documentTitle: 'Map' }, form)
    }
    expect((await send('x.svg', '<svg xmlns="x"><script>alert(1)</script></svg>')).errors[0]?.text).toContain(
      'would run',
    )
    expect((await send('../../x.exe', 'MZ\x90')).errors[0]?.text).toContain('by its content')
    expect((await send('sites.csv', 'site,rooms\nLibrary,4\n')).text).toContain('The document was added')
    await officer.submit(holders, 'Publish')
    const link = (await public_.get(`/opportunities/${reference}`)).links.find(({ text }) => text === 'Map')
    const file = await public_.request({ method: 'GET', url: link?.href ?? '' })
    expect(file.body).toContain('Library')
    expect(file.headers['content-disposition']).toContain('attachment')
  })

  test('amends with a reason and enough time; all read what changed', async () => {
    const { id, reference } = await givePublishedTender(council, { deadline: inDays(5) })
    await officer.get(`/tenders/${id}/questions/Q3`)
    await officer.submit({ text: 'How will you do the work, week by week?' })
    await officer.get(`/tenders/${id}/amend`)
    expect((await officer.submit()).errors[0]?.text).toBe('Say why. Everybody reads the reason')
    const short = await officer.submit({ reason: 'A bidder asked what was meant.' })
    expect(short.errors[0]).toMatchObject({ href: '#deadline-day' })
    expect(short.text).toContain('2 December 2026 at midday or later')
    const amended = await officer.submit(dayFields('deadline', inDays(12)))
    expect(amended.text).toContain('The new version is published')
    const changes = await public_.get(`/opportunities/${reference}/changes`)
    expect(changes.text).toContain('Why: A bidder asked what was meant.')
    expect(changes.text).toContain('Question Q3 was changed')
    expect((await public_.get(`/opportunities/${reference}`)).text).toContain('week by week')
  })

  test('changes weights before the first bid only', async () => {
    const { id } = await givePublishedTender(council)
    await officer.get(`/tenders/${id}/criteria`)
    expect((await officer.submit({ 'weight-0': '50' })).errors[0]?.text).toContain('add up to 100')
    await officer.submit({ 'weight-0': '50', 'weight-1': '30' })
    await inTransaction(db.context({ kind: 'nobody' }, null), (tx) => noteBidReceived(tx, id))
    await officer.get(`/tenders/${id}/amend`)
    expect((await officer.submit({ reason: 'Better' })).errors[0]?.text).toContain('cannot change any more')
  })

  test('gives everybody more time for an outage, and writes it down', async () => {
    const { id, reference } = await givePublishedTender(council, { deadline: inDays(0.05) })
    await officer.get(`/tenders/${id}/extend`)
    const outage = {
      ...dayFields('from', inDays(-0.02)),
      ...dayFields('until', inDays(-0.01)),
      what: 'The line was down',
    }
    const logged = await officer.submit(outage, 'Add to the log')
    expect(logged.text).toContain('The outage is in the log')
    expect(logged.text).toContain('The rule says: 23 November 2026')
    await officer.submit({ reason: 'The line was down' }, 'Give everybody more time')
    const changes = await public_.get(`/opportunities/${reference}/changes`)
    expect(changes.text).toContain('to 23 November 2026 at 1:12:00pm GMT. The line was down')
    await officer.get(`/tenders/${id}/extend`)
    const back = await officer.submit(
      { reason: 'x', ...dayFields('to', inDays(0.01)) },
      'Give everybody more time',
    )
    expect(back.errors[0]).toMatchObject({ href: '#to-day' })
  })

  test('cancels with a reason that all read', async () => {
    const { id, reference } = await givePublishedTender(council)
    await officer.get(`/tenders/${id}`)
    expect((await officer.submit({}, 'Cancel the tender')).errors[0]?.href).toBe('#reason')
    await officer.submit({ reason: 'The money is gone.' }, 'Cancel the tender')
    expect((await public_.get(`/opportunities/${reference}`)).text).toContain('Cancelled: The money is gone.')
  })
})

describe('a question', () => {
  test('is asked from a proved address, answered without the asker, and told to who follows', async () => {
    const { id, reference } = await givePublishedTender(council)
    const ask = `/opportunities/${reference}/ask`
    await public_.get(ask)
    expect((await public_.submit({ text: '', name: '', email: 'x' })).errors).toHaveLength(3)
    await public_.submit({
      text: 'May Hawthorn bid for half?',
      name: 'Hawthorn Ltd',
      email: 'ann@hawthorn.example',
    })
    expect((await officer.get(`/tenders/${id}`)).text).toContain('No question waits')
    const [letter] = await lettersTo('ann@hawthorn.example')
    expect(letter?.subject).not.toMatch(/hawthorn|ann/i)
    await public_.get(linkIn(letter?.text))
    await public_.submit()
    const waiting = await officer.get(`/tenders/${id}`)
    expect(waiting.text).toContain('Hawthorn Ltd')
    await public_.get(`/opportunities/${reference}/follow`)
    await public_.submit({ email: 'bea@mill.example' })
    await public_.get(linkIn((await lettersTo('bea@mill.example'))[0]?.text))
    await public_.submit()
    await officer.get(waiting.links.find(({ href }) => href.includes('/enquiries/'))?.href ?? '')
    const warned = await officer.submit({ answer: 'No.' }, 'Publish to everybody')
    expect(warned.errors[0]?.text).toContain('may tell who asked')
    await officer.submit({ question: 'May one bid for half?', answer: 'No.' }, 'Publish to everybody')
    const page = await public_.get(`/opportunities/${reference}`)
    expect(page.text).toContain('1. May one bid for half?')
    expect(page.html).not.toMatch(/hawthorn/i)
    expect(await tellReaders(council, id, 'answered', newId())).toBe(1)
    const told = (await lettersTo('bea@mill.example')).at(-1)
    expect(told?.subject).toBe('A question was answered: Cleaning of libraries')
    const leave = /\/opportunities\/leave\/\S+/.exec(told?.text ?? '')?.[0] ?? ''
    await public_.get(leave)
    await public_.submit()
    expect(await tellReaders(council, id, 'answered', newId())).toBe(0)
  })

  test('that came by telephone is written down, put into other words and shared like every other', async () => {
    const { id, reference } = await givePublishedTender(council)
    const path = `/tenders/${id}/enquiries/new`
    expect((await officer.get(`/tenders/${id}`)).links.map(({ href }) => href)).toContain(path)
    await officer.get(path)
    const wrong = await officer.submit({ text: 'Are there keys?' })
    expect(wrong.errors.map(({ text }) => text)).toEqual(['Choose how it was asked', 'Enter who asked'])
    expect(wrong.html).toContain('Are there keys?')
    const text = 'We at Kestrel clean at night. Do we get keys?'
    const noted = await officer.submit({ cameBy: 'telephone', name: 'Kestrel Cleaning Ltd', text })
    expect(noted.text).toContain('Written down.')
    expect(noted.text).toContain('Kestrel Cleaning Ltd, by telephone')
    expect((await officer.submit({ answer: 'Yes.' }, 'Publish to everybody')).errors[0]?.text).toContain(
      'may tell who asked',
    )
    await officer.submit({ question: 'Are keys handed out?', answer: 'Yes.' }, 'Publish to everybody')
    const page = await public_.get(`/opportunities/${reference}`)
    expect(page.text).toContain('1. Are keys handed out?')
    expect(page.html).not.toMatch(/kestrel/i)
    const entry = await db.query(
      `select facts from platform.audit_entry where name = 'QUESTION_NOTED' and subject = $1`,
      [id],
    )
    expect(entry).toMatchObject([{ facts: { cameBy: 'telephone' } }])
    const stranger = await as('procurement-officer', other.authorityId)
    expect((await stranger.get(path)).status).toBe(404)
    expect((await (await as('councillor')).get(path)).status).toBe(403)
  })

  test('is not taken after its time', async () => {
    const { reference } = await givePublishedTender(council, { deadline: inDays(3) })
    expect((await public_.get(`/opportunities/${reference}/ask`)).text).toContain(
      'The time for questions was over',
    )
    const [row] = await db.query('select id from tenders.tender where reference = $1', [reference])
    const page = await officer.get(`/tenders/${row?.id}/enquiries/new`)
    expect(page.text).toContain('The time for questions was over')
    const late = { cameBy: 'telephone', name: 'Kestrel', text: 'Late?' }
    expect((await officer.post(`/tenders/${row?.id}/enquiries/new`, late)).text).toContain(
      'The time for questions is over',
    )
  })
})

describe('letters', () => {
  test('go to confirmed addresses whose wishes fit, and to nobody else', async () => {
    const wish = async (email: string, fields: Record<string, string>, isConfirmed = true) => {
      await public_.get('/opportunities/letters')
      expect((await public_.submit({ email, ...fields })).text).toContain('We have sent a link')
      if (!isConfirmed) return
      await public_.get(linkIn((await lettersTo(email))[0]?.text))
      expect((await public_.submit()).h1).toBe('Letters have begun')
    }
    await wish('all@a.example', {})
    await wish('words@a.example', { words: 'window frames' })
    await wish('cpv@a.example', { categories: '44 4522' })
    await wish('place@a.example', { place: 'Ashby' })
    await wish('unproved@a.example', {}, false)
    const tender = await givePublishedTender(council, {
      text: { title: 'New windows and frames', category: '44220000' },
    })
    expect(await tellReaders(council, tender.id, 'published', newId())).toBe(3)
    expect(await lettersTo('place@a.example')).toHaveLength(1)
    expect(await lettersTo('unproved@a.example')).toHaveLength(1)
    // A worker that was killed after its commit takes the job up again, perhaps while another does.
    const job = jobs(db.services).find(({ name }) => name === 'tell-tender-readers')
    const news = { authorityId: council.authorityId, tenderId: tender.id, what: 'amended', newsId: newId() }
    await public_.get(`/opportunities/${tender.reference}/follow`)
    await public_.submit({ email: 'once@a.example' })
    await public_.get(linkIn((await lettersTo('once@a.example'))[0]?.text))
    await public_.submit()
    await Promise.all([job?.run(news), job?.run(news)])
    await job?.run(news)
    expect((await lettersTo('once@a.example')).map(({ subject }) => subject).slice(1)).toEqual([
      'Changed: New windows and frames',
    ])
    await job?.run({ ...news, newsId: newId() })
    expect(await lettersTo('once@a.example')).toHaveLength(3)
    // Nobody who works with the application's role can list the addresses.
    await expect(
      inTransaction<Record<string, { email: string }>, unknown>(council, (tx) =>
        tx.selectFrom('tenders.subscription').selectAll().execute(),
      ),
    ).rejects.toThrow('permission denied')
  })

  test('go to keepers of the directory who asked, where their category and their place fit', async () => {
    const listed = async (name: string, content: Record<string, unknown>, hears = true) => {
      const id = newId()
      await db.query(
        `insert into suppliers.directory_entry (id, name, keeper_email, state, created_at, hears_of_opportunities)
         values ($1, $2, $3, 'listed', now(), $4)`,
        [id, name, `${name.toLowerCase()}@keeper.example`, hears],
      )
      const whole = { kind: 'business', categories: ['45'], postcode: 'ZE1 0AA', covers: '', ...content }
      await db.query(
        'insert into suppliers.directory_listing (entry_id, content, listed_at) values ($1, $2, now())',
        [id, JSON.stringify({ name, ...whole })],
      )
      return id
    }
    const near = await anAuthority('Prestmere City Council')
    const place = await definePlace(near, {
      name: 'Prestmere',
      kind: 'city',
      parentId: null,
      parts: [{ kind: 'district', code: 'PR1' }],
    })
    if (!place.ok || near.authorityId === null) throw new Error('no place')
    await setHomePlace(near, near.authorityId, place.value)
    const inside = await listed('Inside', { postcode: 'PR1 2AB' })
    await listed('Covers', { covers: 'Prestmere and round about' })
    await listed('Elsewhere', {})
    await listed('Silent', { postcode: 'PR1 2AB' }, false)
    await listed('Cook', { postcode: 'PR1 2AB', categories: ['55'] })
    const text = { title: 'A new roof', category: '45261900', placeName: 'Prestmere' }
    const tender = await givePublishedTender(near, { text })
    await tellReaders(near, tender.id, 'published', newId())
    const told = async (name: string) => (await lettersTo(`${name}@keeper.example`)).length
    expect([await told('inside'), await told('covers')]).toEqual([1, 1])
    for (const name of ['elsewhere', 'silent', 'cook']) expect(await told(name)).toBe(0)
    expect((await lettersTo('inside@keeper.example'))[0]?.text).toContain(`/opportunities/for/${inside}`)

    const shown = await public_.get(`/opportunities/for/${inside}`)
    expect(shown.text).toContain('A new roof')
    expect(shown.text).toContain('In its category, and near it')
    const json = await public_.request({ method: 'GET', url: `/api/v1/directory/${inside}/opportunities` })
    expect(json.json()).toMatchObject({
      supplier: { name: 'Inside' },
      opportunities: [{ reference: tender.reference, nearness: 'near', buyer: 'Prestmere City Council' }],
    })
    const said = await runTestCommand(commands, db.services, 'tenders for-supplier', { args: [inside] })
    expect(said.lines[0]).toContain('A new roof')
    for (const id of ['x', newId(), "' or 1=1"])
      expect((await public_.get(`/opportunities/for/${encodeURIComponent(id)}`)).status).toBe(404)
  })

  test('are asked for five times an hour at most, in a form that knows addresses', async () => {
    await public_.get('/opportunities/letters')
    expect(
      (await public_.submit({ email: 'nobody', categories: 'bins' })).errors.map(({ href }) => href),
    ).toEqual(['#email', '#categories'])
    for (let count = 0; count < 5; count++) {
      await public_.get('/opportunities/letters')
      await public_.submit({ email: 'often@a.example', categories: '' })
    }
    await public_.get('/opportunities/letters')
    expect((await public_.submit({ email: 'often@a.example' })).errors[0]?.text).toContain(
      'Several letters wait',
    )
    expect((await public_.get('/opportunities/letters/unknown')).status).toBe(200)
    expect((await public_.submit()).status).toBe(404)
  })
})

describe('the list of opportunities', () => {
  test('finds by words, category, place and value, and exports what it shows', async () => {
    await givePublishedTender(council, {
      text: { title: 'Trees for Bellwharf', category: '77211600', placeName: 'Bellwharf' },
      deadline: inDays(1),
    })
    for (const query of ['q=tree', 'category=7721', 'place=bellw', 'q=trees&least=100000&most=130,000'])
      expect((await public_.get(`/opportunities?${query}`)).text, query).toContain('Trees for Bellwharf')
    for (const query of [
      'q=%27%22%29%3B',
      'category=9',
      'place=%25x',
      'least=1000000',
      'state=closed&q=tree',
    ])
      expect((await public_.get(`/opportunities?${query}`)).text, query).not.toContain('Trees for Bellwharf')
    const csv = await public_.request({ method: 'GET', url: '/opportunities.csv?q=tree' })
    expect(csv.body.split('\r\n')).toHaveLength(3)
    const calendar = await public_.request({ method: 'GET', url: '/opportunities.ics?q=tree' })
    expect(calendar.body).toContain('SUMMARY:Bids due: Trees for Bellwharf')
    expect((await public_.get('/opportunities.exe')).status).toBe(404)
  })

  test('closes tenders once, at their deadline', async () => {
    const { id } = await givePublishedTender(council, { deadline: inDays(-1) })
    expect(await closeTenders(db.services)).toBeGreaterThan(0)
    expect(await closeTenders(db.services)).toBe(0)
    expect((await officer.get(`/tenders/${id}`)).text).toContain('Closed')
  })
})

describe('who may do what', () => {
  test('another authority sees no draft, and changes nothing', async () => {
    const draft = await giveTenderDraft(council)
    const { id } = await givePublishedTender(council)
    const stranger = await as('procurement-officer', other.authorityId)
    for (const path of ['', '/edit', '/questions', '/amend', '/extend'])
      for (const tender of [draft.id, id])
        expect((await stranger.get(`/tenders/${tender}${path}`)).status, path).toBe(404)
    await stranger.get('/opportunities/letters')
    for (const path of ['/publish', '/cancel', '/amend', '/extend', '/drop'])
      expect((await stranger.post(`/tenders/${id}${path}`, { seen: '2', reason: 'x' })).status, path).toBe(
        404,
      )
  })

  test.each([
    ['councillor', '', 200],
    ['councillor', '/edit', 403],
    ['commissioner', '/edit', 200],
    ['evaluator', '', 403],
    ['supplier-lead', '', 403],
    ['supplier-member', '/amend', 403],
  ] as const)('a %s at %s: %s', async (role, path, status) => {
    const { id } = await giveTenderDraft(council)
    expect((await (await as(role)).get(`/tenders/${id}${path}`)).status).toBe(status)
  })

  test('a commissioner writes, and does not publish', async () => {
    const { id } = await giveTenderDraft(council)
    const commissioner = await as('commissioner')
    expect((await commissioner.get(`/tenders/${id}`)).text).toContain('A procurement officer publishes it')
    expect((await commissioner.post(`/tenders/${id}/publish`, { seen: '2' })).status).toBe(403)
  })

  test('nobody is let in without signing in', async () => {
    expect((await public_.get('/tenders')).path).toContain('/sign-in')
  })
})
