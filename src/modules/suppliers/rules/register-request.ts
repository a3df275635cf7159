import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts'
import { KNOWN_REGISTERS } from '../model/known-registers.ts'
import type { Register, RegisterKind, RegisterRefusal } from '../model.ts'

export type RegisterRequest = {
  readonly kind: RegisterKind
  /** Empty: the register's own name. */
  readonly name: string
  readonly asOf: PlainDate | null
  readonly source: string
  readonly licence: string
  readonly fileNames: readonly string[]
  /** The new edition may be less than half of the one in use; otherwise a part of a register would replace it whole. */
  readonly mayShrink?: boolean
}

export type RegisterPlan = {
  readonly kind: RegisterKind
  readonly name: string
  readonly asOf: PlainDate
  readonly source: string
  readonly licence: string
}

const DAY_IN_NAME = /(20\d{2})[-_]?(\d{2})[-_]?(\d{2})/

/** The day in a file's name: BasicCompanyData-2026-11-01-part1_7.zip. */
const dayInFileName = (name: string): PlainDate | undefined => {
  const found = DAY_IN_NAME.exec(name)
  return found ? parsePlainDate(`${found[1]}-${found[2]}-${found[3]}`) : undefined
}

/** Decides what an import is called and which day it stands for, before any byte is read. */
export const decideRegisterImport = (
  request: RegisterRequest,
  sameName: Pick<Register, 'kind'> | undefined,
  today: PlainDate,
): Decision<RegisterPlan, RegisterRefusal> => {
  const known = KNOWN_REGISTERS[request.kind]
  const name = request.name.trim() || known.name
  if (request.fileNames.length === 0) return refuse('no-file')
  if (name === '') return refuse('name-empty')
  if (sameName && sameName.kind !== request.kind)
    return refuse('name-of-another-kind', { name, kind: sameName.kind })
  const asOf = request.asOf ?? request.fileNames.map(dayInFileName).find((day) => day !== undefined)
  if (asOf === undefined) return refuse('as-of-unknown')
  if (asOf > today) return refuse('as-of-in-future', { asOf })
  return accept({
    kind: request.kind,
    name,
    asOf,
    source: request.source.trim() || known.source,
    licence: request.licence.trim() || known.licence,
  })
}

/** Small lists come and go; below this nothing is kept from shrinking. */
const WORTH_KEEPING = 1000

/** Whether an edition is so much smaller than the one in use that it is more likely a part of the register. */
export const isSuspiciouslySmall = (loaded: number, inUse: number): boolean =>
  inUse >= WORTH_KEEPING && loaded * 2 < inUse
