import { classes, spread } from './attributes.ts'
import { contentOf } from './content.ts'
import type { InsetTextOptions } from './props.generated.ts'

export const InsetText = (p: InsetTextOptions) => (
  <div id={p.id || undefined} class={classes('govuk-inset-text', p.classes)} {...spread(p.attributes)}>
    {contentOf(p)}
  </div>
)
