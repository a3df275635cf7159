import type { AskFacts } from '../../model/ask.ts'
import type { Purchase, PurchaseKind } from '../../model/purchase.ts'

const KINDS: Readonly<Record<PurchaseKind, AskFacts['kind']>> = {
  goods: 'goods',
  services: 'services',
  works: 'works',
  'light-touch': 'services',
  'services-concession': 'services',
  'works-concession': 'works',
}

/** Used until somebody says how long the contract runs; the page says so. */
export const MONTHS_TAKEN = 12

const monthsBetween = (from: string, until: string): number => {
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return Math.max(1, monthOf(until) - monthOf(from) + (until.slice(8) >= from.slice(8) ? 1 : 0))
}

type Known = Pick<
  Purchase,
  | 'kind'
  | 'valuePence'
  | 'optionsPence'
  | 'extensionsPence'
  | 'vatRate'
  | 'startsOn'
  | 'endsOn'
  | 'extendedEndsOn'
>

/** The purchase as the rules of an ask need it: whole-life value with VAT, options and extensions, term in months, kind. */
export const askFacts = (purchase: Known): AskFacts => {
  const { startsOn, endsOn, extendedEndsOn, valuePence, optionsPence, extensionsPence } = purchase
  const until = extendedEndsOn ?? endsOn
  const net = (valuePence ?? 0) + optionsPence + extensionsPence
  return {
    valuePence: Math.round((net * (100 + (purchase.vatRate ?? 0))) / 100),
    months: startsOn && until ? monthsBetween(startsOn, until) : MONTHS_TAKEN,
    kind: purchase.kind ? KINDS[purchase.kind] : 'services',
  }
}

/** What is expected to be paid without VAT and options: what bids are compared with. */
export const expectedPricePence = ({ valuePence }: Pick<Purchase, 'valuePence'>): number => valuePence ?? 0
