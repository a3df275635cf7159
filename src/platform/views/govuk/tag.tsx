import { classes, spread } from './attributes.ts'
import { contentOf } from './content.ts'
import type { TagOptions } from './props.generated.ts'

export const Tag = (p: TagOptions) => (
  <strong class={classes('govuk-tag', p.classes)} {...spread(p.attributes)}>
    {contentOf(p)}
  </strong>
)
