import { classes, spread } from './attributes.ts'
import { contentOf, either } from './content.ts'
import type { FeedbackOptions } from './props.generated.ts'

export const Feedback = (p: FeedbackOptions) => {
  const Heading = `h${p.headingLevel || 2}` as 'h2'
  const content = contentOf(p)
  const isText = typeof content === 'string' || typeof content === 'number'
  return (
    <div class={classes('govuk-feedback govuk-width-container', p.classes)} {...spread(p.attributes)}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Heading class="govuk-feedback__title">{either(p.titleHtml, p.titleText)}</Heading>
          {content && (
            <div class="govuk-feedback__body">{isText ? <p class="govuk-body">{content}</p> : content}</div>
          )}
        </div>
      </div>
    </div>
  )
}
