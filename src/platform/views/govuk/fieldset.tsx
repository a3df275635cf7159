import { classes, spread } from './attributes.ts'
import { contentOf, expand } from './content.ts'
import type { FieldsetOptions } from './props.generated.ts'

const Legend = (p: Pick<FieldsetOptions, 'legend'>) => {
  const legend = expand(p.legend)
  if (!legend?.html && !legend?.text) return null
  const content = contentOf(legend)
  return (
    <legend class={classes('govuk-fieldset__legend', legend.classes)}>
      {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{content}</h1> : content}
    </legend>
  )
}

export const Fieldset = (p: FieldsetOptions) => (
  <fieldset
    class={classes('govuk-fieldset', p.classes)}
    role={(p.role || undefined) as 'group' | undefined}
    aria-describedby={p.describedBy || undefined}
    {...spread(p.attributes)}
  >
    <Legend legend={p.legend} />
    {contentOf({ html: p.html, children: p.children })}
  </fieldset>
)
