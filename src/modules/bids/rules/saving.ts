import { type Mark, plainText, whoChanged } from '../../../kernel/seen.ts'
import type { DraftAnswer, DraftAnswers } from '../model.ts'

/** Who saved an answer last, when, and what the forms that saved it had in them. */
export type SavedAnswer = {
  readonly by: string | null
  readonly at: string
  readonly forms: Readonly<Record<string, Mark>>
}
export type SavedAnswers = Readonly<Record<string, SavedAnswer>>

/** What whoever saves had before them. Nothing of it is needed by a program that overwrites on purpose. */
export type Seen = {
  /** The page that was filled in; it saves many times by itself. */
  readonly form?: string
  /** The answers as the page was made. */
  readonly marks?: Readonly<Record<string, Mark>>
  /** Somebody else's answers that were shown, and given up for one's own. */
  readonly chosen?: Readonly<Record<string, Mark>>
  /** The whole draft as a program read it. */
  readonly revision?: number
}

/** An answer as text, in which only what a reader would see makes a difference. */
export const answerText = ({ words, number, pounds, yes, offers }: DraftAnswer): string =>
  JSON.stringify([
    plainText(words),
    plainText(number),
    plainText(pounds),
    yes ?? null,
    (offers ?? [])
      .map(({ framework, measure, quantity, inWords }) => [
        framework,
        measure,
        plainText(quantity),
        plainText(inWords),
      ])
      .filter(([, , quantity, inWords]) => quantity !== '' || inWords !== ''),
  ])

export type SaveDecision = {
  /** What takes the place of the answers that are there. */
  readonly save: DraftAnswers
  /** Questions to which two people have written different answers. */
  readonly conflicts: readonly string[]
}

/**
 * Which of the answers given may be saved. An answer that somebody else has changed since it was seen is not overwritten: where it
 * was only sent along unchanged, the newer one stays; where both were changed, a person chooses.
 */
export const decideSave = (
  draft: { readonly answers: DraftAnswers; readonly saved: SavedAnswers; readonly revision: number },
  given: DraftAnswers,
  seen: Seen,
  markOf: (answer: DraftAnswer) => Mark,
): SaveDecision => {
  const isStale = seen.revision !== undefined && seen.revision !== draft.revision
  const save: Record<string, DraftAnswer> = {}
  const conflicts: string[] = []
  for (const [code, answer] of Object.entries(given)) {
    const [there, mine] = [markOf(draft.answers[code] ?? {}), markOf(answer)]
    const known = draft.saved[code]?.forms[seen.form ?? ''] ?? seen.marks?.[code]
    const isFree = (known === undefined && !isStale) || there === seen.chosen?.[code]
    const changedBy = whoChanged(isFree ? there : known, there, mine)
    if (changedBy === 'me') save[code] = answer
    if (changedBy === 'both') conflicts.push(code)
  }
  return { save, conflicts }
}

/** How many pages may be open on one answer before the oldest is taken for unknown. */
const MOST_FORMS = 8

/** Notes who saved which answers, with what their page has in it now. */
export const noteSaved = (
  before: SavedAnswers,
  save: DraftAnswers,
  who: { readonly by: string | null; readonly at: string; readonly form: string | undefined },
  markOf: (answer: DraftAnswer) => Mark,
): SavedAnswers => {
  const after: Record<string, SavedAnswer> = { ...before }
  for (const [code, answer] of Object.entries(save)) {
    const others = Object.entries(before[code]?.forms ?? {}).filter(([form]) => form !== who.form)
    const own: [string, Mark][] = who.form === undefined ? [] : [[who.form, markOf(answer)]]
    after[code] = {
      by: who.by,
      at: who.at,
      forms: Object.fromEntries([...others, ...own].slice(-MOST_FORMS)),
    }
  }
  return after
}
