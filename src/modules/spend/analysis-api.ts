import { z } from 'zod'
import { Unusable } from '../../platform/errors.ts'
import { json } from '../../platform/http/answer.ts'
import type { ApiRoute, PageRequest } from '../../platform/http/route.ts'
import { ANALYSES, type AnalysisRequest } from './analyses/all.ts'
import type { Analysis } from './analyses/analysis.ts'
import { readNetworkSuppliers } from './analyses/network-suppliers.ts'
import { readNetworkMap, readNetworkYears } from './analyses/networks.ts'
import { GAP_SETTINGS } from './rules/gaps.ts'
import { settingErrors } from './setting-words.ts'
import { readAskedSlice } from './slice-query.ts'

const cell = z.union([z.string(), z.number(), z.null()])
export const analysisAnswer = z.object({
  title: z.string(),
  basis: z.looseObject({ period: z.string(), coverage: z.string(), unknown: z.string().optional() }),
  figures: z.array(z.looseObject({ label: z.string(), value: z.string() })),
  notes: z.array(z.string()),
  rows: z.array(z.record(z.string(), cell)).describe('money in whole pence, shares from 0 to 1'),
})

/** An analysis as programs read it: the rows by the names of their columns. */
export const analysisJson = ({ title, basis, figures, notes, table }: Analysis) => ({
  title,
  basis,
  figures,
  notes: notes ?? [],
  rows: table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, at) => [column.name, row[at]?.value ?? null])),
  ),
})

const words = [
  'from',
  'to',
  'tier',
  'category',
  'department',
  'payee',
  'file',
  'kind',
  'sector',
  'supplier',
  'scheme',
  'leaving',
  'before',
  'after',
  'within',
  'outcome',
  'in',
  ...Object.keys(GAP_SETTINGS),
]
const query = z.object(Object.fromEntries(words.map((word) => [word, z.string().max(300).optional()])))

/** What each analysis is, in a line. */
export const ANALYSIS_SUMMARIES: Readonly<Record<string, string>> = {
  tiers: 'Tiers of place with the range that the unknown part allows',
  kinds: 'By kind of supplier: size of business, voluntary sector, public body, individual',
  sectors: 'By section of the Standard Industrial Classification',
  categories: 'By category in the words of the files, or under a scheme',
  departments: 'By department',
  months: 'By month',
  'top-suppliers': 'Suppliers, each once, largest first',
  concentration: 'Shares of the largest suppliers and the Herfindahl index',
  years: 'Two financial years like for like, with what was left out',
  wards: 'By ward of the supplier',
  deprivation: 'By decile of deprivation of the supplier’s area',
  leakage: 'What is known to leave a place, by category and tier',
  gaps: 'Gaps: what leaks by category against local supply, with what to do about it and why',
  'gap-suppliers': 'Local suppliers of one category: paid, in the registers, in the directory',
  'gap-leaks': 'What leaks in one category and can be influenced, by supplier',
  influenceable: 'Influenceable spend: every line with its outcome and reason',
}

type Read = (request: AnalysisRequest) => Promise<Analysis>
type Named = { readonly path: string; readonly audit: string; readonly summary: string; readonly read: Read }

export const NETWORK_ANALYSES: readonly (Named & { readonly name: string })[] = [
  {
    name: 'map',
    path: 'networks/:networkId/map',
    audit: 'NETWORK_MAP',
    summary: 'The members of a network together',
    read: readNetworkMap,
  },
  {
    name: 'suppliers',
    path: 'networks/:networkId/suppliers',
    audit: 'NETWORK_SUPPLIERS',
    summary: 'Suppliers of a network, each once',
    read: readNetworkSuppliers,
  },
  {
    name: 'years',
    path: 'networks/:networkId/years',
    audit: 'NETWORK_YEARS',
    summary: 'Two years of a network like for like',
    read: readNetworkYears,
  },
]

const named = Object.entries(ANALYSES).map(
  ([name, { audit, read }]): Named => ({
    path: name,
    audit,
    summary: ANALYSIS_SUMMARIES[name] ?? name,
    read,
  }),
)

export const analysisApi: readonly ApiRoute[] = [...named, ...NETWORK_ANALYSES].map(
  ({ path, audit, summary, read }) => ({
    method: 'GET',
    path: `/api/v1/spend/${path}`,
    access: 'spend.read',
    audit: `${audit}_READ`,
    page: `spend/api#${path}`,
    summary,
    query,
    answer: analysisAnswer,
    handle: async (request) => {
      const asked = request.query as PageRequest['query']
      const { ctx, params } = request
      const analysis = await read({ ctx, slice: readAskedSlice(asked), query: asked, params })
      const [error] = settingErrors(analysis.settings ?? [])
      if (error) throw new Unusable(error.message)
      return json(analysisJson(analysis))
    },
  }),
)
