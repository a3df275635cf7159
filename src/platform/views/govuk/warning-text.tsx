import { classes, spread } from './attributes.ts'
import { contentOf } from './content.ts'
import type { WarningTextOptions } from './props.generated.ts'

export const WarningText = (p: WarningTextOptions) => (
  <div class={classes('govuk-warning-text', p.classes)} {...spread(p.attributes)}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{p.iconFallbackText || 'Warning'}</span> {contentOf(p)}
    </strong>
  </div>
)
