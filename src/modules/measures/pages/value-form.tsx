import { Button, Details, Fieldset, Input, Select } from '../../../platform/views/views.ts'
import { SHARE_NAMES, type ShareName } from '../model/valuation.ts'
import type { Framework, Measure } from '../model.ts'
import type { ValueProps } from './value.view.tsx'
import { MOST_OFFERS, nameOf, type OfferField, type OfferTexts } from './value-query.ts'

const SHARES: Readonly<Record<ShareName, { legend: string; hint: string }>> = {
  deadweight: {
    legend: 'What would have happened anyway (deadweight)',
    hint: 'A share from 0 to 1, or 20%. 0 is an answer too',
  },
  displacement: {
    legend: 'What only moved from elsewhere (displacement)',
    hint: 'A job filled here that stands empty next door is displacement',
  },
  attribution: { legend: 'What is owed to others (attribution)', hint: 'What is left is this contract’s' },
  dropOff: {
    legend: 'What fades from year to year (drop-off)',
    hint: 'Only where it lasts more than a year',
  },
}

const choicesOf = ({ themes, outcomes, measures }: Framework) => {
  const themeOf = new Map(outcomes.map(({ code, theme }) => [code, theme]))
  const order = new Map(themes.map(({ code }, at) => [code, at]))
  const place = ({ outcome }: Measure): number => order.get(themeOf.get(outcome) ?? '') ?? themes.length
  return [...measures]
    .sort((a, b) => place(a) - place(b))
    .map(({ code, name }) => ({ value: code, text: `${name} (${code})` }))
}

const Words = ({ texts, at }: { readonly texts: OfferTexts; readonly at: number }) => (
  <>
    <Text field="score" at={at} texts={texts} label="Score, 0 to 5" narrow />
    <Text field="reason" at={at} texts={texts} label="Why this score" />
    <Text field="evidence" at={at} texts={texts} label="What shows it" />
  </>
)

const Text = ({
  field,
  at,
  texts,
  label,
  hint,
  narrow,
}: {
  readonly field: OfferField
  readonly at: number
  readonly texts: OfferTexts
  readonly label: string
  readonly hint?: string | undefined
  readonly narrow?: boolean
}) => (
  <Input
    id={nameOf(field, at)}
    name={nameOf(field, at)}
    label={label}
    hint={hint}
    classes={narrow ? 'govuk-input--width-10' : ''}
    value={texts[field]}
  />
)

const More = ({
  measure,
  texts,
  at,
}: {
  readonly measure: Measure | undefined
  readonly texts: OfferTexts
  readonly at: number
}) => (
  <Details
    summaryText="A range, another unit, or why it overlaps with nothing else"
    open={`${texts.low}${texts.high}${texts.unit}${texts.variant}${texts.distinctBecause}` !== ''}
  >
    <Text field="low" at={at} texts={texts} label="At least" narrow />
    <Text field="high" at={at} texts={texts} label="At most" narrow />
    <Text field="unit" at={at} texts={texts} label="Unit" hint="Weeks, months or hours of work; kg" narrow />
    <Text
      field="variant"
      at={at}
      texts={texts}
      label="Another figure of the measure"
      hint={measure?.variants.map(({ code }) => code).join(', ')}
      narrow
    />
    <Text
      field="distinctBecause"
      at={at}
      texts={texts}
      label="Why it is about other people or things than the rest of its group"
    />
  </Details>
)

const Offer = ({
  props,
  texts,
  at,
}: {
  readonly props: ValueProps
  readonly texts: OfferTexts
  readonly at: number
}) => {
  const measure = props.local.framework.measures.find(({ code }) => code === texts.measure)
  const given = measure || texts.measure === '' ? [] : [{ value: texts.measure, text: texts.measure }]
  return (
    <Fieldset legend={{ text: `Measure ${at + 1}`, classes: 'govuk-fieldset__legend--m' }}>
      <Select
        id={nameOf('measure', at)}
        name={nameOf('measure', at)}
        label="Measure"
        value={texts.measure}
        items={[{ value: '', text: 'Choose a measure' }, ...given, ...choicesOf(props.local.framework)]}
      />
      {measure?.kind === 'qualitative' ? (
        <Words texts={texts} at={at} />
      ) : (
        <>
          <Text
            field="quantity"
            at={at}
            texts={texts}
            label="How many in each year"
            hint={measure?.howToCount}
            narrow
          />
          <More measure={measure} texts={texts} at={at} />
        </>
      )}
    </Fieldset>
  )
}

const Setting = ({
  name,
  label,
  hint,
  query,
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly query: ValueProps['query']
}) => (
  <Input
    id={name}
    name={name}
    label={label}
    hint={hint}
    value={query[name] ?? ''}
    classes="govuk-input--width-10"
  />
)

const Share = ({ name, query }: { readonly name: ShareName; readonly query: ValueProps['query'] }) => (
  <Fieldset legend={{ text: SHARES[name].legend, classes: 'govuk-fieldset__legend--s' }}>
    <Setting name={name} label="Share" hint={SHARES[name].hint} query={query} />
    <Input
      id={`${name}-reason`}
      name={`${name}-reason`}
      label="Reason for this share"
      value={query[`${name}-reason`] ?? ''}
    />
    <Details
      summaryText="Range of the share"
      open={`${query[`${name}-low`] ?? ''}${query[`${name}-high`] ?? ''}` !== ''}
    >
      <Setting name={`${name}-low`} label="At least" query={query} />
      <Setting name={`${name}-high`} label="At most" query={query} />
    </Details>
  </Fieldset>
)

const Time = ({ query }: Pick<ValueProps, 'query'>) => (
  <Fieldset legend={{ text: 'Years and prices', classes: 'govuk-fieldset__legend--m' }}>
    <Setting name="years" label="Years" hint="1 unless you say otherwise" query={query} />
    <Setting name="startYear" label="First year" hint="2026 or 2026/27. Carbon needs it" query={query} />
    <Setting
      name="priceYear"
      label="In prices of"
      hint="This financial year unless you say otherwise"
      query={query}
    />
    <Select
      id="discount"
      name="discount"
      label="Rate at which the future counts, for more than one year"
      value={query.discount ?? ''}
      items={[
        { value: '', text: 'Not said' },
        { value: 'green-book', text: 'Green Book, 3.5%' },
        { value: 'green-book-health', text: 'Green Book, health and wellbeing, 1.5%' },
        { value: 'none', text: 'None, for a reason' },
        { value: 'other', text: 'Another, for a reason' },
      ]}
    />
    <Select
      id="discount-convention"
      name="discount-convention"
      label="Is the first year discounted?"
      value={query['discount-convention'] ?? ''}
      items={[
        { value: '', text: 'Not said' },
        { value: 'first-year-undiscounted', text: 'No, it counts in full (Green Book)' },
        { value: 'end-of-year', text: 'Yes, each year counts at its end' },
      ]}
    />
    <Details summaryText="Another rate, full-time hours, shared activities, what was put in">
      <Setting name="discount-rate" label="Another rate" hint="Such as 3%" query={query} />
      <Input
        id="discount-reason"
        name="discount-reason"
        label="Why this rate"
        value={query['discount-reason'] ?? ''}
      />
      <Setting
        name="fullTimeHours"
        label="Hours of a full-time week"
        hint="To turn hours into years of work"
        query={query}
      />
      <Setting name="sharedBetween" label="Contracts that share the activity" query={query} />
      <Setting
        name="investment"
        label="Pounds put in"
        hint="One sum, or one for each year with semicolons"
        query={query}
      />
    </Details>
  </Fieldset>
)

/** The whole sum as a form that reads: it changes nothing, so it is sent as an address. */
export const ValueForm = (props: ValueProps) => (
  <form method="get" action="/measures/value" novalidate>
    <h2>The sum</h2>
    <Select
      id="framework"
      name="framework"
      label="Framework"
      value={props.local.framework.id}
      items={[...props.frameworks]}
    />
    {props.offers.map((texts, at) => (
      <Offer props={props} texts={texts} at={at} />
    ))}
    {props.offers.length < MOST_OFFERS && (
      <Button name="more" value={String(props.offers.length + 1)} classes="govuk-button--secondary">
        Add another measure
      </Button>
    )}
    <h2>What to take away</h2>
    <p>Nothing is assumed for you. Each share comes with its reason, or the sum asks for it.</p>
    {SHARE_NAMES.map((name) => (
      <Share name={name} query={props.query} />
    ))}
    <Time query={props.query} />
    <Button>Work it out</Button>
  </form>
)
