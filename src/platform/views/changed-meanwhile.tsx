import type { ComponentChildren } from 'preact'
import type { Marks } from '../../kernel/seen.ts'
import { type ChangedPart, SEEN_FIELD, seenText } from '../seen.ts'
import { DataTable } from './data-table.tsx'
import { InsetText } from './govuk/components.ts'
import { nameOfOther } from './seen-words.ts'

/** A part that somebody else has changed, in words: what they wrote, and what stands in the form. */
export type PartInWords = Pick<ChangedPart, 'changedBy'> & {
  readonly name: string
  readonly theirs: ComponentChildren
  readonly mine: ComponentChildren
}
export type Meanwhile = { readonly by: string; readonly parts: readonly PartInWords[] }

/** Carries in a form what was there as it was filled in. */
export const SeenField = ({ seen }: { readonly seen: Marks | null }) =>
  seen === null ? null : <input type="hidden" name={SEEN_FIELD} value={seenText(seen)} />

/** What somebody else wrote beside what was typed, above the form that holds what would be saved next. */
export const ChangedMeanwhile = ({ meanwhile }: { readonly meanwhile: Meanwhile | null }) => {
  if (!meanwhile) return null
  const who = nameOfOther(meanwhile.by)
  return (
    <div id="meanwhile">
      <DataTable
        id="changed-meanwhile"
        caption={`What ${who === 'A colleague' ? 'a colleague' : who} wrote, beside what you typed`}
        rows={meanwhile.parts}
        onPhone="stack"
        empty={{ title: 'Nothing differs', purpose: '' }}
        columns={[
          { name: 'part', header: 'Part', cell: ({ name }) => name },
          { name: 'theirs', header: `${who} wrote`, cell: ({ theirs }) => theirs || 'Nothing' },
          { name: 'mine', header: 'You typed', cell: ({ mine }) => mine || 'Nothing' },
          {
            name: 'form',
            header: 'The form below holds',
            cell: ({ changedBy }) =>
              changedBy === 'both' ? 'Yours' : 'Theirs, because you had not changed it',
          },
        ]}
      />
      <InsetText>
        Nothing that you typed is lost. Take over what you want of the other text, then save again: what the
        form holds then takes its place.
      </InsetText>
    </div>
  )
}
