import { formatCount } from '../../../platform/views/views.ts'
import { basisWords } from '../basis-words.ts'
import type { Basis } from '../model.ts'
import { inNetworkAnalysis, type NetworkView } from '../network-calculator.ts'
import type { JoinedGroup } from '../rules/parties.ts'
import { measureBasis } from '../store/analysis.ts'
import type { AnalysisRequest } from './all.ts'
import type { Analysis } from './analysis.ts'
import { add, type Line, readLines } from './network-lines.ts'

export const NOBODY = {
  title: 'No payments yet',
  purpose: 'None of the organisations that joined has payments that count.',
} as const
const EMPTY_BASIS = { period: 'No dated payments', coverage: 'no payments' } as const

export const nothing = (title: string, lead: string): Analysis => ({
  title,
  lead,
  basis: EMPTY_BASIS,
  figures: [],
  charts: [],
  table: { caption: title, columns: [], rows: [] },
  empty: NOBODY,
})

export const linksOf = (id: string) => [
  { text: 'Suppliers they share', href: `/spend/networks/${id}/suppliers` },
  { text: 'Year on year, like for like', href: `/spend/networks/${id}/years` },
  { text: 'Who is in the network', href: '/spend/networks' },
]

export type NetworkFound = {
  readonly lines: Line[]
  readonly basis: Basis
  readonly groups: readonly JoinedGroup[]
}
/** Every line of a network's payments, with what they stand on. */
export const readAll = ({ ctx, slice, params }: AnalysisRequest) =>
  inNetworkAnalysis<NetworkFound>(ctx, params.networkId ?? '', async (calculator, view) => ({
    lines: await readLines(calculator, view, slice),
    basis: await measureBasis(calculator, slice),
    groups: view.groups,
  }))

/** The groups that members confirmed and of which several companies are paid here: how many, and whose they are. */
const groupsPaid = ({ lines, groups }: NetworkFound, { members }: NetworkView) => {
  const paid = new Set(lines.map(({ supplier }) => supplier))
  const counted = groups.filter(({ supplierKeys }) => supplierKeys.filter((key) => paid.has(key)).length > 1)
  const owners = [...members].filter(([id]) => counted.some(({ orgs }) => orgs.includes(id)))
  return { counted, owners: owners.map(([, name]) => name).join(', ') }
}

export const groupWords = (found: NetworkFound, view: NetworkView): string => {
  const { counted, owners } = groupsPaid(found, view)
  return counted.length === 0
    ? 'No group of companies is confirmed'
    : `${formatCount(counted.length, 'group')} of companies counted as one each, confirmed by ${owners}`
}

export const groupNotes = (found: NetworkFound, view: NetworkView): string[] => [
  'A group of companies that any member confirmed is one supplier for all of them; groups of two members that share a company are one. Each company keeps its kind and place, and pounds stay where they are.',
  `${groupWords(found, view)}.`,
]

export const basisOf = ({ basis, lines }: NetworkFound) =>
  basisWords({ ...basis, unknownPence: add(lines.filter((line) => line.tier === 'unknown')) })
