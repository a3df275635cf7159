import { classes, spread } from './attributes.ts'
import { contentOf } from './content.ts'
import type { SkipLinkOptions } from './props.generated.ts'

export const SkipLink = (p: SkipLinkOptions) => (
  <a
    href={p.href || '#content'}
    class={classes('govuk-skip-link', p.classes)}
    data-module="govuk-skip-link"
    {...spread(p.attributes)}
  >
    {contentOf(p)}
  </a>
)
