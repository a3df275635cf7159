import { formatCount, formatNumber, formatPoundsCompact } from '../../../platform/views/views.ts'
import { basisWords, unknownWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import { kindLabel, tierLabel } from '../kind-words.ts'
import type { Basis } from '../model.ts'
import { tierLabels } from '../money-map.ts'
import { bandOf, type Concentration, measureConcentration } from '../rules/concentration.ts'
import { sliceHref } from '../slice-query.ts'
import { measureBasis } from '../store/analysis.ts'
import { type SupplierSums, sumBySupplier } from '../store/columns.ts'
import { supplierHref } from '../supplier-words.ts'
import type { AnalysisRequest } from './all.ts'
import { type Analysis, type Figure, percentText, shareOf, tableOf } from './analysis.ts'
import { nothingHere } from './nothing-here.ts'

type Found = { readonly basis: Basis; readonly suppliers: SupplierSums[] }

const read = ({ ctx, slice }: AnalysisRequest): Promise<Found> =>
  inAnalysis<Found>(ctx, async (calculator) => ({
    basis: await measureBasis(calculator, slice),
    suppliers: await sumBySupplier(calculator, slice),
  }))

/** The key of a payee that nobody has identified (store/facts.ts). */
const isUnidentified = (supplier: SupplierSums): boolean => supplier.supplier.startsWith('payee:')

const basisOf = ({ basis, suppliers }: Found) => {
  const unknown = suppliers.filter(isUnidentified).reduce((sum, supplier) => sum + supplier.pence, 0)
  return basisWords(basis, unknownWords('supplier', unknown, basis.pence))
}

/** Suppliers by what they were paid, each once. */
export const readTopSuppliers = async (request: AnalysisRequest): Promise<Analysis> => {
  const found = await read(request)
  const { basis, suppliers } = found
  const labels = await tierLabels(request.ctx)
  const href = (row: SupplierSums) => sliceHref('/spend/payments', request.slice, { supplier: row.supplier })
  return {
    title: 'Suppliers',
    lead: 'Who was paid most. Several payees that are one supplier count once, and so does a confirmed group of companies.',
    basis: basisOf(found),
    figures: [],
    charts: [
      {
        kind: 'bars',
        title: 'The ten largest suppliers',
        description: 'Suppliers by what they were paid, largest first.',
        bars: suppliers.slice(0, 10).map((row) => ({
          label: row.name,
          value: row.pence,
          display: formatPoundsCompact(row.pence),
          href: href(row),
          tone: isUnidentified(row) ? ('unknown' as const) : (1 as const),
        })),
      },
    ],
    table: tableOf({ caption: 'Suppliers', sortedBy: 'amount' }, suppliers, [
      { name: 'supplier', header: 'Supplier', kind: 'text', value: (row) => row.name, href },
      { name: 'kind', header: 'Kind', kind: 'text', value: (row) => kindLabel(row.kind) },
      { name: 'where', header: 'Where', kind: 'text', value: (row) => tierLabel(labels, row.tier) },
      {
        name: 'members',
        header: 'Companies of its group',
        kind: 'number',
        value: (row) => (row.members === 0 ? null : row.members),
        href: (row) => (row.members === 0 ? undefined : supplierHref(row.supplier)),
      },
      { name: 'payees', header: 'Payees', kind: 'number', value: (row) => row.payees },
      { name: 'payments', header: 'Payments', kind: 'number', value: (row) => row.payments },
      { name: 'amount', header: 'Amount', kind: 'pence', value: (row) => row.pence },
      { name: 'share', header: 'Share', kind: 'share', value: (row) => shareOf(row.pence, basis.pence) },
    ]),
    notes: [
      'A payee that nobody has identified stands as a supplier of its own, so two of them may be one firm.',
    ],
    ...nothingHere(basis, request.slice),
  }
}

const BANDS = {
  spread: 'Spread: no few suppliers dominate.',
  concentrated: 'Concentrated: a few suppliers weigh heavily.',
  'highly-concentrated': 'Highly concentrated: very few suppliers have most of it.',
} as const

const concentrationFigures = (measured: Concentration): Figure[] => {
  const { herfindahl, equalSuppliers } = measured
  return [
    ...measured.top.map(({ count, share, pence }) => ({
      label: count === 1 ? 'The largest supplier' : `The ${count} largest suppliers`,
      value: percentText(measured.pence > 0 ? share : null),
      meaning: formatPoundsCompact(pence),
      isMain: count === 10,
    })),
    {
      label: 'Herfindahl index',
      value: herfindahl === null ? '–' : formatNumber(Math.round(herfindahl)),
      meaning:
        herfindahl === null || equalSuppliers === null
          ? 'Nothing was paid.'
          : `${BANDS[bandOf(herfindahl)]} As if ${formatCount(Math.max(1, Math.round(equalSuppliers)), 'supplier')} of equal size shared it.`,
    },
  ]
}

/** How much of the money few suppliers have. */
export const readConcentration = async (request: AnalysisRequest): Promise<Analysis> => {
  const found = await read(request)
  const { basis } = found
  const counted = found.suppliers.filter((supplier) => supplier.kind !== 'individual')
  const measured = measureConcentration(counted.map((supplier) => supplier.pence))
  return {
    title: 'Concentration',
    lead: 'How much of the money few suppliers have, and so how much hangs on them.',
    basis: basisOf(found),
    figures: concentrationFigures(measured),
    charts: [
      {
        kind: 'bars',
        title: 'Share of the largest suppliers',
        description: measured.top
          .map(({ count, share }) => `the ${count} largest ${percentText(share)}`)
          .join(', '),
        bars: measured.top.map(({ count, pence, share }) => ({
          label: count === 1 ? 'The largest' : `The ${count} largest`,
          value: pence,
          display: `${formatPoundsCompact(pence)} (${percentText(share)})`,
        })),
      },
    ],
    table: tableOf({ caption: 'How much the largest suppliers have' }, measured.top, [
      { name: 'largest', header: 'The largest', kind: 'number', value: (row) => row.count },
      { name: 'amount', header: 'Amount', kind: 'pence', value: (row) => row.pence },
      {
        name: 'share',
        header: 'Share',
        kind: 'share',
        value: (row) => (measured.pence > 0 ? row.share : null),
      },
    ]),
    notes: [
      'The Herfindahl index squares each supplier’s share in per cent and adds the squares up: 10,000 where one supplier has all, near 0 where very many have little. Above 1,000 a market was called concentrated and above 2,000 highly concentrated in the merger guidelines of 2010 (CC2/OFT1254); here that is a comparison, not a rule.',
      `${formatCount(measured.suppliers, 'supplier')} counted. Individuals and withheld names are left out, for one line may stand for hundreds of people.`,
      ...(measured.leftOut > 0
        ? [
            `${formatCount(measured.leftOut, 'supplier')} paid back as much as they got or more, and are left out.`,
          ]
        : []),
      'Payees that are one supplier but were not recognised as one make the money look less concentrated than it is.',
    ],
    ...nothingHere(basis, request.slice),
  }
}
