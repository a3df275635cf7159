import {
  type Basis,
  DataTable,
  Details,
  KeyFigure,
  Tag,
  Tornado,
  WarningText,
} from '../../../platform/views/views.ts'
import { BASIS_NAMES, grouped } from '../messages/figure-words.ts'
import { questionWords } from '../messages/question-words.ts'
import { stepLabel } from '../messages/step-words.ts'
import { leftOutWords, refusalSentence, warningSentence } from '../messages/warning-words.ts'
import type { Range, Step, Swing, Valuation } from '../model/valuation.ts'
import { findUnit } from '../rules/conversions.ts'
import { type Exact, showExact, toPounds } from '../rules/exact.ts'
import type { Pricing } from '../rules/pricing.ts'
import { isPoint } from '../rules/ranges.ts'
import { sensitivityOf } from '../rules/sensitivity.ts'
import type { Totals } from '../rules/totals.ts'
import { readingWarnings, type ValuedOffers } from '../value-offers.ts'

type Offer = ValuedOffers['offers'][number]

const pounds = (value: Exact): string => `£${grouped(toPounds(value))}`
const rangeText = (value: Range, show: (each: Exact) => string): string =>
  isPoint(value)
    ? show(value.central)
    : `${show(value.low)} to ${show(value.high)}, centre ${show(value.central)}`

const INPUTS: Readonly<Record<string, string>> = {
  quantity: 'How many',
  unitValue: 'Value of one',
  deadweight: 'What would have happened anyway',
  displacement: 'What only moved from elsewhere',
  attribution: 'What is owed to others',
  dropOff: 'What fades from year to year',
  discountRate: 'Discount rate',
}

const basisOf = ({ years, startYear, priceYear }: Valuation): Basis => ({
  period:
    startYear === null
      ? `${years} ${years === 1 ? 'year' : 'years'}`
      : years === 1
        ? `${startYear}`
        : `${startYear} to ${startYear + years - 1}`,
  coverage: 'quantity and shares as typed here',
  ...(priceYear ? { priceYear: `prices of ${priceYear}` } : {}),
  verifiedBy: 'verified by nobody',
})

const stepResult = ({ result, unit, code }: Step): string => {
  const places = code === 'rounding' ? 2 : 4
  const show = (value: Exact): string =>
    unit === 'pounds'
      ? `£${grouped(code === 'rounding' ? toPounds(value) : showExact(value, places))}`
      : grouped(showExact(value, places))
  return 'central' in result ? rangeText(result, show) : show(result)
}

const StepSource = ({ step, pricing }: { readonly step: Step; readonly pricing: Pricing }) => {
  const source = step.source === null ? undefined : pricing.reference.sources.get(step.source)
  const text = source ? `${source.title} (${source.publishedOn})` : (step.source ?? '')
  if (step.reason) return <>Stated: {step.reason}</>
  return source?.url ? <a href={source.url}>{text}</a> : <>{text}</>
}

const Steps = ({ valuation, pricing }: { readonly valuation: Valuation; readonly pricing: Pricing }) => (
  <DataTable
    id={`steps-${valuation.key}`}
    caption={`Each step of the sum: ${valuation.key}. ${valuation.measure.name}`}
    rows={valuation.steps()}
    onPhone="stack"
    empty={{ title: 'No sum', purpose: 'It has no price: the count is the result.' }}
    columns={[
      { name: 'step', header: 'Step', cell: stepLabel },
      { name: 'formula', header: 'Sum', cell: ({ formula }) => formula },
      { name: 'result', header: 'Result', cell: stepResult },
      {
        name: 'source',
        header: 'Source or reason',
        cell: (step) => <StepSource step={step} pricing={pricing} />,
      },
    ]}
  />
)

const inputText = ({ input, inputLow, inputHigh }: Swing): string => {
  const show = (value: Exact): string =>
    input === 'unitValue' ? `£${grouped(showExact(value, 2))}` : showExact(value, 4)
  return input === 'discountRate'
    ? `${show(inputLow)} to ${show(inputHigh)} beside the rate`
    : `${show(inputLow)} to ${show(inputHigh)}`
}

const Sensitivity = ({ valuation }: { readonly valuation: Valuation }) => {
  if (!valuation.worked || !valuation.value) return null
  const swings = sensitivityOf(valuation.worked)
  const [most] = swings
  return (
    <Tornado
      id={`tornado-${valuation.key}`}
      title={`What moves the result most: ${valuation.key}. ${valuation.measure.name}`}
      description={`Each input is moved by itself. ${INPUTS[most?.input ?? ''] ?? ''} moves the result most, from ${most ? pounds(most.resultAtLow) : ''} to ${most ? pounds(most.resultAtHigh) : ''}. The line is the result.`}
      basis={basisOf(valuation)}
      centre={valuation.value.central.toNumber()}
      bars={swings.map((swing) => ({
        label: INPUTS[swing.input] ?? swing.input,
        display: `${pounds(swing.resultAtLow)} to ${pounds(swing.resultAtHigh)}`,
        from: swing.resultAtLow.toNumber(),
        to: swing.resultAtHigh.toNumber(),
      }))}
      table={{
        head: ['Input', 'Moved between', 'By', 'Result at the first', 'Result at the second'],
        rows: swings.map((swing) => [
          INPUTS[swing.input] ?? swing.input,
          inputText(swing),
          swing.range === 'stated' ? 'its own range' : 'a step of ours',
          pounds(swing.resultAtLow),
          pounds(swing.resultAtHigh),
        ]),
      }}
    />
  )
}

type ResultProps = { readonly pricing: Pricing; readonly isAlone: boolean }

const Valued = ({ valuation, pricing, isAlone }: ResultProps & { readonly valuation: Valuation }) => {
  const { measure, value, basis, quantity, returned, isTransfer } = valuation
  const unit = findUnit(measure.unit)?.many ?? measure.unit
  const count = `${rangeText(quantity, (each) => grouped(showExact(each)))} ${unit} in each year`
  return (
    <>
      <KeyFigure
        label={value ? BASIS_NAMES[basis] : 'Count'}
        value={value ? pounds(value.central) : count}
        basis={basisOf(valuation)}
        isMain
      >
        {value && !isPoint(value) && (
          <p>
            Between {pounds(value.low)} and {pounds(value.high)}.
          </p>
        )}
        <p>{value ? `${measure.name}: ${count}.` : measure.name}</p>
        {isTransfer && <p>Money that moves from one pocket to another. It is never added.</p>}
        {returned && (
          <p>
            {rangeText(returned.ratio, (each) => `£${showExact(each, 2)}`)} for each pound put in. Ratios of
            different reports do not compare.
          </p>
        )}
      </KeyFigure>
      {value && isAlone && <Steps valuation={valuation} pricing={pricing} />}
      {value && !isAlone && (
        <Details summaryText={`Each step of the sum: ${measure.name}`}>
          <Steps valuation={valuation} pricing={pricing} />
        </Details>
      )}
      <Sensitivity valuation={valuation} />
    </>
  )
}

const fieldId = (field: string, at: number): string => {
  const [name = '', part] = field.split('.')
  const isOfOffer = ['quantity', 'score', 'reason', 'evidence'].includes(name)
  return isOfOffer && at > 0 ? `${name}${at + 1}` : part ? `${name}-${part}` : name
}

const Questions = ({
  outcome,
  at,
}: {
  readonly outcome: Extract<Offer['outcome'], { kind: 'questions' }>
  readonly at: number
}) => (
  <>
    <p>The sum needs some answers first. Nothing is assumed for you.</p>
    <ul class="govuk-list govuk-list--bullet">
      {outcome.questions.map((question) => {
        const { field, question: text, help } = questionWords(question, outcome.measure)
        return (
          <li>
            <a href={`#${fieldId(field, at)}`}>{text}</a> {help}
          </li>
        )
      })}
    </ul>
  </>
)

/** What came of one offer: its figure with every step, its score, the questions it leaves, or why it is refused. */
export const OfferResult = ({ offer, pricing, isAlone }: ResultProps & { readonly offer: Offer }) => {
  const { outcome, read } = offer
  const key = outcome.kind === 'valued' ? outcome.valuation.key : outcome.key
  const warnings = [
    ...readingWarnings(read),
    ...(outcome.kind === 'valued' ? outcome.valuation.warnings.map(warningSentence) : []),
  ]
  const name =
    outcome.kind === 'valued'
      ? outcome.valuation.measure.name
      : outcome.kind === 'refused'
        ? 'Not valued'
        : outcome.measure.name
  return (
    <section>
      <h3>
        {key}. {name}
      </h3>
      {outcome.kind === 'valued' && (
        <Valued valuation={outcome.valuation} pricing={pricing} isAlone={isAlone} />
      )}
      {outcome.kind === 'questions' && <Questions outcome={outcome} at={Number(key) - 1} />}
      {outcome.kind === 'refused' &&
        outcome.refusals.map((refusal) => <WarningText>{refusalSentence(refusal)}</WarningText>)}
      {outcome.kind === 'scored' && (
        <p>
          <Tag>{outcome.scored.score} of 5</Tag> {outcome.scored.level.name}: {outcome.scored.level.described}{' '}
          It stands beside the numbers and never becomes pounds.
        </p>
      )}
      {warnings.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {warnings.map((warning) => (
            <li>{warning}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Totals by kind of value, and what each leaves out and why. There is no total over kinds. */
export const Together = ({
  totals,
  offers,
}: {
  readonly totals: Totals | null
  readonly offers: readonly Offer[]
}) => {
  if (!totals) return <p>There are no totals yet: some measures are not valued.</p>
  const nameOf = (key: string): string => {
    const found = offers.find(({ outcome }) => outcome.kind === 'valued' && outcome.valuation.key === key)
    return found?.outcome.kind === 'valued' ? `${key}. ${found.outcome.valuation.measure.name}` : key
  }
  return (
    <>
      <h3>Together</h3>
      <DataTable
        id="totals"
        caption="Totals by kind of value"
        rows={totals.byBasis}
        onPhone="stack"
        empty={{ title: 'Nothing to add', purpose: 'None of these has a price.' }}
        columns={[
          { name: 'basis', header: 'Kind of value', cell: ({ basis }) => BASIS_NAMES[basis] },
          {
            name: 'total',
            header: 'Total',
            cell: ({ range }) => (range ? rangeText(range, pounds) : 'Not added up'),
          },
          { name: 'counted', header: 'Counted', cell: ({ counted }) => counted.map(nameOf).join('; ') },
          {
            name: 'left',
            header: 'Left out, and why',
            cell: ({ leftOut, notices }) =>
              [
                ...leftOut.map(
                  (left) =>
                    `${nameOf(left.key)}: ${left.why ?? leftOutWords(left.because)}${left.countedInstead.length > 0 ? ` (${left.countedInstead.map(nameOf).join('; ')})` : ''}`,
                ),
                ...notices.map(warningSentence),
              ].join('. ') || 'Nothing',
          },
        ]}
      />
      {totals.notices.map((notice) => (
        <p>{warningSentence(notice)}</p>
      ))}
    </>
  )
}
