import { parsePlainDate } from '../../../kernel/plain-date.ts'
import type { Table } from '../../../platform/tables/read-table.ts'
import type { ReferenceKind } from '../model/adaptation.ts'
import type { Source, WageRate } from '../model/reference.ts'
import { WAGE_KINDS } from '../model/reference.ts'
import type { PriceYear } from '../model.ts'
import { exact, readDecimal, readShare } from '../rules/exact.ts'
import { isFinancialYear, readPriceYear } from '../rules/price-years.ts'
import type { ReferenceSet } from '../rules/reference-sets.ts'

export type ReferenceFault = { readonly row: number; readonly problem: string }
export type ReferenceContent = Pick<ReferenceSet, 'kind' | 'content'>
export type ReadReference =
  | { readonly ok: true; readonly set: ReferenceContent; readonly rows: number }
  | { readonly ok: false; readonly faults: readonly ReferenceFault[] }

/** What each kind of set is made of: its columns, in the words of the file. */
export const REFERENCE_COLUMNS: Readonly<Record<ReferenceKind, readonly string[]>> = {
  deflators: ['year', 'index', 'forecast'],
  'carbon-values': ['year', 'low', 'central', 'high'],
  'discount-rates': ['schedule', 'from year', 'to year', 'rate'],
  wages: ['kind', 'place', 'who', 'from', 'to', 'hourly'],
}

type Row = { readonly number: number; readonly texts: Readonly<Record<string, string>> }
type Fault = (row: Row, problem: string) => null

const bare = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s-]+/g, ' ')

const day = parsePlainDate

const amount = (row: Row, name: string, fault: Fault): string | null => {
  const text = row.texts[name] ?? ''
  const value = readDecimal(text)
  if (!value)
    return fault(row, text === '' ? `There is no ${name}` : `The ${name} “${text.slice(0, 40)}” is no number`)
  return value.lte(0) ? fault(row, `The ${name} ${text} is not above nothing`) : value.toFixed()
}

const deflator = (row: Row, fault: Fault) => {
  const year = readPriceYear(row.texts.year ?? '')
  if (!year || year === 'nominal')
    return fault(row, `“${row.texts.year ?? ''}” is no year. Write 2025/26 or 2025`)
  const index = amount(row, 'index', fault)
  return index === null
    ? null
    : { year, index, isForecast: /^(?:y|yes|true|1|forecast)$/i.test(row.texts.forecast ?? '') }
}

const carbon = (row: Row, fault: Fault) => {
  const year = Number(row.texts.year)
  if (!/^\d{4}$/.test(row.texts.year ?? ''))
    return fault(row, `“${row.texts.year ?? ''}” is no year. Write 2026`)
  const [low, central, high] = [
    amount(row, 'low', fault),
    amount(row, 'central', fault),
    amount(row, 'high', fault),
  ]
  if (!low || !central || !high) return null
  if (exact(low).gt(central) || exact(high).lt(central))
    return fault(row, 'The range does not hold its centre')
  return { year, low, central, high }
}

const rate = (row: Row, fault: Fault) => {
  const { schedule = '', 'from year': from = '', 'to year': to = '' } = row.texts
  const share = readShare(row.texts.rate ?? '')
  if (!/^[a-z0-9-]+$/.test(schedule)) return fault(row, 'Name the schedule: green-book or green-book-health')
  if (!/^\d{1,3}$/.test(from) || !(to === '' || (/^\d{1,3}$/.test(to) && Number(to) >= Number(from))))
    return fault(row, 'The years run from a whole number to a later one, or on (empty)')
  if (!share) return fault(row, 'The rate is no share. Write 3.5% or 0.035')
  return {
    schedule,
    band: { fromYear: Number(from), toYear: to === '' ? null : Number(to), rate: share.toFixed() },
  }
}

const wage = (row: Row, fault: Fault): Omit<WageRate, 'source'> | null => {
  const kind = WAGE_KINDS.find((known) => known === row.texts.kind)
  if (!kind) return fault(row, `The kind is one of: ${WAGE_KINDS.join(', ')}`)
  const place = row.texts.place === 'london' ? 'london' : row.texts.place === 'uk' ? 'uk' : null
  if (!place) return fault(row, 'The place is uk or london')
  const [from, to] = [day(row.texts.from ?? ''), day(row.texts.to ?? '')]
  if (!from || !to || to < from) return fault(row, 'It holds from one day to a later one. Write 2026-04-01')
  const hourly = amount(row, 'hourly', fault)
  return hourly === null ? null : { kind, place, who: row.texts.who ?? '', from, to, hourly }
}

const sameTwice = (rows: readonly Row[], keyOf: (row: Row) => string, fault: Fault): void => {
  const first = new Map<string, number>()
  for (const row of rows) {
    const seen = first.get(keyOf(row))
    if (seen === undefined) first.set(keyOf(row), row.number)
    else fault(row, `Row ${seen} says the same year already`)
  }
}

const present = <Value>(values: readonly (Value | null)[]): Value[] =>
  values.filter((value): value is Value & {} => value !== null)

const readers: Readonly<
  Record<
    ReferenceKind,
    (rows: readonly Row[], fault: Fault, about: { source: Source; priceYear: PriceYear }) => ReferenceContent
  >
> = {
  deflators: (rows, fault) => {
    sameTwice(rows, ({ texts }) => texts.year ?? '', fault)
    const points = present(rows.map((row) => deflator(row, fault)))
    const financial = points.filter(({ year }) => isFinancialYear(year)).length
    if (financial > 0 && financial < points.length && rows[0])
      fault(rows[0], 'Financial and calendar years stand in one file. Hand them in one by one')
    return { kind: 'deflators', content: { points, years: financial > 0 ? 'financial' : 'calendar' } }
  },
  'carbon-values': (rows, fault, { priceYear }) => {
    sameTwice(rows, ({ texts }) => texts.year ?? '', fault)
    return {
      kind: 'carbon-values',
      content: { points: present(rows.map((row) => carbon(row, fault))), priceYear },
    }
  },
  'discount-rates': (rows, fault, { source }) => {
    const bands = Map.groupBy(present(rows.map((row) => rate(row, fault))), ({ schedule }) => schedule)
    const schedules = [...bands].map(([id, list]) => ({
      id,
      title: `${source.title}: ${id}`,
      source: source.id,
      inForceFrom: day(source.publishedOn) ?? '2000-01-01',
      inForceTo: null,
      bands: list.map(({ band }) => band).sort((a, b) => a.fromYear - b.fromYear),
    }))
    for (const { id, bands: own } of schedules)
      if (
        own.some(({ fromYear }, at) => fromYear !== (at === 0 ? 0 : (own[at - 1]?.toYear ?? -2) + 1)) &&
        rows[0]
      )
        fault(rows[0], `The bands of ${id} leave a gap or overlap. The first begins at year 0`)
    return { kind: 'discount-rates', content: { schedules } }
  },
  wages: (rows, fault, { source }) => ({
    kind: 'wages',
    content: {
      wages: present(rows.map((row) => wage(row, fault))).map((each) => ({ ...each, source: source.id })),
    },
  }),
}

/** Reference data out of a table, or each fault with its row. */
export const readReferenceTable = (
  { rows }: Table,
  kind: ReferenceKind,
  about: { readonly source: Source; readonly priceYear: PriceYear },
): ReadReference => {
  const wanted = REFERENCE_COLUMNS[kind]
  const needed = wanted.filter((column) => column !== 'forecast' && column !== 'to year' && column !== 'who')
  const at = rows
    .slice(0, 10)
    .findIndex(({ cells }) => needed.every((column) => cells.map(bare).includes(column)))
  const header = rows[at]
  if (!header)
    return { ok: false, faults: [{ row: 1, problem: `No row names the columns: ${wanted.join(', ')}` }] }
  const columns = header.cells.map(bare)
  const read = rows
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(
      ({ row, cells }): Row => ({
        number: row,
        texts: Object.fromEntries(columns.map((column, index) => [column, (cells[index] ?? '').trim()])),
      }),
    )
  const faults: ReferenceFault[] = rows.flatMap(({ row, notValues }) =>
    notValues.size > 0
      ? [{ row, problem: 'A cell holds a formula or an error. Put the value in its place' }]
      : [],
  )
  const fault: Fault = (row, problem) => {
    faults.push({ row: row.number, problem })
    return null
  }
  const set = readers[kind](read, fault, about)
  if (read.length === 0) faults.push({ row: header.row, problem: 'There is nothing below the header' })
  if (faults.length > 0) return { ok: false, faults: faults.sort((a, b) => a.row - b.row) }
  return { ok: true, set, rows: read.length }
}
