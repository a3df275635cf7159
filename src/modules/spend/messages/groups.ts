import type { GroupRefusal } from '../model/groups.ts'

const REFUSALS: Readonly<Record<GroupRefusal, string>> = {
  'group-name': 'Enter what the group is called, in up to 200 characters.',
  'too-few-suppliers': 'Tick or enter at least one other supplier.',
  'too-many-suppliers': 'A group has at most 500 suppliers.',
  'no-such-supplier': 'One of these suppliers is not here any more. Look at the page again.',
  'person-in-group': 'Nothing is put together about persons: one of these is one.',
  'in-another-group': 'One of these suppliers is in another group already. Take it out there first.',
  'no-such-group': 'This group is not there any more.',
}
export const groupSentence = (refusal: GroupRefusal): string => REFUSALS[refusal]
