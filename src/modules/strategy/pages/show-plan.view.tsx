import { formatDate, InsetText, plainDateOf } from '../../../platform/views/views.ts'
import type { Plan } from '../model.ts'
import type { PrintSize } from '../rules/plan-fit.ts'
import { planPath } from './paths.ts'
import { PlanSheet } from './plan-sheet.tsx'

type Props = {
  readonly plan: Plan
  readonly size: PrintSize
  readonly editions: readonly { readonly edition: number; readonly publishedAt: Date }[]
  readonly address: string
  readonly isNewest: boolean
}

export const ShowPlanView = ({ plan, size, editions, address, isNewest }: Props) => (
  <>
    {!isNewest && (
      <InsetText>
        This is an edition from the archive. <a href={planPath(plan.slug)}>Read the newest one</a>.
      </InsetText>
    )}
    <PlanSheet
      content={plan.content}
      size={size}
      edition={plan.edition}
      publishedAt={plan.publishedAt}
      address={address}
      headingLevel={1}
    />
    <section class="gt-no-print" aria-labelledby="editions">
      <h2 id="editions">Editions</h2>
      <p>Each edition stays as it was published. Printed, it is one sheet of A4.</p>
      <ul>
        {editions.map(({ edition, publishedAt }) => (
          <li>
            {edition === plan.edition ? (
              <>Edition {edition} (this one)</>
            ) : (
              <a href={planPath(plan.slug, edition)}>Edition {edition}</a>
            )}
            , {formatDate(plainDateOf(publishedAt))}
          </li>
        ))}
      </ul>
    </section>
  </>
)
