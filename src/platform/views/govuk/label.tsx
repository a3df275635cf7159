import { classes, spread } from './attributes.ts'
import { contentOf } from './content.ts'
import type { LabelOptions } from './props.generated.ts'

export const Label = (p: LabelOptions) => {
  const content = contentOf(p)
  if (!content) return null
  const label = (
    <label class={classes('govuk-label', p.classes)} for={p.for || undefined} {...spread(p.attributes)}>
      {content}
    </label>
  )
  return p.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
