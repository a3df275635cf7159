import { formatNumber, formatPoundsCompact } from '../../../platform/views/views.ts'
import { kindLabel, tierLabel } from '../kind-words.ts'
import type { NetworkView } from '../network-calculator.ts'
import { sharedFact } from '../rules/parties.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, shareOf, tableOf } from './analysis.ts'
import { basisOf, groupNotes, linksOf, type NetworkFound, nothing, readAll } from './network-found.ts'
import { add, type Line, tiersOf } from './network-lines.ts'

type SupplierRow = {
  readonly name: string
  readonly kind: string
  readonly tier: string
  readonly payers: readonly string[]
  readonly pence: number
  /** The names of a group's companies that are paid, the most money first; none for a supplier in no group. */
  readonly companies: readonly string[]
  /** The members that confirmed the group. */
  readonly groupedBy: readonly string[]
}

const companiesOf = (own: readonly Line[]): string[] =>
  [...Map.groupBy(own, (line) => line.supplier).values()]
    .toSorted((a, b) => add(b) - add(a))
    .map(([line]) => line?.name ?? '')

const sumByParty = ({ lines, groups }: NetworkFound): SupplierRow[] => {
  const confirmed = new Map(groups.map((group) => [group.key, group.orgs]))
  return [...Map.groupBy(lines, (line) => line.party)]
    .map(([party, own]) => ({
      name: own[0]?.partyName ?? '',
      kind: sharedFact(own.map((line) => line.kind)),
      tier: sharedFact(own.map((line) => line.tier)),
      payers: [...new Set(own.map((line) => line.org))],
      pence: add(own),
      companies: confirmed.has(party) ? companiesOf(own) : [],
      groupedBy: confirmed.get(party) ?? [],
    }))
    .sort((a, b) => b.pence - a.pence)
}

const supplierTable = (rows: readonly SupplierRow[], all: number, view: NetworkView) => {
  const labels = new Map(tiersOf([], view).map((tier) => [tier.key, tier.label]))
  const namesOf = (ids: readonly string[]) => ids.map((id) => view.members.get(id) ?? id).join('; ')
  return tableOf({ caption: 'Suppliers', sortedBy: 'amount' }, rows, [
    { name: 'supplier', header: 'Supplier', kind: 'text', value: (row) => row.name },
    {
      name: 'companies',
      header: 'Companies of its group',
      kind: 'text',
      value: (row) => (row.companies.length === 0 ? null : row.companies.join('; ')),
    },
    { name: 'members', header: 'Members that pay', kind: 'number', value: (row) => row.payers.length },
    {
      name: 'payers',
      header: 'Which',
      kind: 'text',
      value: (row) => namesOf(row.payers),
    },
    { name: 'kind', header: 'Kind', kind: 'text', value: (row) => kindLabel(row.kind) },
    { name: 'where', header: 'Where', kind: 'text', value: (row) => tierLabel(labels, row.tier) },
    { name: 'amount', header: 'Amount', kind: 'pence', value: (row) => row.pence },
    { name: 'share', header: 'Share', kind: 'share', value: (row) => shareOf(row.pence, all) },
    {
      name: 'groupedBy',
      header: 'Group confirmed by',
      kind: 'text',
      value: (row) => (row.groupedBy.length === 0 ? null : namesOf(row.groupedBy)),
    },
  ])
}

/** Suppliers of a network, each once and a group as one, with how many members pay them. */
export const readNetworkSuppliers = async (request: AnalysisRequest): Promise<Analysis> => {
  const { view, result } = await readAll(request)
  const title = `${view.network.name}: suppliers`
  const lead =
    'Suppliers of all members, each once. Those that several pay are where buying together could begin.'
  if (!result) return nothing(title, lead)
  const all = add(result.lines)
  const rows = sumByParty(result)
  const shared = rows.filter((row) => row.payers.length > 1)
  return {
    title,
    lead,
    basis: basisOf(result),
    figures: [
      {
        label: 'Suppliers that several members pay',
        value: formatNumber(shared.length),
        meaning: `${formatPoundsCompact(shared.reduce((sum, row) => sum + row.pence, 0))} of ${formatPoundsCompact(all)}`,
        isMain: true,
      },
    ],
    charts: [
      {
        kind: 'bars',
        title: 'The largest that several pay',
        description: 'Suppliers that more than one member pays, largest first.',
        bars: shared.slice(0, 10).map((row) => ({
          label: row.name,
          value: row.pence,
          display: `${formatPoundsCompact(row.pence)}, ${row.payers.length} members`,
        })),
      },
    ],
    table: supplierTable(rows, all, view),
    notes: groupNotes(result, view),
    links: linksOf(view.network.id).slice(1),
  }
}
