import { formatDate } from '../../../../platform/views/views.ts'
import type { PublicStory } from '../../store/public-site.ts'
import { publicContractPath } from '../paths.ts'

type Props = {
  readonly stories: readonly PublicStory[]
  readonly slug: string
  readonly isOfOneContract?: boolean
}

/** What suppliers told of verified deliveries, as it was approved for the public. */
export const Stories = ({ stories, slug, isOfOneContract }: Props) =>
  stories.length === 0 ? null : (
    <section aria-labelledby="stories">
      <h2 id="stories">What came of it</h2>
      {stories.map((story) => (
        <blockquote class="govuk-inset-text">
          <p>{story.story}</p>
          <p class="govuk-hint">
            {[
              story.title,
              `${story.verified} ${story.unit} verified`,
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
