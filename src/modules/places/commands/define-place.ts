import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { changePlace, definePlace } from '../actions/define-place.ts'
import { partProblemSentence, placeRefusalSentence } from '../messages.ts'
import {
  PLACE_KINDS,
  type PlaceDraft,
  type PlaceKind,
  type PlacePart,
  type PlaceWithParts,
} from '../model.ts'
import { currentCode } from '../rules/area-book.ts'
import { readParts, slugOf } from '../rules/define-place.ts'
import { readAreaBook } from '../store/areas.ts'
import { listPlaces } from '../store/places.ts'
import type { PlacesTables } from '../tables.ts'
import { AUTHORITY_OPTION, contextOf, findPlaceNamed } from './show-places.ts'

const readKind = (text: unknown): PlaceKind => {
  const kind = PLACE_KINDS.find((known) => known === (text ?? 'other'))
  if (!kind) throw new Unusable(`--kind is one of: ${PLACE_KINDS.join(', ')}.`)
  return kind
}

const readPartsOption = (options: CommandInput['options']): readonly PlacePart[] => {
  const texts = Array.isArray(options.parts) ? options.parts : []
  const { parts, problems } = readParts(texts.join(','))
  if (problems.length > 0)
    throw new Unusable(problems.map((problem) => `${partProblemSentence(problem)}.`).join('\n'))
  return parts
}

/** Says of codes that were succeeded what the place now counts instead. */
const warnOfOldCodes = async (input: CommandInput, parts: readonly PlacePart[]): Promise<void> => {
  const book = await inReading<PlacesTables, Awaited<ReturnType<typeof readAreaBook>>>(
    contextOf(input),
    readAreaBook,
  )
  for (const { kind, code } of parts) {
    const current = currentCode(book, code)
    if (kind !== 'area-code' || current === code) continue
    input.terminal.warn(
      `${code} (${book.get(code)?.name ?? ''}) was succeeded by ${current} (${book.get(current)?.name ?? ''}). Where only the new code is known, all of the new area counts.`,
    )
  }
}

const defineCommand: Command = {
  name: 'places define',
  summary: 'Make a place from postcode areas, districts, sectors or official area codes, or change one',
  usage: 'NAME --parts PR1,PR2,E07000123',
  minArgs: 1,
  maxArgs: 1,
  options: {
    parts: { type: 'string', multiple: true, description: 'what it is made of; may be given more than once' },
    kind: { type: 'string', description: `one of ${PLACE_KINDS.join(', ')}` },
    inside: { type: 'string', description: 'the place it lies in' },
    replace: { type: 'boolean', description: 'change the place of this name if there is one' },
    authority: AUTHORITY_OPTION,
  },
  examples: [
    'places define Lancashire --kind county --parts E10000017',
    'places define Preston --kind city --parts PR1,PR2 --inside Lancashire',
    'places define Preston --kind city --parts E07000123 --inside Lancashire --replace',
  ],
  run: async (input): Promise<ExitCode> => {
    const ctx = contextOf(input)
    const { args, options, terminal } = input
    const places = await inReading<PlacesTables, PlaceWithParts[]>(ctx, (db) =>
      listPlaces(db, ctx.authorityId),
    )
    const name = args[0] ?? ''
    const inside = typeof options.inside === 'string' ? findPlaceNamed(places, options.inside) : undefined
    const parts = readPartsOption(options)
    const draft: PlaceDraft = { name, kind: readKind(options.kind), parentId: inside?.id ?? null, parts }
    const existing = places.find(
      (place) => place.slug === slugOf(name) && place.authorityId === ctx.authorityId,
    )
    const decision =
      existing && options.replace === true
        ? await changePlace(ctx, existing.id, existing.version, draft)
        : await definePlace(ctx, draft)
    if (!decision.ok) {
      terminal.answer({ error: { code: decision.refusal, message: placeRefusalSentence(decision.refusal) } })
      terminal.warn(`${placeRefusalSentence(decision.refusal)}.`)
      return 1
    }
    await warnOfOldCodes(input, parts)
    terminal.answer({ id: decision.value, name, parts: parts.map((part) => part.code) })
    terminal.print(
      `${name}: ${parts.length === 1 ? '1 part' : `${parts.length} parts`}, id ${decision.value}`,
    )
    return 0
  },
}

export const defineCommands: readonly Command[] = [defineCommand]
