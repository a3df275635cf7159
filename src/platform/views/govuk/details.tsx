import { classes, spread } from './attributes.ts'
import { contentOf, either } from './content.ts'
import type { DetailsOptions } from './props.generated.ts'

export const Details = (p: DetailsOptions) => (
  <details
    id={p.id || undefined}
    class={classes('govuk-details', p.classes)}
    open={p.open || undefined}
    {...spread(p.attributes)}
  >
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{either(p.summaryHtml, p.summaryText)}</span>
    </summary>
    <div class="govuk-details__text">{contentOf(p)}</div>
  </details>
)
