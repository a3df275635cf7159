import type { PlainDate } from '../../kernel/plain-date.ts'
import { type Context, today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { endOn } from './rules/term.ts'
import { type LinkedContract, listLinkedContracts } from './store/supplier-links.ts'
import type { ContractsTables } from './tables.ts'

export type SeenContract = Omit<LinkedContract, 'extensions'> & {
  /** With the extensions taken by today; null where it rolls on. */
  readonly currentEnd: PlainDate | null
}

/** The contracts that the acting supplier reports on, with their last day as the register has it today. */
export const readLinkedContracts = async (ctx: Context): Promise<SeenContract[]> => {
  const linked = await inReading(ctx, (db: Reader<ContractsTables>) => listLinkedContracts(db))
  return linked.map(({ extensions, ...contract }) => ({
    ...contract,
    currentEnd: endOn({ startsOn: null, endsOn: contract.endsOn }, extensions, today(ctx)),
  }))
}
