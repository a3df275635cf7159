import { actingAuthority, findOrganisation } from '#identity'
import { findCurrentLookup, getHomeLadder, locatePostcodes, tierOf } from '#places'
import {
  findTradeClasses,
  findTradingEntries,
  listListedSuppliers,
  listRegisterDistricts,
  nameRegisterEditions,
} from '#suppliers'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { inReading } from '../../platform/reading.ts'

/** A supplier near by that may be able to supply something, and what says so. */
export type NearbySupplier = {
  /** `GB-COH-01234567`, as payees have it, so that one who is paid already is known again. */
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly postcode: string
  readonly source: 'register' | 'directory'
  /** Classes of SIC 2007 it trades in. */
  readonly classes: readonly string[]
  /** Divisions of the Common Procurement Vocabulary that it says it supplies; a register knows none. */
  readonly divisions: readonly string[]
  /** Its page in the directory; null where only a register knows it. */
  readonly entryId: string | null
}

type Ladder = Awaited<ReturnType<typeof getHomeLadder>>

/** What is asked of every source of local supply. */
export type SupplyAsk = {
  readonly ladder: Ladder
  /** Places of the ladder that count as local. */
  readonly inside: ReadonlySet<string>
  readonly classes: ReadonlySet<string>
}

/** A source of local supply. Another one (a directory) is one more line in `SOURCES`. */
export type SupplyReader = (db: Reader<never>, ask: SupplyAsk) => Promise<readonly NearbySupplier[]>

/** Districts that are not wholly known to lie outside. */
const districtsNear = async (db: Reader<never>, { ladder, inside }: SupplyAsk): Promise<string[]> => {
  const districts = await listRegisterDistricts(db as never)
  const locations = await locatePostcodes(db as never, districts)
  return districts.filter((_, at) => {
    const tier = tierOf(ladder, locations[at] as (typeof locations)[number])
    if (tier.kind === 'unknown') return true
    if (tier.kind === 'place' && inside.has(tier.placeId)) return true
    return (tier.kind === 'place' || tier.kind === 'rest-of-uk') && tier.share < 1
  })
}

const readRegisters: SupplyReader = async (db, ask) => {
  const entries = await findTradingEntries(db as never, await districtsNear(db, ask), ask.classes)
  const locations = await locatePostcodes(
    db as never,
    entries.map((entry) => entry.postcode),
  )
  return entries.flatMap((entry, at) => {
    const tier = tierOf(ask.ladder, locations[at] as (typeof locations)[number])
    if (tier.kind !== 'place' || !ask.inside.has(tier.placeId)) return []
    return [
      {
        key: `${entry.scheme}-${entry.number}`,
        name: entry.name,
        kind: entry.kind === 'business' ? (entry.size ?? 'business') : entry.kind,
        postcode: entry.postcode,
        source: 'register' as const,
        classes: entry.classes,
        divisions: [],
        entryId: null,
      },
    ]
  })
}

/** What the registers answered, kept while they, the places and the postcodes are the same: a page, its parts and its files ask alike. */
const kept = new Map<string, readonly NearbySupplier[]>()
const KEPT_ANSWERS = 4

const readKeptRegisters: SupplyReader = async (db, ask) => {
  const lookup = await findCurrentLookup(db as never)
  const name = JSON.stringify([
    ask.ladder.places,
    lookup?.id,
    await nameRegisterEditions(db as never),
    [...ask.inside],
    [...ask.classes].sort(),
  ])
  const found = kept.get(name) ?? (await readRegisters(db, ask))
  kept.delete(name)
  kept.set(name, found)
  for (const old of kept.keys()) if (kept.size > KEPT_ANSWERS) kept.delete(old)
  return found
}

/** What suppliers say of themselves in the directory. */
const readDirectory: SupplyReader = async (db, { ladder, inside }) => {
  const listed = await listListedSuppliers(db as never)
  const locations = await locatePostcodes(
    db as never,
    listed.map((supplier) => supplier.postcode),
  )
  return listed.flatMap((supplier, at) => {
    const tier = tierOf(ladder, locations[at] as (typeof locations)[number])
    if (tier.kind !== 'place' || !inside.has(tier.placeId)) return []
    return [
      {
        key: supplier.key ?? `directory:${supplier.entryId}`,
        name: supplier.name,
        kind: supplier.kind,
        postcode: supplier.postcode,
        source: 'directory' as const,
        classes: [],
        divisions: supplier.divisions,
        entryId: supplier.entryId,
      },
    ]
  })
}

/** The directory first: a supplier that stands in both counts as one that says what it supplies. */
const SOURCES: readonly SupplyReader[] = [readDirectory, readKeptRegisters]

/** Suppliers near by that trade in these classes, by every source. */
export const readLocalSupply = (
  ctx: Context,
  inside: ReadonlySet<string>,
  classes: ReadonlySet<string>,
): Promise<readonly NearbySupplier[]> =>
  inReading<never, readonly NearbySupplier[]>(ctx, async (db) => {
    const authorityId = actingAuthority(ctx)
    const organisation = await findOrganisation(db as never, authorityId)
    const ladder = await getHomeLadder(db as never, authorityId, organisation?.homePlaceId ?? null)
    const found: (readonly NearbySupplier[])[] = []
    for (const source of SOURCES) found.push(await source(db, { ladder, inside, classes }))
    // Not `push(...)`: a region may hold more bodies than a call takes arguments.
    return found.flat()
  })

/** Classes of the bodies with these keys, as the registers have them. */
export const readTradeClasses = (
  ctx: Context,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> =>
  inReading<never, ReadonlyMap<string, readonly string[]>>(ctx, (db) => findTradeClasses(db as never, keys))
