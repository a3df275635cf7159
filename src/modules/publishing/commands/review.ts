import { actingAuthority, actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { decideOnPhoto } from '../actions/photos.ts'
import { decideOnName, decideOnStory } from '../actions/review.ts'
import { isWaiting, readReview } from '../read-review.ts'
import { reviewSentence } from '../review-words.ts'
import { listHeld, NAMING_DECISIONS } from '../store/review.ts'
import type { PublishingTables } from '../tables.ts'

const ORGANISATION = { organisation: { type: 'string', description: 'whose data it is' } } as const

const waitingCommand: Command = {
  name: 'open-data waiting',
  summary: 'Show what is withheld or held back, and waits for somebody',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: ['open-data waiting --organisation "Northmere City Council"'],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const { review, held } = await inReading(ctx, async (db: Reader<PublishingTables>) => ({
      review: await readReview(db, actingAuthority(ctx)),
      held: await listHeld(db),
    }))
    const names = review.names.filter(({ decision }) => decision === null)
    const stories = review.stories.filter(isWaiting)
    for (const { name, nameKey, foundIn } of names)
      terminal.print(
        `withheld   ${name} (in ${foundIn.join(', ')}): decide whether it is an individual, name ${nameKey}`,
      )
    for (const { id, title, story, decision, photos } of stories) {
      if (decision === null) terminal.print(`not read   ${title}: ${story.slice(0, 80)}; story ${id}`)
      for (const photo of photos)
        if (photo.decision === null)
          terminal.print(`not seen   ${photo.fileName} of ${title}; photo ${photo.id}`)
    }
    for (const { title, reasons } of held) terminal.print(`held back  ${title}: ${reasons.join(' ')}`)
    terminal.answer({ names, stories, held })
    return names.length + stories.length + held.length > 0 ? 1 : 0
  },
}

const KINDS = ['name', 'story', 'photo'] as const

const verdictOf = (text: string): 'approve' | 'refuse' => {
  if (text === 'approve' || text === 'refuse') return text
  throw new Unusable('Say approve or refuse.')
}
const idIn = (text: string): string => {
  if (isId(text)) return text
  throw new Unusable(`"${text}" is no number of a story or photo. goldthread open-data waiting lists them.`)
}

const decideCommand: Command = {
  name: 'open-data decide',
  summary: 'Decide on a name, a story or a photo before it is published',
  usage: 'name|story|photo KEY VERDICT --organisation NAME',
  minArgs: 3,
  maxArgs: 3,
  options: {
    ...ORGANISATION,
    shows: { type: 'string', description: 'what a photo shows, for people who do not see it' },
    reason: { type: 'string', description: 'why a person is named' },
  },
  examples: [
    'open-data decide story 0199a1b2-… approve --organisation "Northmere City Council"',
    'open-data decide photo 0199a1b2-… approve --shows "A mended footpath by a canal" --organisation "Northmere City Council"',
    'open-data decide name quillfeather individual --organisation "Northmere City Council"',
  ],
  run: async ({ services, args, options, terminal }) => {
    const [kind = '', key = '', verdict = ''] = args
    if (!KINDS.some((each) => each === kind)) throw new Unusable(`Say one of: ${KINDS.join(', ')}.`)
    const ctx = await actingForNamed(services, options.organisation)
    const decision = NAMING_DECISIONS.find((each) => each === verdict)
    if (kind === 'name' && !decision) throw new Unusable(`Say one of: ${NAMING_DECISIONS.join(', ')}.`)
    const outcome =
      kind === 'name' && decision
        ? await decideOnName(ctx, key, { decision, note: String(options.reason ?? '') })
        : kind === 'story'
          ? await decideOnStory(ctx, idIn(key), verdictOf(verdict))
          : await decideOnPhoto(ctx, idIn(key), {
              verdict: verdictOf(verdict),
              alternative: String(options.shows ?? ''),
            })
    terminal.answer(outcome.ok ? { decided: true } : { decided: false, refusal: outcome.refusal })
    if (outcome.ok) terminal.print('Decided. Texts follow with the next release, photos at once.')
    else terminal.warn(`${reviewSentence(outcome.refusal)}.`)
    return outcome.ok ? 0 : 1
  },
}

/** `goldthread open-data waiting` and `decide`. */
export const reviewCommands: readonly Command[] = [waitingCommand, decideCommand]
