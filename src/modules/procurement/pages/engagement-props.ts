import type { FieldError } from '../../../platform/http/form.ts'
import type { Engagement, EngagementEvent } from '../model/engagement.ts'

/** What every part of the engagement page is given. */
export type EngagementProps = {
  readonly title: string
  readonly at: string
  readonly askAt: string
  readonly engagement: Engagement
  readonly changedBy: (noteId: string) => readonly number[]
  readonly text: (name: string) => string
  readonly mayEdit: boolean
  readonly errors: readonly FieldError[]
}

export const itemsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))
export const eventItems = (events: readonly EngagementEvent[]) =>
  events.map(({ id, title }) => ({ value: id, text: title }))
