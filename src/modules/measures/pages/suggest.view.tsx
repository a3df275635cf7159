import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  DataTable,
  Details,
  errorOf,
  FormErrorSummary,
  formatCount,
  formatPounds,
  Input,
  RuleSource,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import { suggestionReason } from '../messages/suggest-words.ts'
import { proportionWords } from '../messages/warning-words.ts'
import type { LocalFramework } from '../model/adaptation.ts'
import type { ContractFacts, Proportion } from '../rules/proportionality.ts'
import type { WeightedSuggestion } from '../rules/suggest-for.ts'
import { measurePath } from '../seen.ts'

type Props = {
  readonly frameworks: readonly { readonly value: string; readonly text: string }[]
  readonly local: LocalFramework
  readonly query: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
  readonly contract: ContractFacts | null
  readonly suggestions: readonly WeightedSuggestion[] | null
  readonly proportion: Proportion | null
}

const MOST_SHOWN = 20

const Ask = ({
  proportion,
  contract,
}: {
  readonly proportion: Proportion
  readonly contract: ContractFacts
}) => (
  <section aria-labelledby="how-many">
    <h2 id="how-many">
      {proportion.min === proportion.max ? proportion.max : `${proportion.min} to ${proportion.max}`}{' '}
      {proportion.max === 1 ? 'measure' : 'measures'}
    </h2>
    <p>
      For {contract.kind} of {formatPounds(contract.valuePence)} (whole life, including VAT) over{' '}
      {formatCount(contract.months, 'month')}
      {proportion.indicators > 0 &&
        `, with ${formatCount(proportion.indicators, 'indicator')} followed in the contract`}
      .
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {proportion.reasons.map((reason) => (
        <li>{proportionWords(reason)}</li>
      ))}
    </ul>
    <p>
      This is a suggestion of this product on what councils publish and small suppliers ask for. It is not a
      rule of law.
    </p>
    {proportion.reasons.some(({ code }) => code === 'section-52') && (
      <RuleSource
        kind="law"
        title="Procurement Act 2023"
        provision="section 52"
        inForceFrom="2025-02-24"
        href="https://www.legislation.gov.uk/ukpga/2023/54/section/52"
      />
    )}
  </section>
)

const Suggestions = ({
  local,
  suggestions,
}: {
  readonly local: LocalFramework
  readonly suggestions: readonly WeightedSuggestion[]
}) => (
  <DataTable
    id="suggestions"
    caption={
      suggestions.length > MOST_SHOWN
        ? `The first ${MOST_SHOWN} of ${suggestions.length} measures, strongest first`
        : 'Measures that serve it, strongest first'
    }
    rows={suggestions.slice(0, MOST_SHOWN)}
    onPhone="stack"
    empty={{
      title: 'No measure found',
      purpose: 'No outcome of this framework has these words. Say it in other words, or choose the outcome.',
    }}
    columns={[
      {
        name: 'measure',
        header: 'Measure',
        cell: ({ measure }) => <a href={measurePath(local.framework.id, measure.code)}>{measure.name}</a>,
      },
      { name: 'why', header: 'Why', cell: ({ because }) => because.map(suggestionReason).join(' ') },
      {
        name: 'weight',
        header: 'Weight here',
        isNumeric: true,
        cell: ({ weight }) => (weight === 1 ? '–' : `× ${weight}`),
      },
      {
        name: 'fit',
        header: 'For this contract',
        cell: ({ unsuitable }) =>
          unsuitable.length > 0 ? unsuitable.map(proportionWords).join(' ') : 'Nothing against it',
      },
    ]}
  />
)

const Contract = ({ query, errors }: Pick<Props, 'query' | 'errors'>) => (
  <Details
    summaryText="For which contract?"
    open={['value', 'months'].some((name) => (query[name] ?? '') !== '')}
  >
    <Input
      id="value"
      name="value"
      label="Value in pounds, whole life, including VAT"
      inputmode="decimal"
      classes="govuk-input--width-10"
      value={query.value ?? ''}
      errorMessage={errorOf(errors, 'value')}
    />
    <Input
      id="months"
      name="months"
      label="Months"
      inputmode="numeric"
      classes="govuk-input--width-4"
      value={query.months ?? ''}
      errorMessage={errorOf(errors, 'months')}
    />
    <Select
      id="kind"
      name="kind"
      label="Kind"
      value={query.kind ?? 'services'}
      errorMessage={errorOf(errors, 'kind')}
      items={[
        { value: 'services', text: 'Services' },
        { value: 'works', text: 'Works' },
        { value: 'goods', text: 'Goods' },
      ]}
    />
    <Checkboxes
      name="small"
      values={query.small === 'yes' ? ['yes'] : []}
      items={[
        {
          value: 'yes',
          text: 'Small firms, charities and social enterprises are meant to be able to win it',
        },
      ]}
    />
  </Details>
)

export const SuggestView = (props: Props) => {
  const { local, query, errors, suggestions, proportion, contract } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>Find measures</h1>
      <p class="govuk-body-l">
        Say what matters. You see the measures that serve it, and how many suit a contract.
      </p>
      <form method="get" action="/measures/suggest" novalidate>
        {query.priority && <input type="hidden" name="priority" value={query.priority} />}
        <Textarea
          id="text"
          name="text"
          label="What matters?"
          hint="For example: young people in work, and less waste"
          rows={2}
          value={query.text ?? ''}
        />
        <Select
          id="outcome"
          name="outcome"
          label="Outcome"
          value={query.outcome ?? ''}
          items={[
            { value: '', text: 'Any' },
            ...local.framework.outcomes.map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
        <Select
          id="framework"
          name="framework"
          label="Framework"
          value={local.framework.id}
          items={[...props.frameworks]}
        />
        {local.weights.length > 0 && (
          <Input
            id="ward"
            name="ward"
            label="Ward"
            hint="Its area code, where measures are weighted for it"
            classes="govuk-input--width-10"
            value={query.ward ?? ''}
          />
        )}
        <Contract query={query} errors={errors} />
        <Button>Find measures</Button>
      </form>
      {proportion && contract && <Ask proportion={proportion} contract={contract} />}
      {suggestions && <Suggestions local={local} suggestions={suggestions} />}
    </>
  )
}
