import type { ComponentChildren } from 'preact'

interface CardProps {
  readonly title: string
  readonly href?: string | undefined
  readonly headingLevel?: 2 | 3 | 4 | undefined
  /** A short line over the title, such as a status tag. */
  readonly above?: ComponentChildren
  readonly children?: ComponentChildren
}

/** A box for one thing among others, with a title that may lead to it. */
export const Card = ({ title, href, headingLevel = 2, above, children }: CardProps) => {
  const Heading = `h${headingLevel}` as 'h2'
  return (
    <div class="gt-card">
      {above && <div class="gt-card__above">{above}</div>}
      <Heading class="gt-card__title">
        {href ? (
          <a class="gt-card__link" href={href}>
            {title}
          </a>
        ) : (
          title
        )}
      </Heading>
      {children && <div class="gt-card__body">{children}</div>}
    </div>
  )
}

/** Cards side by side, as many as there is room for. */
export const CardGrid = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="gt-card-grid">{children}</div>
)
