import type { Command, CommandInput } from '../../platform/command.ts'
import type { JsonObject } from './model/json.ts'
import type { Release } from './model/release.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- each command answers in a shape of its own
type Answer = any

/** A command run as on a terminal: what it printed, warned and answered. */
export const runIt = async (
  command: Command,
  input: string,
  given: {
    readonly args?: readonly string[]
    readonly options?: CommandInput['options']
    readonly isJson?: boolean
  } = {},
) => {
  const out: string[] = []
  const err: string[] = []
  let answer: unknown
  const isJson = given.isJson ?? false
  const code = await command.run({
    services: undefined as never,
    args: given.args ?? [],
    options: given.options ?? {},
    terminal: {
      isJson,
      print: (text) => void (isJson || out.push(text)),
      answer: (value) => void (answer = value),
      warn: (text) => void err.push(text),
      progress: () => undefined,
      readInput: async () => input,
    },
  })
  return { code, out: out.join('\n'), err: err.join('\n'), answer: answer as Answer }
}

/** A release with a thread of social value in it, and nothing wrong. */
export const aRelease = (overrides: Partial<Release> = {}): Release & JsonObject =>
  ({
    ocid: 'ocds-gt0000-1',
    id: 'ocds-gt0000-1-003-contract',
    date: '2026-11-22T09:30:00Z',
    tag: ['contract'],
    initiationType: 'tender',
    language: 'en',
    parties: [
      { id: 'GB-LAE-NMR', name: 'Northmere Council', roles: ['buyer'] },
      { id: 'GB-COH-01234567', name: 'Fenwick Paths Ltd', roles: ['supplier'] },
    ],
    buyer: { id: 'GB-LAE-NMR', name: 'Northmere Council' },
    tender: {
      id: 't1',
      title: 'Repair of footpaths',
      status: 'complete',
      value: { amount: 240_000, currency: 'GBP', amountGross: 288_000 },
      procurementMethod: 'open',
      mainProcurementCategory: 'works',
      tenderPeriod: { startDate: '2026-05-01T00:00:00Z', endDate: '2026-06-05T12:00:00Z' },
      lots: [{ id: 'l1', title: 'North' }],
      socialValueAsks: [{ id: 'a1', title: 'Work for care leavers', unit: 'people', basis: 'fiscal' }],
    },
    awards: [
      {
        id: 'w1',
        status: 'active',
        date: '2026-08-01T00:00:00Z',
        value: { amount: 231_500.5, currency: 'GBP' },
        suppliers: [{ id: 'GB-COH-01234567', name: 'Fenwick Paths Ltd' }],
        relatedLots: ['l1'],
      },
    ],
    contracts: [
      {
        id: 'c1',
        awardID: 'w1',
        status: 'active',
        dateSigned: '2026-09-01T00:00:00Z',
        period: { startDate: '2026-09-15T00:00:00Z', endDate: '2029-09-14T23:59:59Z' },
        value: { amount: 231_500.5, currency: 'GBP' },
        socialValueCommitments: [
          { id: 'k1', ask: 'a1', quantity: 4, unit: 'people', basis: 'fiscal', status: 'promised' },
        ],
        implementation: {
          socialValueDeliveries: [
            {
              id: 'd1',
              commitment: 'k1',
              quantityReported: 2,
              quantityVerified: 1,
              status: 'partlyVerified',
            },
          ],
        },
      },
    ],
    ...overrides,
  }) as unknown as Release & JsonObject
