import type { AriaRole } from 'preact'
import { classes, spread } from './attributes.ts'
import { contentOf, either } from './content.ts'
import type { NotificationBannerOptions } from './props.generated.ts'

/** A success interrupts (`alert`); anything else is a landmark (`region`) that people can find. */
export const NotificationBanner = (p: NotificationBannerOptions) => {
  const isSuccess = p.type === 'success'
  const titleId = p.titleId || 'govuk-notification-banner-title'
  const Heading = `h${p.titleHeadingLevel || 2}` as 'h2'
  const content = contentOf(p)
  const isText = typeof content === 'string' || typeof content === 'number'
  return (
    <div
      class={classes(
        'govuk-notification-banner',
        isSuccess && 'govuk-notification-banner--success',
        p.classes,
      )}
      role={(p.role || (isSuccess ? 'alert' : 'region')) as AriaRole}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={p.disableAutoFocus}
      {...spread(p.attributes)}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {either(p.titleHtml, p.titleText) || (isSuccess ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isText ? <p class="govuk-notification-banner__heading">{content}</p> : content}
      </div>
    </div>
  )
}
