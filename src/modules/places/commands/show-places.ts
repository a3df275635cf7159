import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { actingAs, type Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { certaintyWords, PLACE_KIND_NAMES } from '../messages.ts'
import type { Location, PlaceWithParts } from '../model.ts'
import type { AreaBook } from '../rules/area-book.ts'
import { nestPlaces } from '../rules/place-tree.ts'
import { type Holder, placesHolding } from '../rules/tier.ts'
import { readAreaBook } from '../store/areas.ts'
import { findCurrentLookup } from '../store/loads.ts'
import { listPlaces } from '../store/places.ts'
import { locatePostcodes } from '../store/postcodes.ts'
import type { PlacesTables } from '../tables.ts'

export const AUTHORITY_OPTION = {
  type: 'string',
  description: 'id of the organisation whose places count; without it, the shared ones',
} as const

/** Who a command acts for: the operator, or the organisation that --authority names. */
export const contextOf = (input: CommandInput): Context => {
  const authority = input.options.authority
  if (authority !== undefined && (typeof authority !== 'string' || !isId(authority))) {
    throw new Unusable('--authority is the id of an organisation. goldthread organisation list shows them.')
  }
  return actingAs(input.services, { kind: 'command' }, authority ?? null)
}

const read = <Result>(ctx: Context, work: (db: Reader<PlacesTables>) => Promise<Result>): Promise<Result> =>
  inReading<PlacesTables, Result>(ctx, work)

/** The place with this address name or id, or Unusable. */
export const findPlaceNamed = (places: readonly PlaceWithParts[], name: string): PlaceWithParts => {
  const wanted = name.toLowerCase()
  const found = places.filter(
    (place) => place.id === name || place.slug === wanted || place.name.toLowerCase() === wanted,
  )
  const [place] = found
  if (!place) throw new Unusable(`There is no place “${name}”. goldthread places list shows them.`)
  return found.find((candidate) => candidate.authorityId !== null) ?? place
}

const asJson = ({ id, name, slug, kind, parentId, authorityId, parts }: PlaceWithParts) => ({
  id,
  name,
  slug,
  kind,
  parentId,
  isShared: authorityId === null,
  parts: parts.map((part) => part.code),
})

const listCommand: Command = {
  name: 'places list',
  summary: 'List places, inner ones under those around them, and the postcode lookup in use',
  usage: '',
  minArgs: 0,
  maxArgs: 0,
  options: { authority: AUTHORITY_OPTION },
  examples: ['places list', 'places list --json'],
  run: async (input): Promise<ExitCode> => {
    const ctx = contextOf(input)
    const [places, lookup] = await read(ctx, async (db) => [
      await listPlaces(db, ctx.authorityId),
      await findCurrentLookup(db),
    ])
    const { terminal } = input
    terminal.answer({
      places: places.map(asJson),
      lookup: lookup ? { edition: lookup.edition, postcodes: lookup.rowsKept, source: lookup.source } : null,
    })
    for (const { place, depth } of nestPlaces(places)) {
      terminal.print(`${'  '.repeat(depth)}${place.name} (${PLACE_KIND_NAMES[place.kind]}) ${place.slug}`)
    }
    if (places.length === 0) terminal.print('There are no places yet. goldthread places define makes one.')
    terminal.print(
      lookup
        ? `Postcode lookup: ${lookup.rowsKept.toLocaleString('en-GB')} postcodes, edition ${lookup.edition || 'not known'}, ${lookup.source}`
        : 'No postcode lookup is loaded. goldthread places load-postcodes FILE loads one.',
    )
    return 0
  },
}

const showCommand: Command = {
  name: 'places show',
  summary: 'Show a place: what it is made of and what it lies in',
  usage: 'PLACE',
  minArgs: 1,
  maxArgs: 1,
  options: { authority: AUTHORITY_OPTION },
  examples: ['places show northmere', 'places show northmere --json'],
  run: async (input): Promise<ExitCode> => {
    const ctx = contextOf(input)
    const places = await read(ctx, (db) => listPlaces(db, ctx.authorityId))
    const place = findPlaceNamed(places, input.args[0] ?? '')
    const parent = places.find((candidate) => candidate.id === place.parentId)
    const inner = places.filter((candidate) => candidate.parentId === place.id)
    const { terminal } = input
    terminal.answer({ ...asJson(place), parent: parent?.name ?? null, inner: inner.map(({ name }) => name) })
    terminal.print(
      `${place.name} (${PLACE_KIND_NAMES[place.kind]}), ${place.authorityId === null ? 'shared' : 'own'}`,
    )
    terminal.print(`  lies in   ${parent?.name ?? 'nothing'}`)
    terminal.print(`  parts     ${place.parts.map((part) => part.code).join(', ') || 'none of its own'}`)
    if (inner.length > 0) terminal.print(`  holds     ${inner.map(({ name }) => name).join(', ')}`)
    terminal.print(`  id        ${place.id}`)
    return 0
  },
}

const printLocation = (
  input: CommandInput,
  location: Location,
  holders: readonly Holder[],
  book: AreaBook,
): void => {
  const { terminal } = input
  terminal.print(
    location.postcode ?? location.sector ?? location.district ?? location.area ?? '(no postcode)',
  )
  if (location.outside) terminal.print(`  ${location.outside}`)
  if (location.isTerminated) terminal.print('  Royal Mail no longer uses this postcode')
  for (const code of location.areaCodes) terminal.print(`  ${code}  ${book.get(code)?.name ?? ''}`)
  for (const holder of holders)
    terminal.print(`  in ${holder.place.name}, ${certaintyWords(location, holder)}`)
}

/** The answer names shares; where each of the surrounding postcodes lies would drown it. */
const withoutSpread = ({ spread: _spread, ...location }: Location) => location

const locateCommand: Command = {
  name: 'places locate',
  summary: 'Say where postcodes are: their official areas and the places that hold them',
  usage: 'POSTCODE… (or one a line on standard input)',
  minArgs: 0,
  maxArgs: 10_000,
  options: { authority: AUTHORITY_OPTION },
  examples: ['places locate "PR1 2HE"', 'places locate PR1 --json', 'places locate < postcodes.txt'],
  run: async (input): Promise<ExitCode> => {
    const ctx = contextOf(input)
    const lines = input.args.length > 0 ? input.args : (await input.terminal.readInput()).split(/\r?\n/)
    const texts = lines.filter((text) => text.trim() !== '')
    const { places, book, locations } = await read(ctx, async (db) => ({
      places: await listPlaces(db, ctx.authorityId),
      book: await readAreaBook(db),
      locations: await locatePostcodes(db, texts),
    }))
    const found = locations.map((location, at) => ({
      text: texts[at] ?? '',
      location,
      holders: placesHolding(places, book, location),
    }))
    input.terminal.answer({
      locations: found.map(({ text, location, holders }) => ({
        text,
        ...withoutSpread(location),
        places: holders.map(({ place, certainty, share }) => ({
          name: place.name,
          slug: place.slug,
          certainty,
          share,
        })),
      })),
    })
    for (const { location, holders } of found) printLocation(input, location, holders, book)
    return found.some(({ location }) => location.precision !== 'none' || location.outside) ? 0 : 1
  },
}

export const showCommands: readonly Command[] = [listCommand, showCommand, locateCommand]
