import { classes, spread } from './attributes.ts'
import { contentOf, either, isPresent } from './content.ts'
import type { ErrorSummaryErrorListEntry, ErrorSummaryOptions } from './props.generated.ts'

const Entry = (item: ErrorSummaryErrorListEntry) => (
  <li>
    {item.href ? (
      <a href={item.href} {...spread(item.attributes)}>
        {contentOf(item)}
      </a>
    ) : (
      contentOf(item)
    )}
  </li>
)

/** The alert is a box of its own: on the focused element, screen readers would lose part of the message. */
export const ErrorSummary = (p: ErrorSummaryOptions) => {
  const description = either(p.descriptionHtml, p.descriptionText)
  return (
    <div
      class={classes('govuk-error-summary', p.classes)}
      data-disable-auto-focus={p.disableAutoFocus}
      data-module="govuk-error-summary"
      {...spread(p.attributes)}
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{either(p.titleHtml, p.titleText)}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {p.errorList?.length ? (
            <ul class="govuk-list govuk-error-summary__list">
              {p.errorList.filter(isPresent).map((item) => (
                <Entry {...item} />
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  )
}
