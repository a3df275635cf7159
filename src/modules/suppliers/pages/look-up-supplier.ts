import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { type EntryReport, entryReport } from '../entry-report.ts'
import { readCharityNumber, readCompanyNumber } from '../matching/identifiers.ts'
import type { RegisterEntry } from '../model.ts'
import { normalisePayeeName } from '../registers/name-key.ts'
import {
  findRegisterEntriesByExactName,
  findRegisterEntriesByNameStart,
  findRegisterEntriesByNumber,
  isAnyRegisterLoaded,
} from '../store/entries.ts'
import type { SupplierTables } from '../tables.ts'
import { LookUpSupplierView } from './look-up-supplier.view.tsx'

type Db = Reader<SupplierTables>

const MOST_SHOWN = 50
/** A search for one letter would list the alphabet. */
const SHORTEST_NAME = 3

export type Found = {
  readonly how: 'number' | 'exact-name' | 'name-start'
  readonly entries: readonly EntryReport[]
  readonly hasMore: boolean
}

const numbersIn = (asked: string): string[] => {
  const read = [
    readCompanyNumber(asked)?.number,
    readCharityNumber(asked)?.number,
    asked.trim().toUpperCase().replaceAll(/\s/g, ''),
  ]
  return /\d{4}/.test(asked) ? read.filter((number) => number !== undefined) : []
}

const found = (how: Found['how'], entries: readonly RegisterEntry[], hasMore = false): Found => ({
  how,
  entries: entries.slice(0, MOST_SHOWN).map(entryReport),
  hasMore: hasMore || entries.length > MOST_SHOWN,
})

/** By number where there is one, else by the whole name, else by how names begin. */
const lookUp = async (db: Db, asked: string): Promise<Found | null> => {
  const numbers = numbersIn(asked)
  const byNumber = numbers.length > 0 ? await findRegisterEntriesByNumber(db, { numbers }) : []
  if (byNumber.length > 0) return found('number', byNumber)
  const key = normalisePayeeName(asked)
  if (key.length < SHORTEST_NAME) return null
  const byName = await findRegisterEntriesByExactName(db, [key])
  if (byName.length > 0)
    return found(
      'exact-name',
      byName.map((hit) => hit.entry),
    )
  const { entries, hasMore } = await findRegisterEntriesByNameStart(db, key, MOST_SHOWN)
  return found('name-start', entries, hasMore)
}

export const get = async ({ ctx, query }: PageRequest): Promise<Answer> => {
  const asked = (query.q ?? '').trim().slice(0, 200)
  const view = await inReading(ctx, async (db: Db) => ({
    asked,
    isAnyLoaded: await isAnyRegisterLoaded(db),
    found: asked === '' ? null : await lookUp(db, asked),
    isTooShort:
      asked !== '' && numbersIn(asked).length === 0 && normalisePayeeName(asked).length < SHORTEST_NAME,
  }))
  return page('Look up a supplier', h(LookUpSupplierView, view), { width: 'wide' })
}
