import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LogEntry } from '../model.ts'
import { countWords } from './answers.ts'
import { FIRST_HASH, faultsOf, hashedText } from './log.ts'
import { pack, unpack } from './package.ts'
import { dueDocuments, dueReminder } from './reminders.ts'

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a package', () => {
  const header = {
    tenderId: 't',
    reference: 'northmere-2026-001',
    tenderVersion: 1,
    lot: 'A',
    supplierId: 's',
    supplierName: 'Ropewalk Joinery',
    supplierKey: null,
    nonce: 'n',
    answers: [],
    profile: null,
  }
  test('comes apart into what went in', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }), (contents) => {
        const files = contents.map(({ length }, index) => ({
          question: `Q${index}`,
          name: 'f.pdf',
          size: length,
          sha256: '',
        }))
        const whole = { header: { ...header, files }, contents }
        const unpacked = unpack(pack(whole))
        if (!unpacked.ok) throw new Error('refused')
        expect(unpacked.value.header).toEqual(whole.header)
        expect(unpacked.value.contents.map((bytes) => [...bytes])).toEqual(
          contents.map((bytes) => [...bytes]),
        )
      }),
    )
  })

  test('that is none is refused and never throws', () => {
    const whole = pack({ header: { ...header, files: [] }, contents: [] })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (noise) => {
        expect(unpack(noise).ok).toBe(false)
        expect(unpack(Buffer.concat([Buffer.from('GOLDTHREAD-BID-1\n'), noise])).ok).toBe(false)
      }),
    )
    expect(unpack(Buffer.concat([whole, Buffer.from('x')])).ok).toBe(false)
    expect(unpack(whole.subarray(0, -1)).ok).toBe(false)
  })
})

describe('a log', () => {
  const make = (count: number): LogEntry[] => {
    const entries: LogEntry[] = []
    for (let number = 1; number <= count; number++) {
      const entry = {
        tenderId: 't',
        number,
        at: new Date(1_790_000_000_000 + number),
        kind: 'submitted' as const,
        fingerprint: sha(String(number)),
        previousHash: entries.at(-1)?.hash ?? FIRST_HASH,
      }
      entries.push({ ...entry, hash: sha(hashedText(entry)) })
    }
    return entries
  }
  test('as it was written has no faults; changed, moved or thinned out it has', () => {
    const log = make(5)
    expect(faultsOf(log, sha)).toEqual([])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), (at) => {
        const changed = log.with(at, { ...(log[at] as LogEntry), fingerprint: sha('other') })
        expect(faultsOf(changed, sha)).toMatchObject([{ number: at + 1, problem: 'was changed' }])
        if (at < 4) expect(faultsOf(log.toSpliced(at, 1), sha).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('reminders', () => {
  const deadline = new Date('2026-12-01T12:00:00Z')
  const before = (minutes: number) => new Date(deadline.getTime() - minutes * 60_000)
  test.each([
    [1441, [], null],
    [1440, [], '24-hours'],
    [1440, ['24-hours'], null],
    [120, ['24-hours'], '2-hours'],
    [60, [], '2-hours'],
    [30, ['24-hours', '2-hours'], '30-minutes'],
    [5, ['24-hours', '2-hours', '30-minutes'], null],
    [0, [], null],
  ] as const)('%d minutes before, with %j sent: %s', (minutes, sent, mark) =>
    expect(dueReminder(deadline, before(minutes), [...sent])?.mark ?? null).toBe(mark),
  )
})

describe('a supplier is told of a document', () => {
  const liability = {
    id: '1',
    kind: 'insurance',
    title: 'Public liability',
    expiresOn: '2026-12-31',
  } as const
  const due = (today: string, sent: ('60-days' | '14-days')[] = [], others: object[] = []) =>
    dueDocuments([liability, ...(others as never[])], today, () => sent).map(({ mark, daysLeft, passed }) => [
      mark,
      daysLeft,
      passed.length,
    ])
  test.each([
    ['61 days before: not yet', '2026-10-31', [], []],
    ['60 days before', '2026-11-01', [], [['60-days', 60, 1]]],
    ['59 days before, told already', '2026-11-02', ['60-days'], []],
    ['14 days before', '2026-12-17', ['60-days'], [['14-days', 14, 1]]],
    ['uploaded late: one letter, not two', '2026-12-20', [], [['14-days', 11, 2]]],
    ['on its last day', '2026-12-31', [], [['14-days', 0, 2]]],
    ['told twice already', '2026-12-31', ['60-days', '14-days'], []],
    ['after its last day', '2027-01-01', [], []],
  ] as const)('%s', (_, today, sent, expected) => expect(due(today, [...sent])).toEqual(expected))

  test('not where the next one is there, nor of one that does not end', () => {
    const next = { ...liability, id: '2', title: 'public liability ', expiresOn: '2027-12-31' }
    expect(due('2026-12-20', [], [next])).toEqual([])
    expect(due('2026-12-20', [], [{ ...next, title: 'Employers’ liability' }])).toHaveLength(1)
    expect(due('2026-12-20', [], [{ ...next, title: 'Accounts', expiresOn: null }])).toHaveLength(1)
  })
})

test.each([
  ['', 0],
  ['  one  two\nthree ', 3],
  ['a – b', 2],
  ['co-operative, of course.', 3],
])('%j has %d words', (text, count) => expect(countWords(text)).toBe(count))
