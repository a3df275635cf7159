import { type ContractsTables, type Evidence, listPictures, listTold, type ToldDelivery } from '#contracts'
import type { Reader } from '../../platform/database.ts'
import { listPhotoDecisions, type PhotoDecision } from './store/photos.ts'
import { type DoubtfulName, listNames, listStoryDecisions, type StoryDecision } from './store/review.ts'
import type { PublishingTables } from './tables.ts'

export type ReviewedPhoto = Pick<Evidence, 'id' | 'fileName' | 'bytes'> & {
  readonly decision: Omit<PhotoDecision, 'file'> | null
}
export type ReviewedStory = ToldDelivery & {
  /** Null too where the story was changed since. */
  readonly decision: StoryDecision | null
  readonly photos: readonly ReviewedPhoto[]
}
export type Review = { readonly names: readonly DoubtfulName[]; readonly stories: readonly ReviewedStory[] }

/** A story waits until it is decided on, and one for the public until its photos are. */
export const isWaiting = ({ decision, photos }: Pick<ReviewedStory, 'decision' | 'photos'>): boolean =>
  decision === null || (decision.isApproved && photos.some((photo) => photo.decision === null))

/** All that is decided on before it goes out, and what was decided. */
export const readReview = async (db: Reader<PublishingTables>, authorityId: string): Promise<Review> => {
  const register = db as unknown as Reader<ContractsTables>
  const told = await listTold(register)
  const pictures = Map.groupBy(
    await listPictures(
      register,
      told.map(({ id }) => id),
    ),
    ({ deliveryId }) => deliveryId,
  )
  const stories = new Map((await listStoryDecisions(db)).map((each) => [each.deliveryId, each]))
  const photos = new Map((await listPhotoDecisions(db, authorityId)).map((each) => [each.evidenceId, each]))
  return {
    names: await listNames(db),
    stories: told.map((delivery) => {
      const decision = stories.get(delivery.id)
      return {
        ...delivery,
        decision: decision?.story === delivery.story ? decision : null,
        photos: (pictures.get(delivery.id) ?? []).map(({ id, fileName, bytes }) => ({
          id,
          fileName,
          bytes,
          decision: photos.get(id) ?? null,
        })),
      }
    }),
  }
}
