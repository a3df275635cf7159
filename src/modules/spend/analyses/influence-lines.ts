import { type Context, today } from '../../../platform/context.ts'
import { inAnalysis } from '../calculator.ts'
import type { Basis, Slice } from '../model.ts'
import { findInfluenceBooks, type InfluenceBooks } from '../read-rule-books.ts'
import { decideInfluence, type Influence, type InfluenceFacts, type Outcome } from '../rules/influence.ts'
import { joinGroups, type PartyOf, partiesOf } from '../rules/parties.ts'
import { measureBasis } from '../store/analysis.ts'
import { sumByColumns } from '../store/columns.ts'
import { listConfirmedGroups } from '../store/groups.ts'

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  influenceable: 'Can be influenced',
  not: 'Cannot be influenced',
  unsure: 'Not sure',
}

/** What one supplier was paid for one category, with what the rules say of it and why. */
export type InfluenceLine = InfluenceFacts &
  Influence & { readonly tier: string; readonly payments: number; readonly pence: number }

type Found = {
  readonly basis: Basis
  readonly books: InfluenceBooks
  readonly lines: InfluenceLine[]
  readonly partyOf: PartyOf
}

/** Every line of a slice with its outcome. The seam for what builds on influenceable spend. */
export const readInfluenceLines = (ctx: Context, slice: Slice): Promise<Found> =>
  inAnalysis<Found>(ctx, async (calculator) => {
    const books = await findInfluenceBooks(calculator.db)
    const day = today(ctx)
    const sums = await sumByColumns(
      calculator,
      ['supplier', 'supplier_name', 'category', 'department', 'kind', 'sector', 'tier'],
      slice,
    )
    const partyOf = partiesOf(joinGroups(await listConfirmedGroups(calculator.db), ''))
    const lines = sums.map((sum) => {
      const [supplier, supplierName] = [sum.supplier ?? '', sum.supplier_name ?? '']
      const facts: InfluenceFacts = {
        supplier,
        supplierName,
        ...partyOf(supplier, supplierName),
        category: sum.category,
        department: sum.department,
        kind: sum.kind ?? 'unknown',
        sector: sum.sector,
      }
      return {
        ...facts,
        ...decideInfluence(books.rules, books.contracts, facts, day),
        tier: sum.tier ?? 'unknown',
        payments: sum.payments,
        pence: sum.pence,
      }
    })
    return { basis: await measureBasis(calculator, slice), books, lines, partyOf }
  })
