import type { RegisterKind } from '../model.ts'
import type { RegisterFile } from './open-register-file.ts'
import { newTally, readRegister } from './read-register.ts'

/** Which register a file holds, by its header. Throws Unusable where it holds none that is known. */
export const recogniseRegister = async (file: RegisterFile): Promise<RegisterKind> => {
  const tally = newTally()
  for await (const _ of readRegister([file], null, tally)) if (tally.kind !== null) break
  return tally.kind ?? 'plain'
}
