import type { FieldError } from '../../../platform/http/form.ts'
import { FormErrorSummary } from '../../../platform/views/views.ts'
import type { LocalFramework } from '../model/adaptation.ts'
import { NEVER_ADDED } from '../present-valuation.ts'
import type { Pricing } from '../rules/pricing.ts'
import type { ValuedOffers } from '../value-offers.ts'
import { ValueForm } from './value-form.tsx'
import type { OfferTexts } from './value-query.ts'
import { OfferResult, Together } from './value-result.tsx'

export type ValueProps = {
  readonly frameworks: readonly { readonly value: string; readonly text: string }[]
  readonly local: LocalFramework
  readonly pricing: Pricing
  readonly query: Readonly<Record<string, string>>
  readonly offers: readonly OfferTexts[]
  readonly valued: ValuedOffers | null
  readonly errors: readonly FieldError[]
}

const EXAMPLE =
  '/measures/value?measure=com-volunteer&quantity=40&deadweight=0.25&deadweight-reason=Staff+have+ten+of+these+hours+anyway&displacement=0&displacement-reason=No+group+lost+helpers&attribution=0&attribution-reason=Nobody+else+paid'

export const ValueView = (props: ValueProps) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Work out a value</h1>
    <p class="govuk-body-l">
      Say what is offered and what to take away from it. You see every step of the sum with its source. The
      address of this page holds all you typed: share it, and others see the same sum.
    </p>
    {props.valued === null && props.errors.length === 0 && (
      <p>
        New here? <a href={EXAMPLE}>Forty hours of volunteering, as an example</a>.
      </p>
    )}
    {props.valued && (
      <section aria-labelledby="result">
        <h2 id="result">The result</h2>
        {props.valued.offers.map((offer) => (
          <OfferResult offer={offer} pricing={props.pricing} isAlone={props.valued?.offers.length === 1} />
        ))}
        {!props.valued.isSingle && props.valued.offers.length > 1 && (
          <Together totals={props.valued.totals} offers={props.valued.offers} />
        )}
        <p>{NEVER_ADDED}</p>
      </section>
    )}
    <ValueForm {...props} />
  </>
)
