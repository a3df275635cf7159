import { describe, expect, test } from 'vitest'
import { someCriteria } from '../ask-builders.ts'
import { PLANNING_WRITES } from '../planning-writes.ts'
import { PURCHASES_PATH } from './planning-write.ts'
import { aComparison, anAskBody, anOptionBody, someScores } from './write-builders.ts'

describe('a write', () => {
  test.each([
    ['delivery-model', aComparison()],
    ['ask', anAskBody()],
  ])('of %s takes what is sound', (path, given) => {
    const { body } = PLANNING_WRITES.find((row) => row.path === `${PURCHASES_PATH}/:purchaseId/${path}`)!
    expect(body.safeParse(given).error?.issues ?? []).toEqual([])
  })

  test.each<[string, string, unknown]>([
    ['delivery-model', 'no seen', aComparison({ seen: undefined })],
    ['delivery-model', 'a weight below nothing', aComparison({ criteria: [{ name: 'A', weight: -1 }] })],
    [
      'delivery-model',
      'a weight of a million digits',
      aComparison({ criteria: [{ name: 'A', weight: '1e999999' }] }),
    ],
    [
      'delivery-model',
      'a score of six',
      aComparison({ options: [anOptionBody('A', { scores: [{ ...someScores[0], score: 6 }] })] }),
    ],
    [
      'delivery-model',
      'a score for nothing',
      aComparison({ options: [anOptionBody('A', { scores: [{ ...someScores[0], criterion: 'luck' }] })] }),
    ],
    [
      'delivery-model',
      'two scores for one criterion',
      aComparison({ options: [anOptionBody('A', { scores: [someScores[0], someScores[0]] })] }),
    ],
    [
      'delivery-model',
      'costs below nothing',
      aComparison({ options: [anOptionBody('A', { costsPence: [-1] })] }),
    ],
    [
      'delivery-model',
      'costs in fractions of a penny',
      aComparison({ options: [anOptionBody('A', { costsPence: [0.5] })] }),
    ],
    [
      'delivery-model',
      'two chosen',
      aComparison({
        options: [anOptionBody('A', { isChosen: true }), anOptionBody('B', { isChosen: true })],
      }),
    ],
    [
      'delivery-model',
      'nine options',
      aComparison({ options: Array.from({ length: 9 }, (_, n) => anOptionBody(`O${n}`)) }),
    ],
    ['delivery-model', 'a name that PostgreSQL cannot hold', aComparison({ need: 'a\u0000b' })],
    [
      'delivery-model/tests',
      'a limb of another test',
      {
        kind: 'vertical',
        body: 'G',
        testedOn: '2026-11-02',
        answers: [{ limb: 'H1', holds: true, evidence: '' }],
      },
    ],
    ['delivery-model/tests', 'a day that is none', { kind: 'vertical', body: 'G', testedOn: '2026-02-30' }],
    [
      'delivery-model/tests',
      'more than all',
      { kind: 'vertical', body: 'G', testedOn: '2026-11-02', outsidePercent: 101 },
    ],
    ['engagement/events', 'a kind nobody knows', { title: 'W', kind: 'party', heldOn: '2027-02-15' }],
    ['engagement/events', 'a title of nothing', { title: ' ', kind: 'visit', heldOn: '2027-02-15' }],
    [
      'engagement/invitations',
      'an address that is none',
      {
        eventId: '01990000-0000-7000-8000-000000000009',
        invitees: [{ supplierName: 'E', email: 'x@y\r\nBcc: z@z.example' }],
      },
    ],
    ['engagement/answers', 'an id that is none', { questionId: 'x', answer: 'Yes' }],
    ['ask', 'a list in place of an object', [anAskBody()]],
    ['ask', 'a minimum below nothing', anAskBody({ lines: [{ measure: 'skill-app-l2', minimum: '-1' }] })],
    [
      'ask',
      'one measure twice',
      anAskBody({ lines: [{ measure: 'skill-app-l2' }, { measure: 'skill-app-l2' }] }),
    ],
    ['ask', 'a method nobody knows', anAskBody({ criteria: [{ ...someCriteria[0], method: 'lottery' }] })],
    ['ask', 'a weight of nothing', anAskBody({ criteria: [{ ...someCriteria[0], weight: 0 }] })],
    ['ask', 'thirteen criteria', anAskBody({ criteria: Array.from({ length: 13 }, () => someCriteria[0]) })],
    ['ask', 'no reason', anAskBody({ because: '' })],
    ['ask', 'an endless text', anAskBody({ introduction: 'x'.repeat(4001) })],
  ])('of %s refuses %s with a sentence', (path, _what, given) => {
    const { body } = PLANNING_WRITES.find((row) => row.path === `${PURCHASES_PATH}/:purchaseId/${path}`)!
    const messages = body.safeParse(given).error?.issues.map(({ message }) => message) ?? []
    expect([messages.length > 0, messages.every((message) => message.length > 5)]).toEqual([true, true])
  })
})
