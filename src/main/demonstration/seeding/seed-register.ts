import { importRegister, listRegisters, type Register, type SupplierTables } from '#suppliers'
import { actingAs, type Services, today } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { LICENCE, SOURCE } from '../geography/made-up-places.ts'
import type { MadeUpSupplier } from '../suppliers/made-up-supplier.ts'
import { REGISTER_NAME, registerFile } from '../suppliers/register-file.ts'
import { insist } from './insist.ts'
import { withStoredText } from './store-text.ts'

const AS_OF = '2026-11-01'

/** Loads the made-up suppliers as a register. */
export const seedRegister = async (
  services: Services,
  suppliers: readonly MadeUpSupplier[],
): Promise<void> => {
  const operator = actingAs(services, { kind: 'command' }, null)
  const known = await inReading<SupplierTables, Register[]>(operator, listRegisters)
  if (known.some((register) => register.name === REGISTER_NAME && register.current !== null)) return
  const day = today(operator)
  const request = {
    kind: 'plain' as const,
    name: REGISTER_NAME,
    asOf: day < AS_OF ? day : AS_OF,
    source: SOURCE,
    licence: LICENCE,
  }
  const imported = await withStoredText(services, registerFile(suppliers), (path) =>
    importRegister(operator, { ...request, files: [{ path, name: 'northmere-suppliers.csv' }] }),
  )
  insist(imported, 'the register of suppliers')
}
