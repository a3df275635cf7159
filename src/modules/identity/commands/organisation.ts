import { listPlaces, type PlacesTables } from '#places'
import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { actingAs } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { createOrganisation, setHomePlace } from '../actions/organisations.ts'
import { messageOf } from '../messages.ts'
import { ORGANISATION_KINDS, type OrganisationKind } from '../model.ts'
import { findOrganisationBySlug, listOrganisations } from '../store/organisations.ts'
import type { IdentityTables } from '../tables.ts'

const KINDS = Object.keys(ORGANISATION_KINDS) as OrganisationKind[]

const list = async ({ services, options, terminal }: CommandInput): Promise<ExitCode> => {
  const ctx = actingAs(services, { kind: 'command' }, null)
  const organisations = await inReading(ctx, (db: Reader<IdentityTables>) =>
    listOrganisations(db, { authorities: options.authorities === true }),
  )
  terminal.answer({ organisations })
  for (const { slug, name, kind, isAuthority } of organisations)
    terminal.print(
      `${slug.padEnd(32)} ${name} (${ORGANISATION_KINDS[kind]}${isAuthority ? ', contracting authority' : ''})`,
    )
  if (organisations.length === 0)
    terminal.warn('There is no organisation yet. goldthread organisation create adds one.')
  return 0
}

const create = async ({ services, args, options, terminal }: CommandInput): Promise<ExitCode> => {
  const kind = KINDS.find((known) => known === (options.kind ?? 'council'))
  if (!kind) throw new Unusable(`--kind is one of: ${KINDS.join(', ')}.`)
  const made = await createOrganisation(actingAs(services, { kind: 'command' }, null), {
    name: args[0] ?? '',
    slug: typeof options.slug === 'string' ? options.slug : undefined,
    kind,
    isAuthority: options['not-an-authority'] !== true,
  })
  if (!made.ok) throw new Unusable(messageOf(made))
  terminal.answer(made.value)
  terminal.print(`${made.value.name} is there as ${made.value.slug} (${made.value.id}).`)
  return 0
}

const home = async ({ services, args, terminal }: CommandInput): Promise<ExitCode> => {
  const [slug = '', placeSlug = ''] = args
  const anyone = actingAs(services, { kind: 'command' }, null)
  const organisation = await inReading(anyone, (db: Reader<IdentityTables>) =>
    findOrganisationBySlug(db, slug),
  )
  if (!organisation)
    throw new Unusable(`There is no organisation "${slug}". goldthread organisation list shows them.`)
  const ctx = actingAs(services, { kind: 'command' }, organisation.id)
  const places = await inReading(ctx, (db: Reader<PlacesTables>) => listPlaces(db, organisation.id))
  const place = places.find((known) => known.slug === placeSlug)
  if (!place)
    throw new Unusable(`There is no place "${placeSlug}" for ${organisation.name}. Define it first.`)
  await setHomePlace(ctx, organisation.id, place.id)
  terminal.answer({ id: organisation.id, homePlaceId: place.id })
  terminal.print(`${organisation.name} counts ${place.name} as its own place.`)
  return 0
}

export const organisationCommands: readonly Command[] = [
  {
    name: 'organisation list',
    summary: 'List the organisations and their short names',
    usage: '',
    minArgs: 0,
    maxArgs: 0,
    options: { authorities: { type: 'boolean', description: 'contracting authorities only' } },
    examples: ['organisation list', 'organisation list --authorities --json'],
    run: list,
  },
  {
    name: 'organisation create',
    summary: 'Add an organisation',
    usage: 'NAME',
    minArgs: 1,
    maxArgs: 1,
    options: {
      kind: { type: 'string', description: `one of: ${KINDS.join(', ')} (council)` },
      slug: { type: 'string', description: 'its short name (made from the name)' },
      'not-an-authority': {
        type: 'boolean',
        description: 'it does not buy under procurement law: nobody signs in for it',
      },
    },
    examples: [
      'organisation create "Northmere City Council"',
      'organisation create "University of Northmere" --kind university --slug uni-northmere',
    ],
    run: create,
  },
  {
    name: 'organisation home',
    summary: 'Set the place that an organisation counts as its own',
    usage: 'ORGANISATION PLACE',
    minArgs: 2,
    maxArgs: 2,
    options: {},
    examples: ['organisation home northmere-city-council northmere'],
    run: home,
  },
]
