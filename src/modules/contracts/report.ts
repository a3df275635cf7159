import type { ContractReport } from './read-contract.ts'
import type { RegisterRow } from './register-list.ts'

type RowFacts = Pick<
  RegisterRow,
  | 'id'
  | 'reference'
  | 'title'
  | 'department'
  | 'lot'
  | 'supplierName'
  | 'supplierNumber'
  | 'valuePence'
  | 'startsOn'
  | 'endsOn'
  | 'currentEnd'
  | 'furthestEnd'
  | 'state'
>

/** A line of the register, for the API and the command line. */
export const registerRowJson = (row: RowFacts) => ({
  id: row.id,
  reference: row.reference,
  title: row.title,
  department: row.department,
  lot: row.lot,
  supplier: {
    name: row.supplierName,
    scheme: row.supplierNumber?.scheme ?? null,
    number: row.supplierNumber?.number ?? null,
  },
  valuePence: row.valuePence,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  currentEnd: row.currentEnd,
  furthestEnd: row.furthestEnd,
  state: row.state,
})

/** All of one contract, for the API and the command line. Sums are by basis, never one. */
export const contractJson = (report: ContractReport) => {
  const { contract, others, currentEnd, furthestEnd, state, on, spend, commitments, unplanned, totals } =
    report
  return {
    ...registerRowJson({ ...contract, currentEnd, furthestEnd, state }),
    otherSuppliers: others.map(({ name, number }) => ({
      name,
      scheme: number?.scheme ?? null,
      number: number?.number ?? null,
    })),
    on,
    paidPence: spend.paidPence,
    paidHow: spend.how,
    commitments: commitments.map(({ commitment, progress }) => ({
      id: commitment.id,
      title: commitment.title,
      measure: commitment.measure,
      unit: commitment.unit,
      ...progress,
      unitValue: commitment.unitValue,
      priceYear: commitment.priceYear,
      basis: commitment.basis,
      schedule: commitment.schedule,
      quantity: commitment.quantity,
      placeName: commitment.placeName,
      evidenceRule: commitment.evidenceRule,
      owner: commitment.owner,
      supplierOwner: commitment.supplierOwner,
      priorityId: commitment.priorityId,
      scalesWithSpend: commitment.scalesWithSpend,
    })),
    unplanned: unplanned.map(({ id, title, unit, quantity, verifiedQuantity, status }) => ({
      id,
      title,
      unit,
      quantity,
      verified: verifiedQuantity,
      status,
    })),
    totals: totals.map(({ basis, promised, verified }) => ({
      basis,
      promisedPence: Number(promised),
      verifiedPence: Number(verified),
    })),
  }
}
