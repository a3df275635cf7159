import type { EngagementRefusal } from '../model/engagement.ts'

export const ENGAGEMENT_REFUSALS: Readonly<Record<EngagementRefusal, string>> = {
  'event-unknown': 'Choose an event of this purchase.',
  'question-unknown': 'There is no such question.',
  'invited-already': 'Everybody on the list is invited to this event already.',
  'too-many-invited': 'At most 200 can be invited to one event.',
  'already-answered': 'That question is answered already. Answers stay as they were given.',
}
