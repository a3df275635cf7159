import type { AriaRole } from 'preact'
import { classes, spread } from './attributes.ts'
import { Button } from './button.tsx'
import { either, isPresent, markup } from './content.ts'
import type {
  CookieBannerMessage,
  CookieBannerMessageAction,
  CookieBannerOptions,
} from './props.generated.ts'

const Action = (p: CookieBannerMessageAction) =>
  !p.href || p.type === 'button' ? (
    <Button {...p} type={p.type || 'button'} />
  ) : (
    <a class={classes('govuk-link', p.classes)} href={p.href} {...spread(p.attributes)}>
      {p.text}
    </a>
  )

const Heading = (p: Pick<CookieBannerMessage, 'headingHtml' | 'headingText'>) =>
  p.headingHtml || p.headingText ? (
    <h2 class="govuk-cookie-banner__heading govuk-heading-m">{either(p.headingHtml, p.headingText)}</h2>
  ) : null

const Message = (p: CookieBannerMessage) => (
  <div
    class={classes('govuk-cookie-banner__message', p.classes, 'govuk-width-container')}
    role={(p.role || undefined) as AriaRole | undefined}
    hidden={p.hidden || undefined}
    {...spread(p.attributes)}
  >
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Heading {...p} />
        <div class="govuk-cookie-banner__content">
          {p.html ? markup(p.html) : p.text && <p class="govuk-body">{p.text}</p>}
        </div>
      </div>
    </div>
    {p.actions && (
      <div class="govuk-button-group">
        {p.actions.filter(isPresent).map((action) => (
          <Action {...action} />
        ))}
      </div>
    )}
  </div>
)

export const CookieBanner = (p: CookieBannerOptions) => (
  <div
    class={classes('govuk-cookie-banner', p.classes)}
    data-nosnippet=""
    role="region"
    aria-label={p.ariaLabel || 'Cookie banner'}
    hidden={p.hidden || undefined}
    {...spread(p.attributes)}
  >
    {p.messages.filter(isPresent).map((message) => (
      <Message {...message} />
    ))}
  </div>
)
