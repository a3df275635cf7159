import { formatCount, formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords } from '../basis-words.ts'
import { ANSWER_LABELS, reasonWords } from '../gap-words.ts'
import { kindLabel } from '../kind-words.ts'
import { groupIdIn } from '../model/groups.ts'
import { tierLabels } from '../money-map.ts'
import { type CategoryGap, type Gaps, readGaps } from '../read-gaps.ts'
import { capacityOf, type PaidSupplier } from '../rules/capacity.ts'
import { isLeaving } from '../rules/gap-facts.ts'
import { gatherByParty } from '../rules/parties.ts'
import { sliceHref } from '../slice-query.ts'
import { supplierHref } from '../supplier-words.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, type Choice, tableOf } from './analysis.ts'
import { companiesColumn } from './companies-column.ts'
import { GROUP_NOTES, gapChoices, gapHref } from './gaps.ts'
import { nothingHere } from './nothing-here.ts'

const categoryChoice = ({ categories }: Gaps, chosen: string): Choice => ({
  name: 'in',
  label: 'Category',
  value: chosen,
  options: categories.map((gap) => ({ value: gap.key, text: gap.name })),
})

type Detail = { readonly gaps: Gaps; readonly gap: CategoryGap | undefined }

/** The category asked for; the largest gap where none, or none that is there, is asked for. */
const readDetail = async (request: AnalysisRequest): Promise<Detail> => {
  const gaps = await readGaps(request)
  const gap = gaps.categories.find((one) => one.key === request.query.in) ?? gaps.categories[0]
  return { gaps, gap }
}

type Common = Pick<Analysis, 'lead' | 'basis' | 'choices' | 'settings' | 'method' | 'links' | 'empty'>

const commonOf = (request: AnalysisRequest, { gaps, gap }: Detail, other: [string, string]): Common => ({
  lead: gap ? `${ANSWER_LABELS[gap.answer]}: ${reasonWords(gap, gaps.thresholds)}` : 'Nothing was paid here.',
  basis: basisWords(gaps.basis),
  method: 'gaps',
  choices: [categoryChoice(gaps, gap?.key ?? ''), ...gapChoices(gaps)],
  settings: gaps.settings,
  links: [
    { text: 'All gaps', href: sliceHref('/spend/gaps', request.slice) },
    { text: other[0], href: gapHref(other[1], request, gaps, gap?.key ?? '') },
  ],
  ...nothingHere(gaps.basis, request.slice),
})

type Supplier = {
  readonly key: string
  readonly party: string
  /** How many companies of a group it is; 0 for a supplier in none. */
  readonly companies: number
  readonly name: string
  readonly kind: string
  readonly evidence: string
  readonly pence: number | null
  readonly allPence: number | null
  readonly capacityPence: number | null
  readonly heldBy: string | null
  readonly entryId: string | null
}

const EVIDENCE = {
  register: 'In the registers, same trade',
  directory: 'In the directory: says that it supplies this',
} as const

const HELD = { growth: 'what it is paid', size: 'the turnover of its size' } as const

const hrefOf = ({ key, pence, entryId }: Supplier): string | undefined => {
  if (pence !== null) return supplierHref(key)
  return entryId === null ? undefined : `/directory/entries/${entryId}`
}

const NO_ALTERNATIVE =
  'Paid for this already, but no alternative: half or more of what leaks goes to the same supplier or its group'

const paidRow = (supplier: PaidSupplier, evidence: string) => ({
  key: supplier.key,
  party: supplier.key,
  companies: groupIdIn(supplier.key) === null ? 0 : supplier.companies.length,
  name: supplier.name,
  kind: supplier.kind,
  pence: supplier.pence,
  allPence: supplier.allPence,
  evidence,
  entryId: null,
})

/** Paid ones first, with their turnover from the organisation; then those that could. */
const suppliersOf = (gap: CategoryGap, { thresholds, months }: Gaps): Supplier[] => [
  ...gap.paid.map((supplier) => {
    const capacity = capacityOf(supplier, thresholds.growth, months)
    return {
      ...paidRow(supplier, 'Paid for this already'),
      capacityPence: capacity.pence,
      heldBy: HELD[capacity.heldBy],
    }
  }),
  ...gap.linked.map((supplier) => ({ ...paidRow(supplier, NO_ALTERNATIVE), capacityPence: 0, heldBy: null })),
  ...gap.nearby.map((supplier) => ({
    key: supplier.key,
    party: supplier.key,
    companies: 0,
    name: supplier.name,
    kind: supplier.kind,
    evidence: `${EVIDENCE[supplier.source]} (${[...supplier.classes.filter((one) => gap.classes.includes(one)).map((one) => `SIC ${one}`), ...supplier.divisions.map((one) => `CPV ${one}`), supplier.postcode].join(', ')})`,
    pence: null,
    allPence: null,
    capacityPence: null,
    heldBy: null,
    entryId: supplier.entryId,
  })),
]

/** Who near by can supply one category: the evidence behind a gap. */
export const readGapSuppliers = async (request: AnalysisRequest): Promise<Analysis> => {
  const detail = await readDetail(request)
  const { gaps, gap } = detail
  const rows = gap ? suppliersOf(gap, gaps) : []
  return {
    ...commonOf(request, detail, ['What leaks in this category', '/spend/gap-leaks']),
    title: `Local suppliers: ${gap?.name ?? 'no category'}`,
    figures: [
      { label: 'Paid for this already', value: String(gap?.paid.length ?? 0), isMain: true },
      { label: 'They can take on', value: formatPoundsCompact(gap?.capacityPence ?? 0) },
      {
        label: 'Others near in the same trades',
        value: String(gap?.nearby.length ?? 0),
        meaning: `${formatCount((gap?.nearby ?? []).filter(({ source }) => source === 'directory').length, 'supplier')} by their own word in the directory`,
      },
    ],
    charts: [],
    table: tableOf({ caption: `Local suppliers of ${gap?.name ?? ''}` }, rows, [
      {
        name: 'supplier',
        header: 'Supplier',
        kind: 'text',
        value: (row) => row.name,
        href: hrefOf,
      },
      { name: 'evidence', header: 'Evidence', kind: 'text', value: (row) => row.evidence },
      { name: 'kind', header: 'Kind', kind: 'text', value: (row) => kindLabel(row.kind) },
      { name: 'amount', header: 'Paid for this', kind: 'pence', value: (row) => row.pence },
      { name: 'all', header: 'Paid in all', kind: 'pence', value: (row) => row.allPence },
      { name: 'capacity', header: 'Can take on', kind: 'pence', value: (row) => row.capacityPence },
      { name: 'held', header: 'Held by', kind: 'text', value: (row) => row.heldBy },
      { name: 'key', header: 'Identifier', kind: 'text', value: (row) => row.key },
      companiesColumn,
    ]),
    notes: [
      'What a supplier in the registers could take on is not known, so it is no part of what local suppliers can take on.',
      ...GROUP_NOTES,
    ],
  }
}

/** What leaks in one category and can be influenced: who is paid, and why it can change. */
export const readGapLeaks = async (request: AnalysisRequest): Promise<Analysis> => {
  const detail = await readDetail(request)
  const { gaps, gap } = detail
  const labels = await tierLabels(request.ctx)
  const lines = (gap?.lines ?? []).filter(
    (line) => isLeaving(line, gaps.inside) && line.outcome === 'influenceable',
  )
  const rows = gatherByParty(lines, (line) => [line.tier, line.category, line.department, line.reason])
  return {
    ...commonOf(request, detail, ['Local suppliers of this category', '/spend/gap-suppliers']),
    title: `What leaks: ${gap?.name ?? 'no category'}`,
    figures: [
      {
        label: `Leaves ${gaps.place?.name ?? 'the home place'} and can be influenced`,
        value: formatPoundsCompact(gap?.leakPence ?? 0),
        meaning: `paid to ${formatCount(new Set(rows.map((line) => line.party)).size, 'supplier')}`,
        isMain: true,
      },
    ],
    charts: [],
    table: tableOf({ caption: `What leaks in ${gap?.name ?? ''}`, sortedBy: 'amount' }, rows, [
      {
        name: 'supplier',
        header: 'Supplier',
        kind: 'text',
        value: (line) => line.partyName,
        href: (line) => supplierHref(line.party),
      },
      {
        name: 'amount',
        header: 'Amount',
        kind: 'pence',
        value: (line) => line.pence,
        href: ({ party, category, department }) =>
          sliceHref('/spend/payments', request.slice, {
            supplier: party,
            category: category ?? '(none)',
            department: department ?? '(none)',
          }),
      },
      { name: 'where', header: 'Where', kind: 'text', value: (line) => labels.get(line.tier) ?? line.tier },
      { name: 'kind', header: 'Kind', kind: 'text', value: (line) => kindLabel(line.kind) },
      {
        name: 'category',
        header: 'In the file’s words',
        kind: 'text',
        value: (line) => line.category ?? '(not given)',
      },
      {
        name: 'department',
        header: 'Department',
        kind: 'text',
        value: (line) => line.department ?? '(not given)',
      },
      { name: 'reason', header: 'Why it can be influenced', kind: 'text', value: (line) => line.reason },
      companiesColumn,
    ]),
    notes: ['Companies of a confirmed group stand in one line where all else is alike.'],
  }
}
