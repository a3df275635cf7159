import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import {
  influenceRulesJson,
  knownContractsJson,
  networksJson,
  scenariosJson,
  schemeJson,
  schemesJson,
} from '../books-json.ts'

type Read = (ctx: Context, params: Readonly<Record<string, string>>) => Promise<object>

/** What programs read before they write: books of rules, networks and kept scenarios. */
export const BOOK_READS: readonly {
  readonly path: string
  readonly command: string
  readonly audit: string
  readonly summary: string
  readonly read: Read
}[] = [
  {
    path: 'influence-rules',
    command: 'spend rules show',
    audit: 'INFLUENCE_RULES_READ',
    summary: 'Show the rules of influenceable spend, in order; version 0 is as the product ships them',
    read: influenceRulesJson,
  },
  {
    path: 'known-contracts',
    command: 'spend contracts show',
    audit: 'CONTRACTS_READ',
    summary: 'Show the contracts that rules of influenceable spend know',
    read: knownContractsJson,
  },
  {
    path: 'schemes',
    command: 'spend schemes list',
    audit: 'SCHEMES_READ',
    summary: 'List the schemes of categories',
    read: schemesJson,
  },
  {
    path: 'schemes/:scheme',
    command: 'spend schemes show',
    audit: 'SCHEME_READ',
    summary: 'Show a scheme: its categories, rules, and what was mapped by hand',
    read: (ctx, { scheme = '' }) => schemeJson(ctx, scheme),
  },
  {
    path: 'networks',
    command: 'spend networks list',
    audit: 'NETWORKS_READ',
    summary: 'List the networks one is in or invited to, with their members',
    read: networksJson,
  },
  {
    path: 'scenarios',
    command: 'spend scenarios list',
    audit: 'SCENARIOS_READ',
    summary: 'List the scenarios of what-if that were kept, in the words of their addresses',
    read: scenariosJson,
  },
]

export const booksApi: readonly ApiRoute[] = BOOK_READS.map(({ path, audit, summary, read }) => ({
  method: 'GET',
  path: `/api/v1/spend/${path}`,
  access: 'spend.read',
  audit,
  page: `spend/api/books#${path}`,
  summary,
  answer: z.looseObject({}),
  handle: async ({ ctx, params }) => json(await read(ctx, params)),
}))
