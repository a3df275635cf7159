import { formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords, unknownWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import { KIND_LABELS, kindLabel, SME_KINDS } from '../kind-words.ts'
import type { Basis, SupplierSum } from '../model.ts'
import { sliceHref } from '../slice-query.ts'
import { measureBasis, sumLinkedToLarge, sumWithSuppliers } from '../store/analysis.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, type Figure, percentText, shareOf, tableOf } from './analysis.ts'
import { barsOf, pence, type Sum } from './breakdown-lines.ts'
import { nothingHere } from './nothing-here.ts'

const kindTable = (
  rows: readonly SupplierSum[],
  linked: readonly SupplierSum[],
  total: number,
  href: (row: Sum) => string,
) =>
  tableOf({ caption: 'Kinds of supplier' }, rows, [
    { name: 'kind', header: 'Kind', kind: 'text', value: (row) => kindLabel(row.key) },
    { name: 'suppliers', header: 'Suppliers', kind: 'number', value: (row) => row.suppliers },
    { name: 'payments', header: 'Payments', kind: 'number', value: (row) => row.payments, href },
    { name: 'amount', header: 'Amount', kind: 'pence', value: (row) => row.pence },
    { name: 'share', header: 'Share', kind: 'share', value: (row) => shareOf(row.pence, total) },
    {
      name: 'linked',
      header: 'Of it, in a group with a large company',
      kind: 'pence',
      value: (row) => pence(linked, ({ key }) => key === row.key),
    },
  ])

type KindsFound = {
  readonly basis: Basis
  readonly sums: readonly SupplierSum[]
  readonly linked: readonly SupplierSum[]
}

/** Businesses that may be small or medium-sized, for nobody knows their size. */
const isOfUnknownSize = (row: Sum): boolean => row.key === 'unknown' || row.key === 'business'

/**
 * Small and medium-sized, as far as is known: linked enterprises count together (Commission Recommendation 2003/361/EC, Annex,
 * Articles 3(3) and 6(2)), so a small company whose confirmed group holds a large one is not among them.
 */
const smeFigure = ({ basis, sums, linked }: KindsFound): Figure => {
  const isSme = (row: Sum) => SME_KINDS.includes(row.key ?? '')
  const ofLarge = pence(linked, isSme)
  const sme = pence(sums, isSme) - ofLarge
  const most = sme + pence(sums, isOfUnknownSize) - pence(linked, isOfUnknownSize)
  return {
    label: 'Small and medium-sized businesses',
    value: percentText(shareOf(sme, basis.pence)),
    meaning: `${formatPoundsCompact(sme)}; up to ${percentText(shareOf(most, basis.pence))} if all of the unknown were such${ofLarge === 0 ? '' : `. Without ${formatPoundsCompact(ofLarge)} to small companies in a group with a large one`}`,
    isMain: true,
  }
}

/** By kind of supplier: size of business, voluntary sector, public body, individual. */
export const readKinds = async ({ ctx, slice }: AnalysisRequest): Promise<Analysis> => {
  const found = await inAnalysis<KindsFound>(ctx, async (calculator) => ({
    basis: await measureBasis(calculator, slice),
    sums: await sumWithSuppliers(calculator, 'kind', slice),
    linked: await sumLinkedToLarge(calculator, slice),
  }))
  const { basis, sums, linked } = found
  const rows = Object.keys(KIND_LABELS).flatMap((kind) => sums.filter((sum) => sum.key === kind))
  const unknown = pence(rows, isOfUnknownSize)
  const vcse = pence(rows, (row) => row.key === 'vcse')
  const href = (row: Sum) => sliceHref('/spend/payments', slice, { kind: row.key })
  return {
    title: 'Kinds of supplier',
    lead: 'How much goes to small firms, to the voluntary sector, to large firms, and to public bodies.',
    basis: basisWords(basis, unknownWords('kind or size', unknown, basis.pence)),
    figures: [
      smeFigure(found),
      {
        label: 'Voluntary, community and social enterprises',
        value: percentText(shareOf(vcse, basis.pence)),
        meaning: formatPoundsCompact(vcse),
      },
      {
        label: 'Kind or size not known',
        value: percentText(shareOf(unknown, basis.pence)),
        meaning: formatPoundsCompact(unknown),
      },
    ],
    charts: [
      {
        kind: 'bars',
        title: 'By kind of supplier',
        description: rows.map((row) => `${kindLabel(row.key)} ${formatPoundsCompact(row.pence)}`).join(', '),
        bars: barsOf(
          rows,
          (row) => kindLabel(row.key),
          href,
          (row) => row.key === 'unknown',
        ),
      },
    ],
    table: kindTable(rows, linked, basis.pence, href),
    notes: [
      'Pounds stand with the kind of the company that was paid; a confirmed group of companies counts as one supplier in each kind that it is paid in, so the kinds may add up to more suppliers than there are.',
      'Size is read from the category of accounts a company filed. A small company in a confirmed group with a large one is no small or medium-sized business, for linked enterprises count together (Recommendation 2003/361/EC, Annex, Articles 3 and 6: a recommendation, not law): it is left out of that share, and a column shows its pounds. In a group that nobody has confirmed it still counts as small.',
      'A payee whom nobody has identified is not known, and never counted as local, small or large.',
    ],
    ...nothingHere(basis, slice),
  }
}
