import type { ComponentChildren } from 'preact'
import { classes, spread } from './attributes.ts'
import { contentOf, type Html, isPresent, markup } from './content.ts'
import type {
  ServiceNavigationNavigationEntry,
  ServiceNavigationOptions,
  ServiceNavigationSlotsEnd,
} from './props.generated.ts'

const slot = (html: Html | undefined) => (html ? markup(html) : null)

/** The end slot is markup, or options with the markup in them. */
const endSlot = (p: ServiceNavigationOptions): ServiceNavigationSlotsEnd => {
  const end = p.slots?.end
  if (!end || typeof end === 'string') return { html: end }
  return 'props' in end ? { html: end } : end
}

const ServiceName = ({ serviceName, serviceUrl }: ServiceNavigationOptions) =>
  serviceName ? (
    <span class="govuk-service-navigation__service-name">
      {serviceUrl ? (
        <a href={serviceUrl} class="govuk-service-navigation__link">
          {serviceName}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{serviceName}</span>
      )}
    </span>
  ) : null

/** The current section is in strong type also for people who override styles. */
const Entry = (item: ServiceNavigationNavigationEntry) => {
  const isActive = Boolean(item.active || item.current)
  const current = isActive ? (item.current ? 'page' : 'true') : undefined
  const content = isActive ? (
    <strong class="govuk-service-navigation__active-fallback">{contentOf(item)}</strong>
  ) : (
    contentOf(item)
  )
  return (
    <li
      class={classes('govuk-service-navigation__item', isActive && 'govuk-service-navigation__item--active')}
    >
      {item.href ? (
        <a
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={current}
          {...spread(item.attributes)}
        >
          {content}
        </a>
      ) : (
        (item.html || item.text) && (
          <span class="govuk-service-navigation__text" aria-current={current}>
            {content}
          </span>
        )
      )}
    </li>
  )
}

const MenuButton = ({ p, id }: { readonly p: ServiceNavigationOptions; readonly id: string }) => {
  const text = p.menuButtonText || 'Menu'
  const label = p.menuButtonLabel && p.menuButtonLabel !== text ? p.menuButtonLabel : undefined
  return (
    <button
      type="button"
      class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
      aria-controls={id}
      aria-label={label}
      hidden
      aria-hidden="true"
    >
      {text}
    </button>
  )
}

const Menu = (p: ServiceNavigationOptions) => {
  const items = (p.navigation ?? []).filter(isPresent)
  const id = p.navigationId || 'navigation'
  if (!items.length && !p.slots?.navigationStart && !p.slots?.navigationEnd) return null
  return (
    <nav
      aria-label={p.navigationLabel || p.menuButtonText || 'Menu'}
      class={classes('govuk-service-navigation__wrapper', p.navigationClasses)}
    >
      {(p.collapseNavigationOnMobile ?? items.length > 1) && <MenuButton p={p} id={id} />}
      <ul class="govuk-service-navigation__list" id={id}>
        {slot(p.slots?.navigationStart)}
        {items.map((item) => (
          <Entry {...item} />
        ))}
        {slot(p.slots?.navigationEnd)}
      </ul>
    </nav>
  )
}

interface BoxProps {
  readonly p: ServiceNavigationOptions
  readonly isSection: boolean
  readonly children: ComponentChildren
}

/** With more than the menu in it, the box is a landmark of its own; otherwise the `nav` is landmark enough. */
const Box = ({ p, isSection, children }: BoxProps) => {
  const shared = {
    class: classes('govuk-service-navigation', p.classes),
    'data-module': 'govuk-service-navigation',
    ...spread(p.attributes),
  }
  return isSection ? (
    <section aria-label={p.ariaLabel ?? 'Service information'} {...shared}>
      {children}
    </section>
  ) : (
    <div {...shared}>{children}</div>
  )
}

export const ServiceNavigation = (p: ServiceNavigationOptions) => {
  const end = endSlot(p)
  return (
    <Box p={p} isSection={Boolean(p.serviceName || p.slots?.start || end.html)}>
      <div
        class={classes(
          'govuk-width-container',
          end.align === 'inline' && 'govuk-service-navigation__inlining-container',
        )}
      >
        {slot(p.slots?.start)}
        <div class="govuk-service-navigation__container">
          <ServiceName {...p} />
          <Menu {...p} />
        </div>
        {slot(end.html)}
      </div>
    </Box>
  )
}
