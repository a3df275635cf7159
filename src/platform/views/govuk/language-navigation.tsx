import { classes, spread } from './attributes.ts'
import { contentOf, isPresent } from './content.ts'
import type { LanguageNavigationItem, LanguageNavigationOptions } from './props.generated.ts'

const Language = (item: LanguageNavigationItem) => {
  const shared = { lang: item.lang || undefined, ...spread(item.attributes) }
  const direction = item.dir ? { dir: item.dir as 'rtl' } : {}
  if (item.current || !item.href) {
    return (
      <span
        class={classes('govuk-language-navigation__text', item.classes)}
        aria-current="true"
        {...direction}
        {...shared}
      >
        {contentOf(item)}
      </span>
    )
  }
  return (
    <a
      class={classes('govuk-language-navigation__link', item.classes)}
      href={item.href}
      rel="alternate"
      hreflang={item.hrefLang || item.lang || undefined}
      {...direction}
      {...shared}
    >
      {contentOf(item)}
      {item.languageDescriptionText && (
        <span class="govuk-visually-hidden"> {item.languageDescriptionText}</span>
      )}
    </a>
  )
}

export const LanguageNavigation = (p: LanguageNavigationOptions) => (
  <nav
    class={classes('govuk-language-navigation', p.classes)}
    aria-label={p.ariaLabel ?? 'Language'}
    {...spread(p.attributes)}
  >
    <ul class="govuk-language-navigation__list">
      {p.items.filter(isPresent).map((item) => (
        <li class="govuk-language-navigation__list-item">
          <Language {...item} />
        </li>
      ))}
    </ul>
  </nav>
)
