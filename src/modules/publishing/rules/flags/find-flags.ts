import {
  FLAG_CODES,
  type FlagCode,
  type FlagGroup,
  type FlagResults,
  type FlagSettings,
} from '../../model/flags.ts'
import type { JsonObject } from '../../model/json.ts'
import { fences, quantile } from './quartiles.ts'
import { type Margin, marginOf, PROCESS_RULES, type Watch } from './single-flags.ts'
import { isCancelled, type Process, processOf, singleWinner, submittedBids, validBids } from './subject.ts'

type Share = { part: number; whole: number }
type Tally = {
  readonly margins: Margin[]
  /** Tenderer → how often it won, of how often it had a valid bid. */
  readonly wins: Map<string, Share>
  /** Organisation → how many bids were disqualified, of how many were handed in. */
  readonly disqualified: Readonly<Record<'Buyer' | 'ProcuringEntity' | 'Tenderer', Map<string, Share>>>
  readonly varieties: Map<string, { processes: number; codes: Set<string> }>
}

const add = (shares: Map<string, Share>, id: string | null, part: number, whole: number): void => {
  if (id === null) return
  const held = shares.get(id) ?? { part: 0, whole: 0 }
  shares.set(id, { part: held.part + part, whole: held.whole + whole })
}

const tallyWins = (subject: Process, { wins }: Tally): void => {
  const winner = singleWinner(subject)
  if (winner === null) return
  const single = validBids(subject).flatMap(({ tenderers }) => (tenderers.length === 1 ? tenderers : []))
  for (const id of new Set(single)) add(wins, id, id === winner ? 1 : 0, 1)
}

const tallyDisqualified = (subject: Process, { disqualified }: Tally): void => {
  const bids = submittedBids(subject)
  const count = bids.filter(({ status }) => status === 'disqualified').length
  if (bids.length === 0) return
  for (const { status, tenderers } of bids)
    for (const id of tenderers) add(disqualified.Tenderer, id, status === 'disqualified' ? 1 : 0, 1)
  add(disqualified.Buyer, subject.buyer, count, bids.length)
  add(disqualified.ProcuringEntity, subject.procuringEntity, count, bids.length)
}

const tallyVariety = (subject: Process, { varieties }: Tally, digits: number): void => {
  const seen = new Set<string>()
  for (const { status, suppliers, classifications } of subject.awards) {
    const [supplier] = suppliers
    if (
      status !== 'active' ||
      suppliers.length !== 1 ||
      supplier === undefined ||
      classifications.length === 0
    )
      continue
    const held = varieties.get(supplier) ?? { processes: 0, codes: new Set<string>() }
    varieties.set(supplier, held)
    if (!seen.has(supplier)) held.processes += 1
    seen.add(supplier)
    for (const code of classifications) held.codes.add(code.slice(0, digits))
  }
}

type Put = (group: FlagGroup, id: string, code: FlagCode, value: number) => void

const flagMargins = (
  { margins }: Tally,
  settings: FlagSettings,
  isOn: (code: FlagCode) => boolean,
  put: Put,
): void => {
  const limits = fences(margins.map(({ ratio }) => ratio))
  if (!limits) return
  for (const { ocid, ratio, winner, second } of margins) {
    if (isOn('R024') && ratio <= (settings.R024?.threshold ?? limits.lower)) {
      put('OCID', ocid, 'R024', ratio)
      for (const id of [winner, second]) put('Tenderer', id, 'R024', 0)
    }
    if (isOn('R058') && ratio >= (settings.R058?.threshold ?? limits.upper) && limits.upper > 0) {
      put('OCID', ocid, 'R058', ratio)
      put('Tenderer', winner, 'R058', 0)
    }
  }
}

const ratioOf = ({ part, whole }: Share): number => part / whole

/** Who bids much and hardly ever wins. Not asked where three in four never win: nearly all would be flagged. */
const flagLosers = ({ wins }: Tally, settings: FlagSettings, put: Put): void => {
  const { percentile = 75, threshold } = settings.R025 ?? {}
  const limits = fences([...wins.values()].map(ratioOf))
  const many = quantile(
    [...wins.values()].map(({ whole }) => whole),
    percentile / 100,
  )
  if (!limits || many === undefined) return
  const lower = threshold ?? limits.lower
  if (lower <= 0 || (threshold === undefined && limits.q1 <= 0)) return
  for (const [id, share] of wins)
    if (share.whole >= many && ratioOf(share) <= lower) put('Tenderer', id, 'R025', ratioOf(share))
}

const flagDisqualifiers = ({ disqualified }: Tally, settings: FlagSettings, put: Put): void => {
  const { threshold, minimumSubmittedBids = 2, minimumBidsReceived = 2 } = settings.R038 ?? {}
  for (const group of ['Buyer', 'ProcuringEntity', 'Tenderer'] as const) {
    const least = group === 'Tenderer' ? minimumSubmittedBids : minimumBidsReceived
    const shares = [...disqualified[group]].filter(([, { whole }]) => whole >= least)
    const upper = threshold ?? fences(shares.map(([, share]) => ratioOf(share)))?.upper ?? 0
    if (upper <= 0) continue
    for (const [id, share] of shares) if (ratioOf(share) >= upper) put(group, id, 'R038', ratioOf(share))
  }
}

const flagVariety = ({ varieties }: Tally, settings: FlagSettings, put: Put): void => {
  const { threshold, minimumContractingProcesses = 20 } = settings.R048 ?? {}
  const sizes = [...varieties].flatMap(([id, { processes, codes }]): [string, number][] =>
    processes >= minimumContractingProcesses ? [[id, codes.size]] : [],
  )
  const upper = threshold ?? fences(sizes.map(([, size]) => size))?.upper
  if (upper !== undefined)
    for (const [id, size] of sizes) if (size >= upper) put('Tenderer', id, 'R048', size)
}

const emptyTally = (): Tally => ({
  margins: [],
  wins: new Map(),
  disqualified: { Buyer: new Map(), ProcuringEntity: new Map(), Tenderer: new Map() },
  varieties: new Map(),
})

const makeResults = () => {
  const results = new Map<FlagGroup, Map<string, Map<FlagCode, number>>>()
  const put: Put = (group, id, code, value) => {
    const ids = results.get(group) ?? new Map<string, Map<FlagCode, number>>()
    const flags = ids.get(id) ?? new Map<FlagCode, number>()
    results.set(group, ids.set(id, flags.set(code, value)))
  }
  /** `fromEntries` defines own fields: an id such as `__proto__` stays an id. */
  const asObject = (): FlagResults =>
    Object.fromEntries(
      [...results].map(([group, ids]) => [
        group,
        Object.fromEntries([...ids].map(([id, flags]) => [id, Object.fromEntries(flags)])),
      ]),
    )
  return { put, asObject }
}

/**
 * Red flags in compiled releases, as Open Contracting Partnership's Cardinal defines them
 * (https://cardinal.readthedocs.io/en/latest/cli/indicators/). A flag says where to look; it proves nothing.
 * Reads each release once and keeps sums only.
 */
export const findFlags = (
  releases: Iterable<JsonObject>,
  settings: FlagSettings = {},
): { readonly results: FlagResults; readonly processes: number; readonly excluded: number } => {
  const isOn = (code: FlagCode): boolean => (settings.only ?? FLAG_CODES).includes(code)
  const watch: Watch = { settings, currency: settings.currency }
  const tally = emptyTally()
  const { put, asObject } = makeResults()
  let [processes, excluded] = [0, 0]
  for (const release of releases) {
    const subject = isCancelled(release) ? null : processOf(release)
    if (subject === null || settings.excludedMethods?.includes(subject.methodDetails ?? '')) {
      excluded += 1
      continue
    }
    processes += 1
    for (const code of FLAG_CODES) {
      const raised = isOn(code) ? PROCESS_RULES[code]?.(subject, watch) : null
      if (!raised) continue
      put('OCID', subject.ocid, code, raised.value)
      for (const [id, value] of raised.tenderers ?? []) put('Tenderer', id, code, value)
    }
    const margin = marginOf(subject, watch)
    if (margin) tally.margins.push(margin)
    tallyWins(subject, tally)
    tallyDisqualified(subject, tally)
    tallyVariety(subject, tally, settings.R048?.digits ?? 2)
  }
  flagMargins(tally, settings, isOn, put)
  if (isOn('R025')) flagLosers(tally, settings, put)
  if (isOn('R038')) flagDisqualifiers(tally, settings, put)
  if (isOn('R048')) flagVariety(tally, settings, put)
  return { results: asObject(), processes, excluded }
}
