import { type PaidTo, paidTo, type SpendTables } from '#spend'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import type { Commitment, Contract, Delivery, Extension, NamedSupplier, TermState } from './model.ts'
import { hasBegun, textOn } from './rules/as-it-stood.ts'
import {
  type BasisTotal,
  type Facts,
  type Progress,
  progressOf,
  shareOfPrice,
  totalsByBasis,
} from './rules/progress.ts'
import { type SpendOfContract, spendOfContract } from './rules/spend-of-contract.ts'
import { endOn, furthestEnd, stateOn } from './rules/term.ts'
import { listCommitments } from './store/commitments.ts'
import { countContractsOfSupplier, getContract, listExtensions } from './store/contracts.ts'
import { listDeliveries } from './store/deliveries.ts'
import { listFormerTexts } from './store/former-texts.ts'
import { listOtherSuppliers } from './store/other-suppliers.ts'
import type { ContractsTables } from './tables.ts'

export type CommitmentProgress = { readonly commitment: Commitment; readonly progress: Progress }

export type ContractReport = {
  readonly contract: Contract
  /** The suppliers beside the first. */
  readonly others: readonly NamedSupplier[]
  readonly extensions: readonly Extension[]
  /** The day the report is for. */
  readonly on: PlainDate
  readonly state: TermState
  readonly currentEnd: PlainDate | null
  readonly furthestEnd: PlainDate | null
  readonly spend: SpendOfContract
  readonly commitments: readonly CommitmentProgress[]
  readonly totals: readonly BasisTotal[]
  /** By basis: pounds promised for each pound of the contract's value. */
  readonly shares: readonly { readonly basis: string; readonly share: string }[]
  /** Deliveries that nobody had promised, apart from the others. */
  readonly unplanned: readonly Delivery[]
  readonly deliveries: readonly Delivery[]
}

const NOTHING: PaidTo = {
  byReferencePence: 0,
  byReferencePayments: 0,
  bySupplierPence: 0,
  bySupplierPayments: 0,
}

const readSpend = async (
  db: Reader<ContractsTables>,
  contract: Contract,
  to: PlainDate,
  others: number,
): Promise<SpendOfContract> => {
  const { supplierKey, reference, startsOn } = contract
  if (startsOn !== null && startsOn > to) return spendOfContract(NOTHING, 1)
  const paid = await paidTo(db as unknown as Reader<SpendTables>, {
    supplierKey,
    contractReference: reference,
    from: startsOn,
    to,
  })
  return spendOfContract(paid, await countContractsOfSupplier(db, supplierKey), others)
}

/** A contract as it stood on a day: its term, what was paid, what was promised and what of it is verified. Throws NotFound. */
export const readContract = async (
  db: Reader<ContractsTables>,
  id: string,
  on: PlainDate,
): Promise<ContractReport> => {
  const current = await getContract(db, id)
  const former = await listFormerTexts(db, id)
  const contract = { ...current, ...textOn(current, former, on) }
  const extensions = (await listExtensions(db, id)).get(id) ?? []
  const currentEnd = endOn(contract, extensions, on)
  const others = (await listOtherSuppliers(db, id)).get(id) ?? []
  const spend = await readSpend(db, contract, on, others.length)
  const { startsOn, valuePence } = contract
  const facts: Facts = { on, startsOn, endsOn: currentEnd, valuePence, paidPence: spend.paidPence }
  const deliveries = await listDeliveries(db, id)
  const held = (await listCommitments(db, id)).filter((one) => hasBegun(one, on))
  const commitments = held.map((commitment) => ({
    commitment,
    progress: progressOf(
      commitment,
      deliveries.filter(({ commitmentId }) => commitmentId === commitment.id),
      facts,
    ),
  }))
  const totals = totalsByBasis(commitments)
  return {
    contract,
    others,
    extensions,
    on,
    state: stateOn(contract, extensions, on),
    currentEnd,
    furthestEnd: furthestEnd(contract, extensions),
    spend,
    commitments,
    totals,
    shares: totals.flatMap(({ basis, promised }) => {
      const share = shareOfPrice(promised, valuePence)
      return share === null ? [] : [{ basis, share }]
    }),
    unplanned: deliveries.filter(({ commitmentId }) => commitmentId === null),
    deliveries,
  }
}
