import { Unusable } from '../../../platform/errors.ts'
import { page } from '../../../platform/http/answer.ts'
import type { PageRoute } from '../../../platform/http/route.ts'
import { Button, errorOf, FormErrorSummary, Input } from '../../../platform/views/views.ts'
import { type MonthError, monthErrors } from '../slice-query.ts'

type Props = {
  readonly action: string
  readonly query: Readonly<Record<string, string>>
  readonly errors: readonly MonthError[]
}

const MONTHS = [
  ['from', 'From month', 'For example 2026-04'],
  ['to', 'To month', 'For example 2027-03'],
] as const

const WhichMonthsView = ({ action, query, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Which months?</h1>
    <p class="govuk-body">
      No figures are shown before the months are right, so that none is taken for another one.
    </p>
    <form method="get" action={action} class="gt-filter" aria-label="Narrow the figures">
      {Object.entries(query)
        .filter(([name]) => name !== 'from' && name !== 'to' && name !== 'page')
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      {MONTHS.map(([name, label, hint]) => (
        <Input
          id={name}
          name={name}
          label={label}
          hint={hint}
          classes="govuk-input--width-5"
          value={query[name] ?? ''}
          errorMessage={errorOf(errors, name)}
        />
      ))}
      <Button>Show these months</Button>
    </form>
  </>
)

type Handle = PageRoute['handle']

/** A page or file of payments: asked for months that make no sense, it asks back and shows no figure. */
export const withMonths =
  (handle: Handle): Handle =>
  async (request) => {
    const errors = monthErrors(request.query)
    const [first] = errors
    if (!first) return handle(request)
    if (request.params.format !== undefined) throw new Unusable(first.message)
    const body = <WhichMonthsView action={request.path} query={request.query} errors={errors} />
    return page('Which months?', body, { hasErrors: true, status: 400 })
  }
