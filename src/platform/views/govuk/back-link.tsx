import { classes, spread } from './attributes.ts'
import { contentOf } from './content.ts'
import type { BackLinkOptions } from './props.generated.ts'

export const BackLink = (p: BackLinkOptions) => (
  <a href={p.href || '#'} class={classes('govuk-back-link', p.classes)} {...spread(p.attributes)}>
    {contentOf(p) || 'Back'}
  </a>
)
