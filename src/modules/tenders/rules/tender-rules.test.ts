import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VERSION_WORDS } from '../messages/version-words.ts'
import type { Change, Tender, TenderContent } from '../model.ts'
import { decideAmendment, earliestDeadline } from './amendment.ts'
import { givesAway } from './anonymity.ts'
import { type Compared, compareVersions } from './compare-versions.ts'
import { decideContent } from './content.ts'
import { contentFromAsk } from './content-from-ask.ts'
import { stateOf } from './deadlines.ts'
import { decideExtension, decideOutage, extensionOwed, silenceBetween } from './extension.ts'
import { londonClock, londonInstant } from './london-time.ts'
import { referencePrefix } from './reference.ts'

const at = (text: string) => new Date(`2026-11-${text}Z`)
const TEXTS = {
  notExcluded: 'Not excluded?',
  notExcludedHelp: '',
  wholeContract: 'All of it',
  price: 'Price?',
  priceHelp: '',
  offers: 'Offer?',
  offersHelp: '',
}
const criterion = (name: string, weight: string) =>
  ({
    name,
    weight,
    kind: 'quality',
    method: 'scale',
    benchmark: null,
    question: `${name}?`,
    wordLimit: 200,
  }) as const
const content: TenderContent = contentFromAsk(
  {
    introduction: 'What we want',
    lines: [],
    criteria: [criterion('Care', '60'), criterion('Time', '40')],
    lots: [
      { name: 'North', description: 'Two sites', valuePence: 100, isForSmallSuppliers: true },
      { name: 'South', description: '', valuePence: null, isForSmallSuppliers: false },
    ],
    isForSmallSuppliers: false,
    isVolumeGuaranteed: true,
    weightReason: '',
    lotsReason: '',
    proportionReason: '',
  },
  'f'.repeat(64),
  TEXTS,
)
const version = (change: Partial<TenderContent> = {}, documents: string[] = []) => ({
  title: 'Bins',
  summary: 'Empty them',
  content: { ...content, ...change },
  documents,
})

describe('the content of a tender', () => {
  test('has a lot for each of the ask, and a question for each criterion', () => {
    expect(content.lots.map(({ code, name }) => `${code} ${name}`)).toEqual(['A North', 'B South'])
    expect(content.questions.map(({ code, criterion: name }) => [code, name])).toEqual([
      ['Q1', null],
      ['Q2', 'Care'],
      ['Q3', 'Time'],
    ])
  })
  test('loses what points nowhere, and keeps weights at 100', () => {
    const [first] = content.questions
    const odd = { ...content, questions: first ? [{ ...first, lots: ['A', 'Z'], criterion: 'Gone' }] : [] }
    expect(decideContent(odd)).toMatchObject({ value: { questions: [{ lots: ['A'], criterion: null }] } })
    const light = { ...content, criteria: [criterion('Care', '60'), criterion('Time', '39.9')] }
    expect(decideContent(light)).toMatchObject({ refusal: 'weights-not-100' })
    expect(decideContent({ ...content, criteria: [criterion('Care', 'much')] })).toMatchObject({ ok: false })
    expect(decideContent({ ...content, conditions: Array<string>(21).fill('x') })).toMatchObject({
      refusal: 'too-much',
    })
  })
  test('has a reference of the council’s own name', () => {
    expect(referencePrefix('northmere-city-council')).toBe('northmere')
    expect(referencePrefix('council')).toBe('council')
  })
})

describe('a comparison of versions', () => {
  const compare = (before: Compared, after: Compared) => compareVersions(before, after, VERSION_WORDS)
  test('finds nothing in two that are the same', () => expect(compare(version(), version())).toEqual([]))
  test('tells what came, went and changed, and how much that touches', () => {
    const [first, second] = content.questions
    const questions =
      first && second
        ? [
            { ...first, help: 'More help' },
            { ...second, wordLimit: 100 },
          ]
        : []
    const changes = compare(version(), version({ questions, conditions: ['Insured'] }, ['Map']))
    expect(changes.map(({ part, name, touch }) => [part, name, touch])).toEqual([
      ['question', 'Q1', 'small'],
      ['question', 'Q2', 'substantial'],
      ['question', 'Q3', 'substantial'],
      ['condition', 'Insured', 'substantial'],
      ['document', 'Map', 'substantial'],
    ])
    expect(changes[1]).toMatchObject({
      before: expect.stringContaining('200'),
      after: expect.stringContaining('100'),
    })
  })
  test('names a method, a figure and a kind of answer in words, never by their codes', () => {
    const [first] = content.questions
    const priced = { ...criterion('Care', '60'), kind: 'price', method: 'relative-to-best' } as const
    const fixed = { ...priced, method: 'fixed-benchmark', benchmark: '120000' } as const
    const questions = first ? [{ ...first, kind: 'file' as const }] : []
    const [question, before] = compare(
      version({ criteria: [priced] }),
      version({ questions, criteria: [fixed] }),
    ).filter(({ part, name }) => part === 'criterion' || name === first?.code)
    expect(before).toMatchObject({
      before: expect.stringMatching(/^60 points of 100\. Relative: compared with the best bid/),
      after: expect.stringMatching(
        /^60 points of 100\. Fixed benchmark: compared with a figure we publish\. The figure is £120,000/,
      ),
    })
    expect([question?.before, question?.after].join()).toMatch(/\(yes or no.*\(a file/s)
  })
  test('takes a weight as a change of the criterion', () => {
    const criteria = [criterion('Care', '50'), criterion('Time', '50')]
    expect(compare(version(), version({ criteria })).map(({ part }) => part)).toEqual([
      'criterion',
      'criterion',
    ])
  })
})

const change = (touch: Change['touch'], part: Change['part'] = 'question'): Change => ({
  part,
  name: 'Q1',
  before: '',
  after: 'x',
  touch,
})
const tender: Pick<Tender, 'status' | 'deadline' | 'questionDeadline'> = {
  status: 'published',
  deadline: at('30T12:00'),
  questionDeadline: at('25T12:00'),
}
const amendment = {
  tender,
  changes: [change('substantial')],
  hasBids: false,
  reason: 'A bidder asked',
  deadline: null,
  now: at('15T12:00'),
}

describe('an amendment', () => {
  test.each([
    ['in time stands', {}, true],
    ['of something large needs ten days', { now: at('21T12:00') }, 'too-little-time'],
    ['of something small needs three', { now: at('26T12:00'), changes: [change('small')] }, true],
    ['with more time stands', { now: at('21T12:00'), deadline: new Date('2026-12-01T12:00Z') }, true],
    ['after the deadline is none', { now: at('30T12:00') }, 'deadline-passed'],
    ['without a reason is none', { reason: ' ' }, 'reason-missing'],
    ['of nothing is none', { changes: [] }, 'nothing-changed'],
    ['never brings the deadline forward', { deadline: at('29T12:00') }, 'deadline-not-later'],
    [
      'leaves criteria alone after bids',
      { hasBids: true, changes: [change('substantial', 'criterion')] },
      'criteria-frozen',
    ],
    ['may change else after bids', { hasBids: true }, true],
    ['is of a published tender', { tender: { ...tender, status: 'draft' as const } }, 'not-published'],
  ])('%s', (_, facts, outcome) => {
    const decision = decideAmendment({ ...amendment, ...facts })
    expect(decision.ok ? true : decision.refusal).toBe(outcome)
  })
  test('moves the end of questions with the deadline', () => {
    const deadline = new Date('2026-12-02T12:00Z')
    expect(decideAmendment({ ...amendment, deadline })).toMatchObject({
      value: { deadline, questionDeadline: at('27T12:00') },
    })
  })
  test('that is allowed always leaves the days it should', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 1440 }), fc.boolean(), (minutes, isSmall) => {
        const now = new Date(at('01T00:00').getTime() + minutes * 60_000)
        const changes = [change(isSmall ? 'small' : 'substantial')]
        const decision = decideAmendment({ ...amendment, changes, now })
        if (decision.ok) expect(decision.value.deadline >= earliestDeadline(changes, now)).toBe(true)
      }),
    )
  })
})

const WEEKEND = new Set(['2026-11-28', '2026-11-29'])
const isWorkingDay = (day: string) => !WEEKEND.has(day)
const outage = (from: string, to: string) => ({ fromAt: at(from), toAt: at(to) })

describe('an outage', () => {
  const deadline = at('27T12:00')
  test.each([
    ['long before the deadline changes nothing', outage('25T09:00', '25T11:00'), null],
    ['of ten minutes in the morning changes nothing', outage('27T08:00', '27T08:10'), null],
    [
      'of a quarter of an hour within a day puts it to the next working day',
      outage('26T14:00', '26T14:15'),
      '30T12:00',
    ],
    ['of a minute in the last two hours does', outage('27T11:50', '27T11:51'), '30T12:00'],
    ['that goes on past the deadline does', outage('27T11:59', '27T13:00'), '30T12:00'],
  ])('%s', (_, told, until) =>
    expect(extensionOwed([told], deadline, isWorkingDay).until).toEqual(until && at(until)),
  )
  test('adds up with others', () => {
    const two = [outage('27T01:00', '27T01:08'), outage('27T05:00', '27T05:07')]
    expect(extensionOwed(two, deadline, isWorkingDay)).toEqual({ minutesLost: 15, until: at('30T12:00') })
  })
  test('ends after it begins and is over', () => {
    expect(decideOutage(outage('20T10:00', '20T11:00'), at('21T00:00')).ok).toBe(true)
    expect(decideOutage(outage('20T11:00', '20T10:00'), at('21T00:00')).ok).toBe(false)
    expect(decideOutage(outage('20T10:00', '20T11:00'), at('20T10:30')).ok).toBe(false)
  })
  test('is noticed by silence', () => {
    expect(silenceBetween(null, at('20T10:00'))).toBeNull()
    expect(silenceBetween(at('20T10:00'), at('20T10:04'))).toBeNull()
    expect(silenceBetween(at('20T10:00'), at('20T10:05'))).toEqual(outage('20T10:00', '20T10:05'))
  })
})

describe('an extension', () => {
  const asked = { tender, to: at('30T18:00'), reason: 'Road closed', outage: null, now: at('30T11:00') }
  const away = outage('30T11:30', '30T12:30')
  test.each([
    ['before the deadline stands', {}, true],
    ['backwards is none', { to: at('30T12:00') }, 'deadline-not-later'],
    ['without a reason is none', { reason: '' }, 'reason-missing'],
    ['after the deadline is none', { now: at('30T12:00') }, 'deadline-passed'],
    ['after the deadline stands for an outage before it', { now: at('30T12:30'), outage: away }, true],
    [
      'after a day comes too late for that too',
      { now: new Date('2026-12-01T12:00Z'), outage: away },
      'deadline-passed',
    ],
    [
      'is not for bids that were opened',
      { tender: { ...tender, status: 'opened' as const } },
      'not-published',
    ],
  ])('%s', (_, facts, outcome) => {
    const decision = decideExtension({ ...asked, ...facts })
    expect(decision.ok ? true : decision.refusal).toBe(outcome)
  })
})

test('a published tender is closed from the moment of its deadline', () => {
  const { deadline } = tender
  expect(stateOf({ status: 'published', deadline }, new Date(deadline.getTime() - 1))).toBe('open')
  expect(stateOf({ status: 'published', deadline }, deadline)).toBe('closed')
  expect(stateOf({ status: 'cancelled', deadline }, deadline)).toBe('cancelled')
})

test.each([
  ['We at Hawthorn Cleaning would like to know', 'Hawthorn Cleaning Services Ltd', ['hawthorn', 'cleaning']],
  [
    'Write to ann@hawthorn.example or ring 0191 498 0123',
    'Mill Lane',
    ['ann@hawthorn.example', '0191 498 0123'],
  ],
  ['See https://hawthorn.example/about', '', ['https://hawthorn.example/about']],
  ['May we bid for lot B only, for the whole of the company?', 'The Company of Bakers Ltd', []],
])('%s gives away %s: %j', (text, name, found) => expect(givesAway(text, name)).toEqual(found))

describe('time in London', () => {
  test.each([
    ['2026-11-22', '12:00', '2026-11-22T12:00:00.000Z'],
    ['2026-07-01', '9:30', '2026-07-01T08:30:00.000Z'],
    ['2026-07-01', '00.15', '2026-06-30T23:15:00.000Z'],
  ])('%s at %s is %s', (day, time, iso) => expect(londonInstant(day, time)?.toISOString()).toBe(iso))
  test.each(['noon', '24:00', '12', '12:60', ''])('%j is none', (time) =>
    expect(londonInstant('2026-11-22', time)).toBeUndefined(),
  )
  test('is read as it was shown, at any minute but the two hours in which clocks change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 525_600 }), (minutes) => {
        const instant = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000)
        const { day, time } = londonClock(instant)
        fc.pre(!['2026-10-25', '2026-03-29'].includes(day))
        expect(londonInstant(day, time)).toEqual(instant)
      }),
    )
  })
})
