import type { FlagSettings } from '../../model/flags.ts'
import { isObject, type Json, type JsonObject, objectsIn } from '../../model/json.ts'

export type Price = { readonly amount: number; readonly currency: string }
export type Bid = {
  readonly status: string
  readonly tenderers: readonly string[]
  readonly price: Price | null
  readonly received: number
}
export type Award = {
  readonly status: string
  readonly suppliers: readonly string[]
  readonly classifications: readonly string[]
}

/** What the flags read of one compiled release; anything of another type counts as absent. */
export type Process = {
  readonly ocid: string
  readonly buyer: string | null
  readonly procuringEntity: string | null
  readonly method: string | null
  readonly methodDetails: string | null
  readonly tenderStart: number
  readonly tenderEnd: number
  readonly numberOfTenderers: number | null
  readonly bids: readonly Bid[]
  readonly awards: readonly Award[]
}

const objectAt = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
const textAt = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)
const idsAt = (value: Json | undefined): string[] => objectsIn(value).flatMap(({ id }) => textAt(id) ?? [])
const momentAt = (value: Json | undefined): number =>
  typeof value === 'string' ? Date.parse(value) : Number.NaN

const priceOf = (value: Json | undefined): Price | null => {
  const { amount, currency } = objectAt(value)
  return typeof amount === 'number' && typeof currency === 'string' ? { amount, currency } : null
}

export const processOf = (release: JsonObject): Process | null => {
  const { ocid } = release
  if (typeof ocid !== 'string') return null
  const tender = objectAt(release.tender)
  const period = objectAt(tender.tenderPeriod)
  return {
    ocid,
    buyer: textAt(objectAt(release.buyer).id),
    procuringEntity: textAt(objectAt(tender.procuringEntity).id),
    method: textAt(tender.procurementMethod),
    methodDetails: textAt(tender.procurementMethodDetails),
    tenderStart: momentAt(period.startDate),
    tenderEnd: momentAt(period.endDate),
    numberOfTenderers: typeof tender.numberOfTenderers === 'number' ? tender.numberOfTenderers : null,
    bids: objectsIn(objectAt(release.bids).details).map((bid) => ({
      status: textAt(bid.status) ?? '',
      tenderers: idsAt(bid.tenderers),
      price: priceOf(bid.value),
      received: momentAt(bid.date),
    })),
    awards: objectsIn(release.awards).map((award) => ({
      status: textAt(award.status) ?? '',
      suppliers: idsAt(award.suppliers),
      classifications: objectsIn(award.items).flatMap(
        (item) => textAt(objectAt(item.classification).id) ?? [],
      ),
    })),
  }
}

export const isCancelled = (release: JsonObject): boolean => objectAt(release.tender).status === 'cancelled'

const SUBMITTED: ReadonlySet<string> = new Set(['pending', 'valid', 'disqualified'])
/** Bids that were handed in: not the invited and not the withdrawn. */
export const submittedBids = ({ bids }: Process): Bid[] => bids.filter(({ status }) => SUBMITTED.has(status))
export const validBids = ({ bids }: Process): Bid[] => bids.filter(({ status }) => status === 'valid')

export const activeAwards = ({ awards }: Process): Award[] =>
  awards.filter(({ status }) => status === 'active')

const FINAL: ReadonlySet<string> = new Set(['active', 'cancelled', 'unsuccessful'])
export const areAllAwardsFinal = ({ awards }: Process): boolean =>
  awards.length > 0 && awards.every(({ status }) => FINAL.has(status))

/** The only supplier of the only award that stands, where all awards are final. */
export const singleWinner = (subject: Process): string | null => {
  const active = activeAwards(subject)
  const suppliers = active[0]?.suppliers ?? []
  return areAllAwardsFinal(subject) && active.length === 1 && suppliers.length === 1
    ? (suppliers[0] ?? null)
    : null
}

/** Whether price decides, as far as the settings say so. */
export const isPriceCompared = ({ methodDetails }: Process, settings: FlagSettings): boolean => {
  const { priceComparisonMethods: compared, noPriceComparisonMethods: notCompared } = settings
  if (methodDetails === null) return true
  if (compared !== undefined && !compared.includes(methodDetails)) return false
  return !notCompared?.includes(methodDetails)
}
