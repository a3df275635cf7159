import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { ContractEnding, EndingSeen } from '../model/contract-ending.ts'
import type { Purchase } from '../model/purchase.ts'

export const ENDING_ORDERS = ['ends', 'title', 'supplier', 'department', 'value'] as const
export type EndingOrder = (typeof ENDING_ORDERS)[number]

export type EndingFilter = {
  /** Only those that nothing follows. */
  readonly isUnplanned: boolean
  readonly department: string | null
  readonly search: string | null
}

/** A purchase that was stopped follows nothing. */
const follows = (purchase: Purchase, { reference }: ContractEnding): boolean =>
  purchase.stage !== 'stopped' && purchase.expiringContract.trim().toLowerCase() === reference.toLowerCase()

/** The contracts that end between two days, each with the purchases that name it as the contract they follow. */
export const contractsThatEnd = (
  endings: readonly ContractEnding[],
  purchases: readonly Purchase[],
  between: { readonly from: PlainDate; readonly until: PlainDate },
): EndingSeen[] =>
  endings.flatMap((ending) => {
    const { endsOn } = ending
    if (endsOn === null || endsOn < between.from || endsOn > between.until) return []
    return [{ ending, endsOn, successors: purchases.filter((purchase) => follows(purchase, ending)) }]
  })

export const narrowEndings = (
  endings: readonly EndingSeen[],
  { isUnplanned, department, search }: EndingFilter,
): EndingSeen[] => {
  const wanted = search?.toLowerCase() ?? ''
  return endings.filter(
    ({ ending, successors }) =>
      (!isUnplanned || successors.length === 0) &&
      (department === null || ending.department === department) &&
      `${ending.reference}\n${ending.title}\n${ending.supplierName}`.toLowerCase().includes(wanted),
  )
}

const keyOf = ({ ending, endsOn }: EndingSeen, order: EndingOrder): string | number => {
  switch (order) {
    case 'ends':
      return endsOn
    case 'title':
      return ending.title.toLowerCase()
    case 'supplier':
      return ending.supplierName.toLowerCase()
    case 'department':
      return ending.department.toLowerCase()
    case 'value':
      return ending.valuePence ?? -1
  }
}

/** Equals stay in the order of their references, whichever way the rest is sorted. */
export const sortEndings = (
  endings: readonly EndingSeen[],
  by: EndingOrder,
  isDescending: boolean,
): EndingSeen[] => {
  const sign = isDescending ? -1 : 1
  return endings.toSorted((a, b) => {
    const [x, y] = [keyOf(a, by), keyOf(b, by)]
    if (x !== y) return x < y ? -sign : sign
    return a.ending.reference < b.ending.reference ? -1 : 1
  })
}
