import { classes, spread } from './attributes.ts'
import { either } from './content.ts'
import type { GenericHeaderOptions } from './props.generated.ts'

export const GenericHeader = (p: GenericHeaderOptions) => (
  <div class={classes('govuk-generic-header', p.classes)} {...spread(p.attributes)}>
    <div class={classes('govuk-generic-header__container', p.containerClasses || 'govuk-width-container')}>
      <div class="govuk-generic-header__logo">
        <a href={p.url || '/'} class="govuk-generic-header__homepage-link">
          {either(p.logoHtml, p.logoText)}
        </a>
      </div>
    </div>
  </div>
)
