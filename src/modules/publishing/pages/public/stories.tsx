import { formatDate } from '../../../../platform/views/views.ts'
import type { PublicPhoto } from '../../store/photos.ts'
import type { PublicStory } from '../../store/public-site.ts'
import { publicContractPath, publicPhotoPath, smallPhotoPath } from '../paths.ts'
import { quantityWords } from './words.ts'

/** A story with the photos that were approved with it. */
export type ShownStory = PublicStory & { readonly photos: readonly PublicPhoto[] }

type Props = {
  readonly stories: readonly ShownStory[]
  readonly slug: string
  readonly isOfOneContract?: boolean
}

/** Small, fetched only as a reader comes near, and the room kept free for it, so that nothing jumps on a slow line. */
const Photo = ({ photo, slug }: { readonly photo: PublicPhoto; readonly slug: string }) => (
  <a class="gt-photo" href={publicPhotoPath(slug, photo)}>
    <img
      src={photo.small ? smallPhotoPath(slug, photo) : publicPhotoPath(slug, photo)}
      alt={photo.alternative}
      width={(photo.small ?? photo).width}
      height={(photo.small ?? photo).height}
      loading="lazy"
      decoding="async"
    />
  </a>
)

/** What suppliers told of verified deliveries, as it was approved for the public. */
export const Stories = ({ stories, slug, isOfOneContract }: Props) =>
  stories.length === 0 ? null : (
    <section aria-labelledby="stories">
      <h2 id="stories">What came of it</h2>
      {stories.map((story) => (
        <blockquote class="govuk-inset-text gt-story">
          <p>{story.story}</p>
          {story.photos.map((photo) => (
            <Photo photo={photo} slug={slug} />
          ))}
          <p class="govuk-hint">
            {[
              story.title,
              `${quantityWords(story.verified)} ${story.unit} verified`,
              story.placeName,
              story.doneOn && formatDate(story.doneOn),
            ]
              .filter(Boolean)
              .join(' · ')}
            {!isOfOneContract && (
              <>
                {' · '}
                <a href={publicContractPath(slug, story.ocid)}>{story.contractTitle}</a>
              </>
            )}
          </p>
        </blockquote>
      ))}
    </section>
  )
