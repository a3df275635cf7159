import type { FieldError } from '../../../platform/http/form.ts'
import { typed as typedIn } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  Details,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Select,
  SummaryList,
  Tag,
  WarningText,
} from '../../../platform/views/views.ts'
import {
  BASIS_NAMES,
  CONFIDENCE_NAMES,
  careOf,
  figureOf,
  grouped,
  pricesOf,
  STATUS_TAGS,
  unitOf,
} from '../messages/figure-words.ts'
import type { Change, LocalFramework, Weight } from '../model/adaptation.ts'
import type { Source } from '../model/reference.ts'
import type { Measure, Outcome, Rubric, Variant } from '../model.ts'
import { frameworkPath, measurePath, variantPath } from '../seen.ts'
import { Differences } from './differences.tsx'
import type { Difference } from './entry-form.ts'

type Props = {
  readonly local: LocalFramework
  readonly measure: Measure
  readonly outcome: Outcome | undefined
  readonly rubric: Rubric | undefined
  readonly source: Source | undefined
  readonly sourceWarning: string | null
  readonly differences: readonly Difference[]
  readonly change: Change | undefined
  readonly weights: readonly Weight[]
  readonly mayManage: boolean
  readonly typed: Readonly<Record<string, string | string[]>>
  readonly errors: readonly FieldError[]
}

const SourceText = ({ measure, source }: Pick<Props, 'measure' | 'source'>) => {
  const href = measure.link ?? source?.url
  const text = source ? `${source.title} (${source.publishedOn})` : (measure.source ?? 'Not said')
  return href ? <a href={href}>{text}</a> : <>{text}</>
}

const valueText = (measure: Measure): string => {
  if (measure.kind === 'qualitative') return 'Told in words and scored 0 to 5. It never has a price.'
  return measure.proxy
    ? `${figureOf(measure)} for one ${unitOf(measure)}, ${pricesOf(measure)}`
    : 'It is counted and has no price.'
}

const Facts = ({ measure, outcome, source }: Pick<Props, 'measure' | 'outcome' | 'source'>) => {
  const facts: (readonly [string, string])[] = [
    ['Outcome', outcome?.name ?? ''],
    ['What counts', measure.counts],
    ['What does not count', measure.doesNotCount],
    ['Counted in', unitOf(measure)],
    ['How to count it', measure.howToCount],
    ['Evidence', measure.evidence.join('; ')],
    ['Kind of value', BASIS_NAMES[measure.basis]],
    ['Value', valueText(measure)],
    ['Confidence', CONFIDENCE_NAMES[measure.confidence]],
    ['What would have happened anyway', measure.deadweight],
    [
      'Never added with',
      measure.group ? `other measures of the group “${measure.group}” for the same people or things` : '',
    ],
    ['Small suppliers', measure.suitsSmallSuppliers ? 'It suits them.' : 'It is hard for them.'],
    ['Contract', measure.minimumMonths > 0 ? `At least ${measure.minimumMonths} months` : ''],
    ['Licence', measure.licence],
  ]
  return (
    <SummaryList
      rows={[
        ...facts.filter(([, value]) => value !== '').map(([key, value]) => ({ key, value })),
        { key: 'Source', value: <SourceText measure={measure} source={source} /> },
      ]}
    />
  )
}

/** Whether another figure of it would ever be used. */
const mayHaveVariants = ({ kind, basis }: Measure): boolean =>
  kind === 'quantitative' && basis !== 'none' && basis !== 'spend'

const AddVariant = ({ local, measure }: Pick<Props, 'local' | 'measure'>) => (
  <p>
    <a href={`${measurePath(local.framework.id, measure.code)}/add-variant`}>Add another figure</a>
  </p>
)

const Variants = ({ local, measure, mayManage }: Pick<Props, 'local' | 'measure' | 'mayManage'>) =>
  measure.variants.length === 0 ? null : (
    <DataTable
      id="variants"
      caption="Other figures of the same measure"
      rows={measure.variants}
      onPhone="stack"
      empty={{ title: 'None', purpose: '' }}
      columns={[
        { name: 'name', header: 'For', cell: ({ name }) => name },
        { name: 'code', header: 'Code', cell: ({ code }) => code },
        { name: 'value', header: 'Value of one', isNumeric: true, cell: ({ value }) => `£${grouped(value)}` },
        { name: 'prices', header: 'Prices of', cell: ({ priceYear }) => priceYear },
        {
          name: 'basis',
          header: 'Kind of value',
          cell: ({ basis, isTransfer }) =>
            isTransfer ? 'From pocket to pocket, never added' : BASIS_NAMES[basis],
        },
        ...(mayManage
          ? [
              {
                name: 'change',
                header: 'Yours',
                cell: ({ code, name }: Variant) => (
                  <a href={variantPath(local.framework.id, measure.code, code)}>
                    Change<span class="govuk-visually-hidden"> the figure for {name}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )

const Scale = ({ rubric }: { readonly rubric: Rubric }) => (
  <DataTable
    id="scale"
    caption={`Scale: ${rubric.name}`}
    rows={rubric.levels}
    onPhone="stack"
    empty={{ title: 'None', purpose: '' }}
    columns={[
      { name: 'score', header: 'Score', cell: ({ score, name }) => `${score}: ${name}` },
      { name: 'described', header: 'What it takes', cell: ({ described }) => described },
      { name: 'evidence', header: 'Evidence', cell: ({ evidence }) => evidence ?? 'None' },
    ]}
  />
)

const Weights = ({ weights }: Pick<Props, 'weights'>) =>
  weights.length === 0 ? null : (
    <DataTable
      id="weights"
      caption="How much it matters"
      rows={weights}
      onPhone="stack"
      empty={{ title: 'None', purpose: '' }}
      columns={[
        {
          name: 'target',
          header: 'For',
          cell: ({ target }) => `${target.kind === 'ward' ? 'Ward' : 'Priority'} ${target.id}`,
        },
        { name: 'weight', header: 'Weight', isNumeric: true, cell: ({ weight }) => `× ${Number(weight)}` },
        { name: 'because', header: 'Why', cell: ({ because }) => because },
      ]}
    />
  )

const WeightForm = ({
  local,
  measure,
  typed,
  errors,
}: Pick<Props, 'local' | 'measure' | 'typed' | 'errors'>) => (
  <Details summaryText="Weight it for a ward or a priority" open={'weight' in typed}>
    <p>
      A weight orders suggestions. It never changes pounds. 1 is as much as the others; saving 1 takes the
      weight away.
    </p>
    <Form action={`${measurePath(local.framework.id, measure.code)}/weights`}>
      <Select
        id="target-kind"
        name="target-kind"
        label="For a"
        value={typedIn(typed, 'target-kind') || 'ward'}
        items={[
          { value: 'ward', text: 'Ward' },
          { value: 'priority', text: 'Priority' },
        ]}
      />
      <Input
        id="target"
        name="target"
        label="Which"
        hint="The area code of the ward (E05…), or the priority’s number or words"
        value={typedIn(typed, 'target')}
        errorMessage={errorOf(errors, 'target')}
      />
      <Input
        id="weight"
        name="weight"
        label="Weight, 0 to 10"
        inputmode="decimal"
        classes="govuk-input--width-4"
        value={typedIn(typed, 'weight')}
        errorMessage={errorOf(errors, 'weight')}
      />
      <Input
        id="weight-because"
        name="weight-because"
        label="Why"
        value={typedIn(typed, 'weight-because')}
        errorMessage={errorOf(errors, 'weight-because')}
      />
      <Button classes="govuk-button--secondary">Save the weight</Button>
    </Form>
  </Details>
)

const Manage = ({ local, measure, change, typed, errors }: Props) => {
  const path = measurePath(local.framework.id, measure.code)
  return (
    <>
      <h2>Make it your own</h2>
      <p>
        You may change, weight or switch off anything here without anybody’s leave. The origin stays to be
        seen.
      </p>
      <Button href={`${path}/change`} classes="govuk-button--secondary">
        Change this measure
      </Button>
      {change && change.act !== 'add' && (
        <Form action={`${frameworkPath(local.framework.id)}/back`}>
          <input type="hidden" name="kind" value="measure" />
          <input type="hidden" name="entry" value={measure.code} />
          <Button classes="govuk-button--secondary">Put it back as published</Button>
        </Form>
      )}
      <WeightForm local={local} measure={measure} typed={typed} errors={errors} />
      <Details
        summaryText={change?.act === 'add' ? 'Take it out again' : 'Switch it off here'}
        open={errorOf(errors, 'because') !== undefined}
      >
        <Form action={`${path}/off`}>
          <Input
            id="because"
            name="because"
            label="Why"
            value={typedIn(typed, 'because')}
            errorMessage={errorOf(errors, 'because')}
          />
          <Button classes="govuk-button--warning">
            {change?.act === 'add' ? 'Take it out' : 'Switch it off'}
          </Button>
        </Form>
      </Details>
    </>
  )
}

export const ShowMeasureView = (props: Props) => {
  const { local, measure, rubric, sourceWarning } = props
  const care = careOf(measure)
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <h1>{measure.name}</h1>
      <p>
        {measure.code}, {local.framework.title} {local.framework.version}{' '}
        {STATUS_TAGS[measure.status] && <Tag classes="govuk-tag--orange">{STATUS_TAGS[measure.status]}</Tag>}
      </p>
      {care && <WarningText>{care}</WarningText>}
      {sourceWarning && <WarningText>{sourceWarning}</WarningText>}
      {measure.caution && <WarningText>{measure.caution}</WarningText>}
      <Button href={`/measures/value?framework=${local.framework.id}&measure=${measure.code}`}>
        {measure.kind === 'qualitative' ? 'Try a score' : 'Work out a value'}
      </Button>
      <Differences
        differences={props.differences}
        change={props.change}
        path={props.mayManage ? measurePath(local.framework.id, measure.code) : undefined}
      />
      <Facts measure={measure} outcome={props.outcome} source={props.source} />
      <Variants local={local} measure={measure} mayManage={props.mayManage} />
      {props.mayManage && mayHaveVariants(measure) && <AddVariant local={local} measure={measure} />}
      {rubric && <Scale rubric={rubric} />}
      <Weights weights={props.weights} />
      {props.mayManage && <Manage {...props} />}
    </>
  )
}
