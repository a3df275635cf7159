import { classes, spread } from './attributes.ts'
import { contentOf } from './content.ts'
import type { ErrorMessageOptions } from './props.generated.ts'

export const ErrorMessage = (p: ErrorMessageOptions) => {
  const prefix = p.visuallyHiddenText === undefined ? 'Error' : p.visuallyHiddenText
  return (
    <p id={p.id || undefined} class={classes('govuk-error-message', p.classes)} {...spread(p.attributes)}>
      {prefix && (
        <>
          <span class="govuk-visually-hidden">{prefix}:</span>{' '}
        </>
      )}
      {contentOf(p)}
    </p>
  )
}
