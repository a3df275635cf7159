import { classes, spread } from './attributes.ts'
import { contentOf, isPresent } from './content.ts'
import type { BreadcrumbsItem, BreadcrumbsOptions } from './props.generated.ts'

const Crumb = (item: BreadcrumbsItem) =>
  item.href ? (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={item.href} {...spread(item.attributes)}>
        {contentOf(item)}
      </a>
    </li>
  ) : (
    <li class="govuk-breadcrumbs__list-item" aria-current="page">
      {contentOf(item)}
    </li>
  )

export const Breadcrumbs = (p: BreadcrumbsOptions) => (
  <nav
    class={classes(
      'govuk-breadcrumbs',
      p.classes,
      p.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    )}
    aria-label={p.labelText ?? 'Breadcrumb'}
    {...spread(p.attributes)}
  >
    <ol class="govuk-breadcrumbs__list">
      {p.items.filter(isPresent).map((item) => (
        <Crumb {...item} />
      ))}
    </ol>
  </nav>
)
