import { classes, spread } from './attributes.ts'
import { contentOf, expand } from './content.ts'
import type { PhaseBannerOptions, TagOptions } from './props.generated.ts'
import { Tag } from './tag.tsx'

export const PhaseBanner = (p: PhaseBannerOptions) => {
  const tag = expand<TagOptions>(p.tag)
  return (
    <div class={classes('govuk-phase-banner govuk-width-container', p.classes)} {...spread(p.attributes)}>
      <p class="govuk-phase-banner__content">
        <Tag
          text={tag?.text}
          html={tag?.html}
          classes={classes('govuk-phase-banner__content__tag', tag?.classes)}
        />{' '}
        <span class="govuk-phase-banner__text">{contentOf(p)}</span>
      </p>
    </div>
  )
}
