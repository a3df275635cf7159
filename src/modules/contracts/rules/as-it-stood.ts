import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Commitment, ContractText } from '../model.ts'

type Former = { readonly untilOn: PlainDate; readonly text: ContractText }

/**
 * What the register said on a day. Each former text held until the day it gave way to the next; where two gave way on
 * one day, the first of them is what held before.
 */
export const textOn = (current: ContractText, former: readonly Former[], on: PlainDate): ContractText => {
  const later = former.filter(({ untilOn }) => on < untilOn)
  return (
    later.reduce<Former | null>(
      (best, one) => (best === null || one.untilOn < best.untilOn ? one : best),
      null,
    )?.text ?? current
  )
}

/** Whether a commitment has begun by a day; one that was replaced since has begun all the same. */
export const hasBegun = ({ fromOn }: Pick<Commitment, 'fromOn'>, on: PlainDate): boolean =>
  fromOn === null || fromOn <= on

/** Whether another commitment has taken its place by a day: then only what was verified of it is still promised. */
export const isReplaced = ({ untilOn }: Pick<Commitment, 'untilOn'>, on: PlainDate): boolean =>
  untilOn !== null && untilOn < on

/** What the register says of a contract, without what the register adds. */
export const onlyText = (contract: ContractText): ContractText => ({
  reference: contract.reference,
  title: contract.title,
  description: contract.description,
  department: contract.department,
  lot: contract.lot,
  supplierName: contract.supplierName,
  supplierNumber: contract.supplierNumber,
  valuePence: contract.valuePence,
  startsOn: contract.startsOn,
  endsOn: contract.endsOn,
  manager: contract.manager,
  supplierContact: contract.supplierContact,
  cpv: contract.cpv,
})
