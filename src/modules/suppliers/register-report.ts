import type { Clock } from '../../platform/clock.ts'
import { todayInLondon } from '../../platform/clock.ts'
import type { Register, RegisterLoad } from './model.ts'
import { deriveLoadProgress } from './rules/load-progress.ts'
import { deriveRegisterAge } from './rules/register-age.ts'

const loadReport = (load: RegisterLoad, clock: Clock) => ({
  id: load.loadId,
  ...deriveLoadProgress(load, clock.now()),
  asOf: load.asOf,
  source: load.source,
  licence: load.licence,
  loadedAt: load.finishedAt?.toISOString() ?? null,
  rows: { read: load.rowsRead, loaded: load.rowsLoaded, rejected: load.rowsRejected },
  rejected: load.rejectedByReason,
  figures: load.figures,
  notes: load.notes,
  problem: load.problem,
})

/** A register as the API and --json give it. */
export const registerReport = (register: Register, clock: Clock) => ({
  id: register.registerId,
  kind: register.kind,
  name: register.name,
  isOutOfDate:
    register.current !== null && deriveRegisterAge(register.current.asOf, todayInLondon(clock)).isOutOfDate,
  current: register.current && loadReport(register.current, clock),
  latest: register.latest && loadReport(register.latest, clock),
})
