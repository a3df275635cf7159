import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import type { DirectoryEntry, EntryContent } from '../../model/directory.ts'

/** What the public sees of an entry: the contact only where its keeper chose so. */
export const publicContent = (content: EntryContent): EntryContent =>
  content.showsContact ? content : { ...content, contactName: '', contactEmail: '', contactPhone: '' }

/**
 * Whether a moderator may decide on an entry now. They decide on the words they have read: a proposal that was
 * rewritten since is read again first.
 */
export const decideModeration = (
  entry: Pick<DirectoryEntry, 'state' | 'proposal' | 'proposedAt'>,
  readAt: string,
): Decision<EntryContent, 'not-waiting' | 'changed-meanwhile'> => {
  if (entry.state !== 'waiting' || !entry.proposal) return refuse('not-waiting')
  return entry.proposedAt?.toISOString() === readAt ? accept(entry.proposal) : refuse('changed-meanwhile')
}
