import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import type { Contract } from './model.ts'
import { findContractByReference, getContract } from './store/contracts.ts'
import type { ContractsTables } from './tables.ts'

/** The contract that a program names, by its id or by its reference. Throws NotFound where there is none. */
export const contractNamed = (ctx: Context, name: string): Promise<Contract> =>
  inReading(ctx, async (db: Reader<ContractsTables>) => {
    if (isId(name)) return getContract(db, name)
    const isText = name !== '' && name.length <= 100 && !name.includes('\0')
    const found = isText ? await findContractByReference(db, name) : undefined
    if (!found) throw new NotFound(`There is no contract with the reference “${name.slice(0, 100)}”.`)
    return found
  })
