import type { Marks, Parts } from '../../kernel/seen.ts'
import { changedMeanwhile, marksOf, readSeen, SEEN_FIELD } from '../seen.ts'
import type { Meanwhile, PartInWords } from '../views/views.ts'
import { typed } from './form.ts'
import type { PageRequest } from './route.ts'

/** What was there as a form was filled in. */
export const seenIn = (form: PageRequest['form']): Marks => readSeen(typed(form, SEEN_FIELD))

/** How a form stands against what is there: what it has seen, and what somebody else wrote that it has not. */
export type Standing = { readonly seen: Marks | null; readonly meanwhile: Meanwhile | null }

export const NOTHING_SEEN: Standing = { seen: null, meanwhile: null }

/** A form as it is first shown, filled from what is there. */
export const asThere = (there: Parts): Standing => ({ seen: marksOf(there), meanwhile: null })

/** A form as it was sent, with something to put right: it has seen no more than before. */
export const asSent = (form: PageRequest['form']): Standing => ({ seen: seenIn(form), meanwhile: null })

/** The field of the message that somebody else saved first: it leads to the two texts. */
export const MEANWHILE_FIELD = 'meanwhile'

type Compared = {
  readonly seen: Marks
  readonly there: Parts
  readonly mine: Parts
  readonly by: string
  readonly inWords: (part: string) => Omit<PartInWords, 'changedBy'>
}

/**
 * A form after somebody else saved first, with their text beside what was typed. In the parts that `others` alone have
 * changed it is to hold theirs; sent again, it has seen all that it shows.
 */
export const afterOthers = ({ seen, there, mine, by, inWords }: Compared) => {
  const parts = changedMeanwhile(seen, there, mine)
  const standing: Standing = {
    seen: marksOf(there),
    meanwhile: { by, parts: parts.map(({ part, changedBy }) => ({ ...inWords(part), changedBy })) },
  }
  const others = parts.filter(({ changedBy }) => changedBy === 'others').map(({ part }) => part)
  return { standing, others }
}

/** What was typed, with what is there in the parts that others alone have changed. */
export const withTheirs = <Fields extends object>(
  typedFields: Fields,
  there: Fields,
  others: readonly string[],
): Fields => ({
  ...typedFields,
  ...Object.fromEntries(Object.entries(there).filter(([part]) => others.includes(part))),
})
