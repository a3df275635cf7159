import type { Reader } from '../../../../platform/database.ts'
import { listPublicPhotos } from '../../store/photos.ts'
import { listStories } from '../../store/public-site.ts'
import type { PublishingTables } from '../../tables.ts'
import type { ShownStory } from './stories.tsx'

/** Published stories, the newest first, with their approved photos; of one process, or of all. */
export const readStories = async (
  db: Reader<PublishingTables>,
  authorityId: string,
  ocid: string | null,
  limit: number,
): Promise<ShownStory[]> => {
  const stories = await listStories(db, authorityId, ocid, limit)
  const ids = stories.map(({ deliveryId }) => deliveryId)
  const photos = Map.groupBy(await listPublicPhotos(db, authorityId, ids), ({ deliveryId }) => deliveryId)
  return stories.map((story) => ({ ...story, photos: photos.get(story.deliveryId) ?? [] }))
}
