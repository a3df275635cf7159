import type { ComponentChildren } from 'preact'
import { classes, spread } from './attributes.ts'
import { contentOf, isPresent } from './content.ts'
import type { PaginationItem, PaginationNext, PaginationOptions } from './props.generated.ts'

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const

const Arrow = ({ direction }: { readonly direction: keyof typeof ARROWS }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={ARROWS[direction]} />
  </svg>
)

interface ArrowLinkProps {
  readonly link: PaginationNext
  readonly direction: keyof typeof ARROWS
  readonly isBlock: boolean
  readonly children: ComponentChildren
}

const ArrowLink = ({ link, direction, isBlock, children }: ArrowLinkProps) => {
  const isDecorated = isBlock && !link.labelText
  return (
    <div class={`govuk-pagination__${direction}`}>
      <a
        class="govuk-link govuk-pagination__link"
        href={link.href}
        rel={direction}
        {...spread(link.attributes)}
      >
        {(isBlock || direction === 'prev') && <Arrow direction={direction} />}
        <span
          class={classes(
            'govuk-pagination__link-title',
            isDecorated && 'govuk-pagination__link-title--decorated',
          )}
        >
          {children}
        </span>
        {isBlock && link.labelText && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!isBlock && direction === 'next' && <Arrow direction={direction} />}
      </a>
    </div>
  )
}

const PageItem = (item: PaginationItem) => (
  <li
    class={classes(
      'govuk-pagination__item',
      item.current && 'govuk-pagination__item--current',
      item.ellipsis && 'govuk-pagination__item--ellipsis',
    )}
  >
    {item.ellipsis ? (
      '⋯'
    ) : (
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href ?? ''}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...spread(item.attributes)}
      >
        {item.number}
      </a>
    )}
  </li>
)

const Unseen = ({ word }: { readonly word: string }) => (
  <>
    {word}
    <span class="govuk-visually-hidden"> page</span>
  </>
)

export const Pagination = (p: PaginationOptions) => {
  const isBlock = !p.items && Boolean(p.next || p.previous)
  return (
    <nav
      class={classes('govuk-pagination', isBlock && 'govuk-pagination--block', p.classes)}
      aria-label={p.landmarkLabel || 'Pagination'}
      {...spread(p.attributes)}
    >
      {p.previous?.href && (
        <ArrowLink link={p.previous} direction="prev" isBlock={isBlock}>
          {contentOf(p.previous) || <Unseen word="Previous" />}
        </ArrowLink>
      )}
      {p.items && (
        <ul class="govuk-pagination__list">
          {p.items.filter(isPresent).map((item) => Object.keys(item).length > 0 && <PageItem {...item} />)}
        </ul>
      )}
      {p.next?.href && (
        <ArrowLink link={p.next} direction="next" isBlock={isBlock}>
          {contentOf(p.next) || <Unseen word="Next" />}
        </ArrowLink>
      )}
    </nav>
  )
}
