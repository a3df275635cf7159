import { z } from 'zod'
import { accept } from '../../../kernel/decision.ts'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import { seen } from '../../../platform/writes/fields.ts'
import { asWrite, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { changeBook } from '../actions/change-rule-book.ts'
import { saveContracts } from '../actions/known-contracts.ts'
import { influenceRulesJson, knownContractsJson, schemeJson } from '../books-json.ts'
import { bookRefusalSentence } from '../messages.ts'
import { contractBook, INFLUENCE_BOOK, influenceBook, schemeBook, schemeBookName } from '../rule-books.ts'
import { acting } from './acting.ts'

type Done = Awaited<ReturnType<typeof changeBook>>

const told = async (done: Done, read: () => Promise<object>): Promise<Written> =>
  done.ok ? { ok: true, value: await read() } : refused(done.refusal, bookRefusalSentence(done.refusal))

const version = z.object({ version: z.number() })
const row = { method: 'PUT', access: 'spend.manage' } as const
const seenBefore = { seen: seen.optional() }

const contracts = contractBook.extend(seenBefore).superRefine((book, issues) => {
  for (const [at, { supplier, endsOn }] of book.contracts.entries()) {
    if (supplier === '')
      issues.addIssue({ code: 'custom', path: ['contracts', at, 'supplier'], message: 'Name the supplier' })
    if (endsOn !== '' && !parsePlainDate(endsOn))
      issues.addIssue({
        code: 'custom',
        path: ['contracts', at, 'endsOn'],
        message: 'A day such as 2028-03-31, or empty',
      })
  }
})

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const scheme = schemeBook.extend(seenBefore).superRefine(({ entries, rules, choices }, issues) => {
  const codes = entries.map(({ code }) => code)
  for (const [at, code] of codes.entries())
    if (code === '' || codes.indexOf(code) !== at)
      issues.addIssue({
        code: 'custom',
        path: ['entries', at, 'code'],
        message: 'Each category has a code of its own',
      })
  for (const [at, { code }] of rules.entries())
    if (!codes.includes(code))
      issues.addIssue({ code: 'custom', path: ['rules', at, 'code'], message: 'No category has this code' })
  for (const [category, code] of Object.entries(choices))
    if (!codes.includes(code))
      issues.addIssue({ code: 'custom', path: ['choices', category], message: 'No category has this code' })
})

/** Books of rules whole: the next version stands in the place of the one before, which is kept. */
export const bookWrites: readonly Write[] = [
  asWrite({
    ...row,
    command: 'spend rules set',
    path: '/api/v1/spend/influence-rules',
    audit: 'INFLUENCE_RULES_CHANGED',
    page: 'spend/writes#rules',
    summary: 'Replace the rules of influenceable spend, in order: the first that fits decides',
    body: influenceBook.extend(seenBefore),
    answer: version.loose(),
    example:
      '{"rules":[{"subject":"category","test":"word","value":"Levy","outcome":"not","reason":"Set by statute."}]}',
    write: async (ctx, _params, { rules, seen: before }) =>
      told(
        await changeBook(
          acting(ctx),
          { name: INFLUENCE_BOOK, change: `All ${rules.length} rules replaced`, seen: before },
          () => accept({ rules }),
        ),
        () => influenceRulesJson(ctx),
      ),
  }),
  asWrite({
    ...row,
    command: 'spend contracts set',
    path: '/api/v1/spend/known-contracts',
    audit: 'CONTRACTS_CHANGED',
    page: 'spend/writes#contracts',
    summary: 'Replace the contracts that rules of influenceable spend know: last day and framework',
    body: contracts,
    answer: version.loose(),
    example:
      '{"contracts":[{"supplier":"Thornwick Care Ltd","category":"","title":"Care home block contract","endsOn":"2028-03-31","framework":""}]}',
    write: async (ctx, _params, { contracts: known, seen: before }) =>
      told(await saveContracts(acting(ctx), known, before), () => knownContractsJson(ctx)),
  }),
  asWrite({
    ...row,
    command: 'spend schemes set',
    path: '/api/v1/spend/schemes/:scheme',
    args: { scheme: { name: 'SCHEME', example: 'proclass' } },
    audit: 'SCHEME_CHANGED',
    page: 'spend/writes#schemes',
    summary:
      'Add a scheme of categories by its short name, or replace one: categories, rules and choices by hand',
    body: scheme,
    answer: version.loose(),
    example:
      '{"name":"ProClass","source":"Ours","entries":[{"code":"31","name":"Social care"}],"rules":[{"field":"category","test":"word","value":"care","code":"31"}],"choices":{}}',
    write: async (ctx, { scheme: slug = '' }, { seen: before, ...content }) => {
      if (!SLUG.test(slug) || slug.length > 100)
        return refused(
          'scheme-name',
          'The short name of a scheme is small letters, digits and hyphens: proclass.',
        )
      const change = { name: schemeBookName(slug), change: 'The whole scheme replaced', seen: before }
      return told(await changeBook(acting(ctx), change, () => accept(content)), () => schemeJson(ctx, slug))
    },
  }),
]
