import type { Decision } from '../../kernel/decision.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'
import { contractFromAward } from './actions/awards.ts'
import type { LifeRefusal } from './model/life.ts'
import type { ContractsRefusal } from './model.ts'
import { readAwardForContract } from './read-awards.ts'
import type { ContractsTables } from './tables.ts'

/** What nobody but the council can say when an award becomes a contract. */
export type Taking = {
  /** That of the tender where it is left out. */
  readonly reference?: string | undefined
  readonly startsOn: PlainDate
  /** Null for a contract that rolls on. */
  readonly endsOn: PlainDate | null
  readonly manager: string
}

/** Makes the contract of a final award with what tender and purchase know already. Throws NotFound for another. */
export const takeAward = async (
  ctx: Context,
  awardId: string,
  { reference, ...given }: Taking,
): Promise<Decision<string, ContractsRefusal | LifeRefusal>> => {
  const found = await inReading(ctx, (db: Reader<ContractsTables>) => readAwardForContract(db, awardId))
  return contractFromAward(ctx, found.award, {
    ...given,
    reference: reference ?? found.reference,
    title: found.title,
    department: found.purchase?.department ?? '',
    description: found.purchase?.purpose ?? '',
    cpv: found.cpv,
  })
}
