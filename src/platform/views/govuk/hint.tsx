import { classes, spread } from './attributes.ts'
import { contentOf } from './content.ts'
import type { HintOptions } from './props.generated.ts'

export const Hint = (p: HintOptions) => (
  <div id={p.id || undefined} class={classes('govuk-hint', p.classes)} {...spread(p.attributes)}>
    {contentOf(p)}
  </div>
)
