import { h } from 'preact'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import type { Register } from '../model.ts'
import { deriveLoadProgress, type LoadProgress } from '../rules/load-progress.ts'
import { deriveRegisterAge, type RegisterAge } from '../rules/register-age.ts'
import { listRegisters } from '../store/registers.ts'
import type { SupplierTables } from '../tables.ts'
import { ListRegistersView } from './list-registers.view.tsx'

export type RegisterLine = {
  readonly register: Register
  readonly age: RegisterAge | null
  /** Of the newest attempt, where it is not the edition in use. */
  readonly attempt: LoadProgress | null
}

export const lineOf = (register: Register, day: PlainDate, now: Date): RegisterLine => {
  const { current, latest } = register
  return {
    register,
    age: current && deriveRegisterAge(current.asOf, day),
    attempt: latest && latest.loadId !== current?.loadId ? deriveLoadProgress(latest, now) : null,
  }
}

export const get = async ({ ctx, visitor }: PageRequest): Promise<Answer> => {
  const registers = await inReading(ctx, (db: Reader<SupplierTables>) => listRegisters(db))
  const lines = registers.map((register) => lineOf(register, today(ctx), ctx.clock.now()))
  const view = { lines, mayImport: visitor.permissions.has('suppliers.import') }
  return page('Registers', h(ListRegistersView, view), { width: 'wide' })
}
