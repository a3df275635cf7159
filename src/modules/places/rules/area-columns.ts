import type { Area } from '../model.ts'
import { isPlaceholderCode, shippedAreas } from './area-codes.ts'
import { isAreaCode } from './postcode.ts'

export type AreasRead = {
  readonly areas: readonly Area[]
  /** Rows without an official code. */
  readonly refused: number
  /** An ONS look-up by level; any other table does not say who made it. */
  readonly isOnsLookUp: boolean
}

type Rows = readonly (readonly string[])[]

/** ONS look-up tables name columns by level, year and CD or NM: LAD24CD, LAD24NM. Finest level first. */
const LEVELS = [
  'LSOA',
  'MSOA',
  'WD',
  'PARNCP',
  'PAR',
  'LAD',
  'LTLA',
  'UTLA',
  'CTYUA',
  'CTY',
  'CAUTH',
  'RGN',
  'CTRY',
  'EW',
  'GB',
  'UK',
] as const

type LevelColumns = { readonly code: number; readonly name: number; readonly successor: number }

const newestColumn = (names: readonly string[], level: string, kind: 'CD' | 'NM'): number => {
  const exact = names.indexOf(`${level}${kind}`)
  if (exact >= 0) return exact
  const pattern = new RegExp(`^${level}(\\d\\d)${kind}$`)
  const dated = names.flatMap((name, at) =>
    pattern.test(name) ? [{ at, year: pattern.exec(name)?.[1] ?? '' }] : [],
  )
  const [newest] = dated.sort((a, b) => b.year.localeCompare(a.year))
  return newest?.at ?? names.indexOf(`${level}${kind}_ACTIVE`)
}

const levelColumns = (header: readonly string[]): LevelColumns[] => {
  const names = header.map((name) => name.trim().toUpperCase())
  return LEVELS.map((level) => {
    const code = newestColumn(names, level, 'CD')
    const active = names.indexOf(`${level}CD_ACTIVE`)
    return { code, name: newestColumn(names, level, 'NM'), successor: active === code ? -1 : active }
  }).filter((columns) => columns.code >= 0)
}

const cell = (row: readonly string[], at: number): string => (at < 0 ? '' : (row[at] ?? '').trim())

const readLevels = (levels: readonly LevelColumns[], rows: Rows): AreasRead => {
  const areas = new Map<string, Area>()
  let refused = 0
  for (const row of rows) {
    const found = levels
      .map((level) => ({ level, code: cell(row, level.code) }))
      .filter(({ code }) => isAreaCode(code) && !isPlaceholderCode(code))
    if (found.length === 0) refused++
    for (const [at, { level, code }] of found.entries()) {
      if (areas.has(code)) continue
      const successor = cell(row, level.successor)
      areas.set(code, {
        code,
        name: cell(row, level.name) || code,
        parentCodes: [...new Set(found.slice(at + 1).map((holder) => holder.code))].filter(
          (holder) => holder !== code,
        ),
        successorCode: isAreaCode(successor) && successor !== code ? successor : null,
        validFrom: null,
        validUntil: null,
        registerCode: null,
      })
    }
  }
  return { areas: [...areas.values()], refused, isOnsLookUp: true }
}

const LIST_COLUMNS = {
  code: ['code', 'gss-code', 'gss_code', 'area_code', 'areacode', 'area code', 'areacd', 'geography code'],
  name: ['nice-name', 'name', 'area_name', 'areaname', 'area name', 'areanm', 'official-name'],
  register: ['local-authority-code', 'register_code'],
  successor: ['replaced-by', 'successor', 'successor_code', 'replaced_by'],
  from: ['start-date', 'from', 'valid_from'],
  until: ['end-date', 'until', 'valid_until'],
  former: ['former-gss-codes'],
} as const

const PARENT_COLUMNS = [
  'parent',
  'parents',
  'parent_code',
  'county-la',
  'combined-authority',
  'region',
  'nation',
]

const dayOrNull = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null)

/** Reads codes of a cell that may hold an official code, a register code or the name of a region or country. */
const codeResolver = (rows: Rows, codeAt: number, registerAt: number) => {
  const known = new Map<string, string>()
  for (const area of shippedAreas()) known.set(area.name.toLowerCase(), area.code)
  for (const row of rows) {
    const register = cell(row, registerAt).toLowerCase()
    if (register !== '' && isAreaCode(cell(row, codeAt))) known.set(register, cell(row, codeAt))
  }
  return (text: string): string[] => {
    const whole = known.get(text.toLowerCase())
    const pieces = whole
      ? [whole]
      : text.split(/[\s,;|]+/).map((piece) => known.get(piece.toLowerCase()) ?? piece)
    return pieces.filter((code) => isAreaCode(code) && !isPlaceholderCode(code))
  }
}

const readList = (header: readonly string[], rows: Rows): AreasRead | undefined => {
  const names = header.map((name) => name.trim().toLowerCase())
  const columnOf = (choices: readonly string[]): number =>
    choices.map((choice) => names.indexOf(choice)).find((at) => at >= 0) ?? -1
  const at = Object.fromEntries(
    Object.entries(LIST_COLUMNS).map(([field, choices]) => [field, columnOf(choices)]),
  ) as Record<keyof typeof LIST_COLUMNS, number>
  if (at.code < 0 || at.name < 0) return undefined
  const parents = PARENT_COLUMNS.map((name) => names.indexOf(name)).filter((column) => column >= 0)
  const resolve = codeResolver(rows, at.code, at.register)
  const areas = new Map<string, Area>()
  let refused = 0
  for (const row of rows) {
    const code = cell(row, at.code)
    if (!isAreaCode(code) || isPlaceholderCode(code)) {
      refused++
      continue
    }
    const name = cell(row, at.name) || code
    const parentCodes = [...new Set(parents.flatMap((column) => resolve(cell(row, column))))].filter(
      (p) => p !== code,
    )
    const successor = resolve(cell(row, at.successor)).find((next) => next !== code)
    areas.set(code, {
      code,
      name,
      parentCodes,
      successorCode: successor ?? null,
      validFrom: dayOrNull(cell(row, at.from)),
      validUntil: dayOrNull(cell(row, at.until)),
      registerCode: cell(row, at.register) || null,
    })
    for (const former of resolve(cell(row, at.former))) {
      if (areas.has(former) || former === code) continue
      areas.set(former, {
        code: former,
        name,
        parentCodes,
        successorCode: code,
        validFrom: null,
        validUntil: null,
        registerCode: null,
      })
    }
  }
  return { areas: [...areas.values()], refused, isOnsLookUp: false }
}

/**
 * Reads official areas from a table: an ONS look-up by level (WD25CD, LAD25CD, RGN25CD …), a register of local
 * authorities with start, end and successor, or a plain list with the columns code, name, parent, successor.
 * Undefined where the columns are none of these.
 */
export const readAreas = (header: readonly string[], rows: Rows): AreasRead | undefined => {
  const levels = levelColumns(header)
  return levels.length > 0 ? readLevels(levels, rows) : readList(header, rows)
}
