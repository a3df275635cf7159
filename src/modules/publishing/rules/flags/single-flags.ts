import type { FlagCode, FlagSettings } from '../../model/flags.ts'
import {
  activeAwards,
  areAllAwardsFinal,
  isPriceCompared,
  type Process,
  singleWinner,
  submittedBids,
  validBids,
} from './subject.ts'

/** What one flag says of one process: its value, and the tenderers it is about with theirs. */
export type Raised = { readonly value: number; readonly tenderers?: readonly (readonly [string, number])[] }
export type Watch = {
  readonly settings: FlagSettings
  /** The currency prices are compared in; the first seen where none is set. */
  currency: string | undefined
}
type ProcessRule = (subject: Process, watch: Watch) => Raised | null

const DAY = 86_400_000
const raisedIf = (isRaised: boolean): Raised | null => (isRaised ? { value: 1 } : null)

const shortPeriod: ProcessRule = ({ tenderStart, tenderEnd, method, methodDetails }, { settings }) => {
  const { threshold = 15, procurementMethods, procurementMethodDetails = {} } = settings.R003 ?? {}
  if (procurementMethods && !procurementMethods.includes(method ?? '')) return null
  const days = Math.trunc((tenderEnd - tenderStart) / DAY)
  const own = Object.entries(procurementMethodDetails).find(([details]) => details === methodDetails)?.[1]
  return raisedIf(days < (own ?? threshold))
}

const COMPETITIVE = ['open', 'selective']
const singleBid: ProcessRule = ({ numberOfTenderers, method }, { settings }) =>
  raisedIf(
    numberOfTenderers === 1 && (settings.R018?.procurementMethods ?? COMPETITIVE).includes(method ?? ''),
  )

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  [...new Set(a)].sort().join('\n') === [...new Set(b)].sort().join('\n')

const samePrice: ProcessRule = (subject, { settings }) => {
  if (!isPriceCompared(subject, settings)) return null
  const bids = submittedBids(subject).filter(({ price, tenderers }) => price && tenderers.length > 0)
  const flagged = bids.filter((bid) =>
    bids.some(
      (other) =>
        other.price?.amount === bid.price?.amount &&
        other.price?.currency === bid.price?.currency &&
        !sameIds(other.tenderers, bid.tenderers),
    ),
  )
  if (flagged.length === 0) return null
  return { value: 1, tenderers: flagged.flatMap(({ tenderers }) => tenderers.map((id) => [id, 1] as const)) }
}

const lateBidWon: ProcessRule = (subject) => {
  const winners = new Set(activeAwards(subject).flatMap(({ suppliers }) => suppliers))
  const late = validBids(subject)
    .filter(({ received }) => received > subject.tenderEnd)
    .flatMap(({ tenderers }) => tenderers.filter((id) => winners.has(id)))
  return late.length === 0 ? null : { value: 1, tenderers: late.map((id) => [id, 1] as const) }
}

const othersDisqualified: ProcessRule = (subject, { settings }) => {
  const valid = [...new Set(validBids(subject).flatMap(({ tenderers }) => tenderers))]
  const [winner] = valid
  if (!areAllAwardsFinal(subject) || valid.length !== 1 || winner === undefined) return null
  if (
    !sameIds(
      valid,
      activeAwards(subject).flatMap(({ suppliers }) => suppliers),
    )
  )
    return null
  const others = submittedBids(subject)
    .filter(({ status }) => status === 'disqualified')
    .flatMap(({ tenderers }) => tenderers)
    .filter((id) => id !== winner)
  const count = new Set(others).size
  return count < (settings.R035?.threshold ?? 1) ? null : { value: count, tenderers: [[winner, 0]] }
}

const isInCurrency = (currency: string, watch: Watch): boolean => {
  watch.currency ??= currency
  return currency === watch.currency
}

const lowestDisqualified: ProcessRule = (subject, watch) => {
  if (!isPriceCompared(subject, watch.settings) || activeAwards(subject).length === 0) return null
  const priced = submittedBids(subject).flatMap(({ status, price }) =>
    price && isInCurrency(price.currency, watch) ? [{ status, amount: price.amount }] : [],
  )
  const lowest = priced.toSorted((a, b) => a.amount - b.amount)[0]
  return raisedIf(lowest?.status === 'disqualified' && priced.some(({ status }) => status === 'valid'))
}

/** Flags that one process can raise by itself. */
export const PROCESS_RULES: Partial<Record<FlagCode, ProcessRule>> = {
  R003: shortPeriod,
  R018: singleBid,
  R028: samePrice,
  R030: lateBidWon,
  R035: othersDisqualified,
  R036: lowestDisqualified,
}

export type Margin = {
  readonly ocid: string
  readonly ratio: number
  readonly winner: string
  readonly second: string
}

/** How far the second-lowest bid was above the winner's, where price decided. */
export const marginOf = (subject: Process, watch: Watch): Margin | null => {
  const winner = singleWinner(subject)
  if (winner === null || !isPriceCompared(subject, watch.settings)) return null
  const bids = validBids(subject)
    .flatMap(({ tenderers, price }) =>
      tenderers.length === 1 && price && isInCurrency(price.currency, watch)
        ? [{ id: tenderers[0] ?? '', amount: price.amount }]
        : [],
    )
    .sort((a, b) => a.amount - b.amount)
  const won = bids.find(({ id }) => id === winner)
  const next = bids.find(({ id }) => id !== winner)
  if (!won || !next || next.amount < won.amount || won.amount === 0) return null
  return { ocid: subject.ocid, ratio: (next.amount - won.amount) / won.amount, winner, second: next.id }
}
