import type { ComponentChildren } from 'preact'
import { Button } from './govuk/button.tsx'

export interface EmptyStateProps {
  /** What is not there: `No payments yet`. */
  readonly title: string
  /** What this place is for. */
  readonly purpose: string
  /** The first step to take; left out only for people who may not take it. */
  readonly firstStep?: { readonly text: string; readonly href: string } | undefined
  readonly headingLevel?: 2 | 3 | undefined
  /** An example of what will be here. */
  readonly children?: ComponentChildren
}

/** What stands where there is nothing yet: what this is for, the first step, an example. */
export const EmptyState = ({ title, purpose, firstStep, headingLevel = 2, children }: EmptyStateProps) => {
  const Heading = `h${headingLevel}` as 'h2'
  return (
    <div class="gt-empty">
      <Heading class="govuk-heading-m">{title}</Heading>
      <p class="govuk-body">{purpose}</p>
      {firstStep && (
        <Button href={firstStep.href} classes="gt-empty__step">
          {firstStep.text}
        </Button>
      )}
      {children && <div class="gt-empty__example">{children}</div>}
    </div>
  )
}
