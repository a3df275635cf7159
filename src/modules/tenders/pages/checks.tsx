import type { Purchase } from '#procurement'
import { RuleSource, Tag } from '../../../platform/views/views.ts'
import { checkSentence } from '../messages/words.ts'
import type { Check } from '../rules/check-publication.ts'

const SURE = { sure: 'Sure', likely: 'Likely', unsure: 'Unsure' } as const

const OneCheck = ({ check }: { readonly check: Check }) => (
  <li class="govuk-!-margin-bottom-4">
    <Tag classes={check.severity === 'stops' ? 'govuk-tag--red' : 'govuk-tag--yellow'}>
      {check.severity === 'stops' ? 'Stops' : 'Think about it'}
    </Tag>{' '}
    {checkSentence(check)}
    {check.sentence && <span class="gt-under">{check.sentence}</span>}
    {check.ground && (
      <>
        <RuleSource
          kind={check.ground.kind}
          title={check.ground.provision}
          inForceFrom={check.ground.inForceFrom ?? undefined}
          href={check.ground.source}
        />
        <span class="gt-under">How sure this is: {SURE[check.ground.confidence]}</span>
      </>
    )}
  </li>
)

/** What keeps a tender from being published, and what to think over, each with what it rests on. */
export const Checks = ({
  checks,
  purchase,
}: {
  readonly checks: readonly Check[]
  readonly purchase: Purchase
}) => (
  <>
    <h2 id="checks">Checks before publication</h2>
    {checks.length === 0 ? (
      <p>Nothing stands in the way.</p>
    ) : (
      <ul class="govuk-list">
        {checks.map((check) => (
          <OneCheck check={check} />
        ))}
      </ul>
    )}
    <p>
      <a href={`/procurement/purchases/${purchase.id}/law`}>All that the law says of this purchase</a>. This
      is guidance, not legal advice.
    </p>
  </>
)
