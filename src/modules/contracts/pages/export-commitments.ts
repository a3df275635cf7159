import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../platform/export-table.ts'
import type { Answer } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { BASIS_NAMES, COMMITMENT_NAMES } from '../messages.ts'
import { type CommitmentProgress, readContract } from '../read-contract.ts'
import type { ContractsTables } from '../tables.ts'

/** `…/commitments.csv` and its sisters: what was promised and what came of it. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const id = idOf(request, 'contractId')
  const on = today(request.ctx)
  const { contract, commitments } = await inReading(request.ctx, (db: Reader<ContractsTables>) =>
    readContract(db, id, on),
  )
  return exportTable<CommitmentProgress>(format, {
    name: `commitments-${contract.reference.replaceAll(/[^\w-]+/g, '-')}`,
    basis: `${contract.title}, up to ${on}; achieved is what a contract manager has verified; unit values as agreed at award`,
    columns: [
      { header: 'commitment', value: ({ commitment }) => commitment.title },
      { header: 'measure', value: ({ commitment }) => commitment.measure ?? '' },
      { header: 'unit', value: ({ commitment }) => commitment.unit },
      { header: 'promised', value: ({ progress }) => progress.promised },
      { header: 'due', value: ({ progress }) => progress.due },
      { header: 'achieved', value: ({ progress }) => progress.verified },
      { header: 'waiting', value: ({ progress }) => progress.waiting },
      { header: 'forecast', value: ({ progress }) => progress.forecast },
      { header: 'state', value: ({ progress }) => COMMITMENT_NAMES[progress.state] },
      { header: 'unit value', value: ({ commitment }) => commitment.unitValue },
      { header: 'price year', value: ({ commitment }) => commitment.priceYear },
      { header: 'basis', value: ({ commitment }) => BASIS_NAMES[commitment.basis] ?? commitment.basis },
      { header: 'place', value: ({ commitment }) => commitment.placeName },
    ],
    rows: commitments,
  })
}
