import type { Review } from './read-review.ts'
import { DECISION_WORDS } from './review-words.ts'

/** A decision before publication, in the words of lists. */
export type Decided = {
  readonly kind: 'Name' | 'Story' | 'Photo'
  /** The name's key, or the id of the delivery or photo. */
  readonly id: string
  readonly what: string
  readonly of: string
  readonly isPublic: boolean
  readonly decision: string
  readonly note: string
  readonly by: string
  readonly at: Date
}

const publicWords = (isPublic: boolean): string => (isPublic ? 'For the public' : 'Not published')

/** What was decided that has all the words in it. */
export const decidedOf = ({ names, stories }: Review, words: string): Decided[] => {
  const ofNames = names.flatMap(({ nameKey, name, decision, note, foundIn, decidedBy, decidedAt }) =>
    decision === null || decidedAt === null
      ? []
      : [
          {
            kind: 'Name' as const,
            id: nameKey,
            what: name,
            of: foundIn.join(', '),
            isPublic: decision !== 'individual',
            decision: DECISION_WORDS[decision],
            note,
            by: decidedBy ?? '',
            at: decidedAt,
          },
        ],
  )
  const ofStories = stories.flatMap(({ id, title, contractTitle, story, decision, photos }) => [
    ...(decision === null
      ? []
      : [
          {
            kind: 'Story' as const,
            id,
            what: story,
            of: `${title}, ${contractTitle}`,
            isPublic: decision.isApproved,
            decision: publicWords(decision.isApproved),
            note: '',
            by: decision.decidedBy,
            at: decision.decidedAt,
          },
        ]),
    ...photos.flatMap((photo) =>
      photo.decision === null
        ? []
        : [
            {
              kind: 'Photo' as const,
              id: photo.id,
              what: photo.fileName,
              of: `${title}, ${contractTitle}`,
              isPublic: photo.decision.isApproved,
              decision: publicWords(photo.decision.isApproved),
              note: photo.decision.alternative,
              by: photo.decision.decidedBy,
              at: photo.decision.decidedAt,
            },
          ],
    ),
  ])
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean)
  return [...ofNames, ...ofStories].filter((row) => {
    const text = [row.kind, row.what, row.of, row.decision, row.note, row.by].join(' ').toLowerCase()
    return asked.every((word) => text.includes(word))
  })
}

const TEXT_OF = {
  kind: (row: Decided) => row.kind,
  what: (row: Decided) => row.what,
  decision: (row: Decided) => row.decision,
  who: (row: Decided) => row.by,
  when: (row: Decided) => row.at.toISOString(),
} as const satisfies Record<string, (row: Decided) => string>
export const DECIDED_ORDERS = Object.keys(TEXT_OF)

export const sortDecided = (rows: readonly Decided[], by: string, isDown: boolean): Decided[] => {
  const text = TEXT_OF[by as keyof typeof TEXT_OF] ?? TEXT_OF.when
  const sorted = rows.toSorted((a, b) => text(a).localeCompare(text(b)) || a.id.localeCompare(b.id))
  return isDown ? sorted.toReversed() : sorted
}
