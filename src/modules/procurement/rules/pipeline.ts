import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Purchase, PurchaseKind, Stage } from '../model/purchase.ts'
import { wholeValue } from './purchase-value.ts'

export type PipelineFilter = {
  readonly stage: Stage | null
  readonly kind: PurchaseKind | null
  readonly department: string | null
  readonly category: string | null
  /** In the title, the purpose or the expiring contract, whatever the case. */
  readonly search: string | null
}

export const PIPELINE_ORDERS = ['number', 'title', 'stage', 'department', 'value', 'tender', 'start'] as const
export type PipelineOrder = (typeof PIPELINE_ORDERS)[number]

const OVER: ReadonlySet<Stage> = new Set<Stage>(['ended', 'stopped'])
/** A purchase that something is still to be done for before its contract. */
export const isUnderWay = ({ stage }: Pick<Purchase, 'stage'>): boolean =>
  !OVER.has(stage) && stage !== 'in-contract'

const holds = (filter: PipelineFilter, purchase: Purchase): boolean => {
  const wanted = filter.search?.toLowerCase() ?? ''
  const text = `${purchase.title}\n${purchase.purpose}\n${purchase.expiringContract}`.toLowerCase()
  return (
    (filter.stage === null || purchase.stage === filter.stage) &&
    (filter.kind === null || purchase.kind === filter.kind) &&
    (filter.department === null || purchase.department === filter.department) &&
    (filter.category === null || purchase.category === filter.category) &&
    text.includes(wanted)
  )
}

type Key = string | number | null

const keyOf = (purchase: Purchase, order: PipelineOrder, stages: readonly Stage[]): Key => {
  switch (order) {
    case 'number':
      return purchase.number
    case 'title':
      return purchase.title.toLowerCase()
    case 'stage':
      return stages.indexOf(purchase.stage)
    case 'department':
      return purchase.department.toLowerCase()
    case 'value':
      return wholeValue(purchase)
    case 'tender':
      return purchase.tenderOn
    case 'start':
      return purchase.startsOn
  }
}

/** What is not known comes last in either direction; equals stay in the order of their numbers. */
const compare = (a: Key, b: Key, sign: 1 | -1): number => {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -sign : sign
}

/** The purchases that a filter leaves, sorted. */
export const choosePurchases = (
  purchases: readonly Purchase[],
  filter: PipelineFilter,
  order: { readonly by: PipelineOrder; readonly isDescending: boolean; readonly stages: readonly Stage[] },
): Purchase[] =>
  purchases
    .filter((purchase) => holds(filter, purchase))
    .sort(
      (a, b) =>
        compare(
          keyOf(a, order.by, order.stages),
          keyOf(b, order.by, order.stages),
          order.isDescending ? -1 : 1,
        ) || a.number - b.number,
    )

export type PipelineTotals = {
  readonly purchases: number
  readonly valued: number
  /** Without VAT, options and extensions in it; of those that have a value. */
  readonly wholePence: Pence
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

/** What a list of purchases adds up to, and the tender dates it spans. */
export const totalPurchases = (purchases: readonly Purchase[]): PipelineTotals => {
  const values = purchases.map(wholeValue).filter((value) => value !== null)
  const days = purchases.flatMap(({ tenderOn }) => tenderOn ?? []).sort()
  return {
    purchases: purchases.length,
    valued: values.length,
    wholePence: values.reduce((sum, value) => sum + value, 0),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
  }
}

/** The purchases that everybody may see: marked public, and neither stopped nor over. */
export const publicPurchases = (purchases: readonly Purchase[]): Purchase[] =>
  purchases.filter((purchase) => purchase.isPublic && !OVER.has(purchase.stage))
