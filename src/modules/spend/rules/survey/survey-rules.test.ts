import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers, Invitee, Question } from '../../model/survey.ts'
import { addressLines, readAddressLines } from './addresses.ts'
import { answerFault, isOpen, keptAnswers, readAnswerNumber } from './answers.ts'
import { readQuestions } from './questions.ts'
import { surveyResults } from './results.ts'

const question = (kind: Question['kind'], id = kind): Question => ({ id, kind, text: `${id}?`, hint: '' })
const invitee = (pence: number, answers: Answers | null, at = 0): Invitee => ({
  id: `i${at}`,
  supplierKey: `s${at}`,
  name: `Supplier ${at}`,
  pence,
  email: null,
  invitedAt: null,
  remindedAt: null,
  reminders: 0,
  answers: answers ?? {},
  savedAt: null,
  sentAt: answers ? new Date(0) : null,
})

/** Parts of a whole number that add up to it, as even as can be. */
const shareOut = (total: number, parts: number): number[] =>
  Array.from({ length: parts }, (_, at) => Math.floor(total / parts) + (at < total % parts ? 1 : 0))

/*
 * Published: Manchester City Council with CLES, survey of its top 300 suppliers: 158,591 volunteer hours,
 * 665 apprenticeships, 1,302 jobs, 1,788 opportunities for people far from work, 79 % paying a living wage.
 */
describe("Manchester's published survey", () => {
  const RESPONDENTS = 100
  const published = { hours: 158_591, apprenticeships: 665, jobs: 1302, opportunities: 1788 }
  const questions = [
    ...Object.keys(published).map((id) => question('number', id as never)),
    question('yes-no', 'wage' as never),
  ]
  const answersOf = (at: number): Answers => ({
    ...Object.fromEntries(
      Object.entries(published).map(([id, total]) => [id, String(shareOut(total, RESPONDENTS)[at])]),
    ),
    wage: at < 79 ? 'yes' : 'no',
  })
  const invitees = Array.from({ length: 300 }, (_, at) =>
    invitee(100_000_000, at < RESPONDENTS ? answersOf(at) : null, at),
  )
  const { response, questions: results } = surveyResults(questions, invitees)

  test('comes out: totals to the unit, 79 % of those who answered', () => {
    expect(results.slice(0, 4).map((result) => result.kind === 'number' && result.total.toNumber())).toEqual([
      158_591, 665, 1302, 1788,
    ])
    expect(results[4]).toMatchObject({ share: 0.79, yes: 79 })
  })

  test('says whom it stands for, and never that the silent agree', () => {
    expect(response).toEqual({
      answered: 100,
      invited: 300,
      pence: 10_000_000_000,
      penceInvited: 30_000_000_000,
    })
    expect(results[4]).toMatchObject({ least: 79 / 300, most: 279 / 300 })
    expect(results[0]?.kind === 'number' && results[0].weighted?.toNumber()).toBe(475_773)
  })
})

describe('results', () => {
  test('weigh by spending: one large supplier outweighs two small ones', () => {
    const them = [
      invitee(800, { 'yes-no': 'yes', share: '50' }, 1),
      invitee(100, { 'yes-no': 'no', share: '0' }, 2),
      invitee(100, { 'yes-no': 'no', share: '20%' }, 3),
    ]
    const [yes, share] = surveyResults([question('yes-no'), question('share')], them).questions
    expect(yes).toMatchObject({ share: 1 / 3, weighted: 0.8 })
    expect(share?.kind === 'share' && [share.weighted?.toNumber(), share.mean?.toFixed(2)]).toEqual([
      42,
      '23.33',
    ])
  })

  test('leave out what was saved and never sent, and say nothing where nobody answered', () => {
    const unsent = { ...invitee(100, { number: '5' }), sentAt: null }
    const [number] = surveyResults([question('number')], [unsent]).questions
    expect(number).toMatchObject({ stand: { answered: 0, invited: 1 }, weighted: null })
    const [none] = surveyResults([question('yes-no')], []).questions
    expect(none).toMatchObject({ share: null, weighted: null, least: 0, most: 0 })
  })

  test('lie within their ranges, whoever answers what', () => {
    const anInvitee = fc.record({
      pence: fc.integer({ min: 1, max: 1e12 }),
      answer: fc.option(fc.constantFrom('yes', 'no', '', 'maybe')),
      number: fc.nat(1e6),
    })
    fc.assert(
      fc.property(fc.array(anInvitee, { maxLength: 30 }), (them) => {
        const invitees = them.map(({ pence, answer, number }, at) =>
          invitee(pence, answer === null ? null : { 'yes-no': answer, number: String(number) }, at),
        )
        const [yes, number] = surveyResults([question('yes-no'), question('number')], invitees).questions
        if (yes?.kind !== 'yes-no' || number?.kind !== 'number') throw new Error('wrong kinds')
        if (yes.share !== null) {
          const ofAll = yes.yes / invitees.length
          expect(yes.least).toBeLessThanOrEqual(ofAll)
          expect(yes.most).toBeGreaterThanOrEqual(ofAll)
        }
        if (number.weighted) expect(number.weighted.gte(number.total)).toBe(true)
      }),
    )
  })
})

describe('an answer', () => {
  test.each([
    ['number', '1,250.5', null],
    ['number', '', null],
    ['number', '-1', 'number'],
    ['number', 'about 12', 'number'],
    ['number', '1e9', 'number'],
    ['number', '9'.repeat(400), 'number'],
    ['share', '35%', null],
    ['share', '101', 'share'],
    ['yes-no', 'yes', null],
    ['yes-no', 'perhaps', 'yes-no'],
    ['text', '<script>', null],
  ] as const)('of the kind %s, %j: %s', (kind, text, fault) =>
    expect(answerFault(question(kind), text)).toBe(fault),
  )

  test('is kept for this survey’s questions only, at most so long', () => {
    expect(keptAnswers([question('text')], { text: 'a\0b'.repeat(9), other: 'x' }, 5)).toEqual({
      text: 'ababa',
    })
  })

  test('never breaks the reader', () => {
    fc.assert(fc.property(fc.string(), (text) => readAnswerNumber(text)?.gte(0) ?? true))
  })

  test('is taken to the end of the last day', () => {
    const survey = { state: 'open', closesOn: '2026-11-22' } as const
    expect(isOpen(survey, '2026-11-22')).toBe(true)
    expect(isOpen(survey, '2026-11-23')).toBe(false)
    expect(isOpen({ ...survey, state: 'draft' }, '2026-11-22')).toBe(false)
  })
})

describe('questions', () => {
  test('keep their names, lose those whose words were cleared, and are named once', () => {
    const typed = (id: string, text: string) => ({ id, text, hint: '', kind: 'number' })
    expect(
      readQuestions([
        typed('jobs', 'Jobs?'),
        typed('hours', ' '),
        typed('', 'Jobs!'),
        typed('jobs', 'Again'),
      ]).map(({ id }) => id),
    ).toEqual(['jobs', 'jobs-2', 'again'])
  })
})

describe('addresses', () => {
  const them = [
    { id: '1', name: 'Smith, Jones & Co; Ltd', email: null },
    { id: '2', name: 'Bell', email: 'b@bell.example' },
  ]
  const read = (text: string) => readAddressLines(text, them, (one) => /\S+@\S+/.exec(one)?.[0])

  test('come back as they were written out', () => {
    const { addresses, faults } = read(addressLines(them))
    expect([[...addresses], faults]).toEqual([[['2', 'b@bell.example']], []])
  })
  test('are read from two columns of a spreadsheet, and a line for nobody is named', () => {
    const { addresses, faults } = read('SMITH JONES & CO LTD\ta@b.example\nNobody; x@y.example\nBell; no')
    expect([...addresses]).toEqual([['1', 'a@b.example']])
    expect(faults).toEqual(['Nobody; x@y.example', 'Bell; no'])
  })
})
