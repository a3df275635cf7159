import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  InsetText,
  Tag,
  Textarea,
} from '../../../platform/views/views.ts'
import {
  ANSWER_NAMES,
  DIMENSION_NAMES,
  DIRECTION_NAMES,
  LIKELIHOOD_NAMES,
  SCALE_NAMES,
} from '../messages/impact-words.ts'
import type { Impact, NoImpact } from '../model/impact.ts'
import type { Purchase } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'
import { type ImpactGaps, weightOf } from '../rules/impact.ts'
import { ImpactFields } from './impact-fields.tsx'

export type ImpactProps = {
  readonly purchase: Purchase
  readonly impacts: readonly Impact[]
  readonly none: readonly NoImpact[]
  readonly gaps: ImpactGaps
  readonly places: ReadonlyMap<string, string>
  readonly mayChange: boolean
  readonly text: (name: string) => string
  readonly chosen: (name: string) => readonly string[]
  readonly errors: readonly FieldError[]
}

const Met = ({ impact }: { readonly impact: Impact }) => {
  if (impact.direction === 'positive') return <>Nothing to meet</>
  if (impact.answer === null) return <Tag classes="govuk-tag--red">Not met yet</Tag>
  return (
    <>
      {ANSWER_NAMES[impact.answer]}: {impact.answerReason}
    </>
  )
}

const Change = ({ impact, purchase }: { readonly impact: Impact; readonly purchase: Purchase }) => (
  <>
    <p class="govuk-!-margin-bottom-2">
      <a href={`${purchasePath(purchase.id, 'impact')}?change=${impact.id}#form`}>
        Change<span class="govuk-visually-hidden"> “{impact.effect}”</span>
      </a>
    </p>
    <Form action={purchasePath(purchase.id, 'impact/remove')}>
      <input type="hidden" name="impactId" value={impact.id} />
      <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
        Remove<span class="govuk-visually-hidden"> “{impact.effect}”</span>
      </Button>
    </Form>
  </>
)

const whoAndWhere = (impact: Impact, places: ImpactProps['places']): string =>
  [...impact.groups, ...impact.placeIds.flatMap((id) => places.get(id) ?? [])].join(', ') || 'Everybody'

const Effects = (props: ImpactProps) => (
  <DataTable
    id="impacts"
    caption="Effects, the weightiest first"
    rows={props.impacts}
    onPhone="stack"
    empty={{
      title: 'No effect is written down yet',
      purpose:
        'Before we buy, we ask what the purchase does to people, the local economy and the environment, and change it where it would do harm.',
    }}
    basis={{
      period: 'Before the purchase',
      coverage:
        'Judgement of the officers, by likelihood (1 to 4) times scale (1 to 4); an order to look in, not a measurement',
    }}
    columns={[
      { name: 'effect', header: 'Effect', cell: ({ effect }) => effect },
      {
        name: 'kind',
        header: 'Kind',
        cell: ({ direction, dimension }) => (
          <Tag classes={direction === 'positive' ? 'govuk-tag--green' : 'govuk-tag--orange'}>
            {DIRECTION_NAMES[direction]}, {DIMENSION_NAMES[dimension].toLowerCase()}
          </Tag>
        ),
      },
      { name: 'who', header: 'For whom, where', cell: (impact) => whoAndWhere(impact, props.places) },
      {
        name: 'weight',
        header: 'How likely, how large',
        cell: (impact) =>
          `${LIKELIHOOD_NAMES[impact.likelihood]} × ${SCALE_NAMES[impact.scale]?.toLowerCase()}: ${weightOf(impact)} of 16`,
      },
      { name: 'met', header: 'How it is met', cell: (impact) => <Met impact={impact} /> },
      ...(props.mayChange
        ? [
            {
              name: 'change',
              header: 'Change',
              cell: (impact: Impact) => <Change impact={impact} purchase={props.purchase} />,
            },
          ]
        : []),
    ]}
  />
)

const Gaps = ({ gaps }: ImpactProps) =>
  gaps.dimensions.length + gaps.unanswered.length === 0 ? (
    <InsetText>
      The assessment is complete: every kind of effect was looked at, and every bad one is met.
    </InsetText>
  ) : (
    <InsetText>
      <p>Before the purchase can be ready to publish:</p>
      <ul class="govuk-list govuk-list--bullet">
        {gaps.unanswered.map(({ effect }) => (
          <li>
            meet “{effect}”: change the subject, the specification or the questions, or say why it is accepted
          </li>
        ))}
        {gaps.dimensions.map((dimension) => (
          <li>say what {dimension} effects there will be, or why there are none</li>
        ))}
      </ul>
    </InsetText>
  )

const NoneExpected = ({ purchase, gaps, errors }: ImpactProps) => (
  <>
    {gaps.dimensions.map((dimension) => (
      <Form action={purchasePath(purchase.id, 'impact/none')}>
        <input type="hidden" name="dimension" value={dimension} />
        <Textarea
          id={`reason-${dimension}`}
          name="reason"
          label={`Why no ${dimension} effects are expected`}
          rows={2}
          errorMessage={errorOf(errors, `reason-${dimension}`)}
        />
        <Button classes="govuk-button--secondary">Save: no {dimension} effects</Button>
      </Form>
    ))}
  </>
)

export const PurchaseImpactView = (props: ImpactProps) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Impact assessment</h1>
    <p class="govuk-body-l">{props.purchase.title}</p>
    <Gaps {...props} />
    <Effects {...props} />
    {props.none.map(({ dimension, reason }) => (
      <p>
        <strong>No {dimension} effects expected:</strong> {reason}
      </p>
    ))}
    {props.mayChange && (
      <>
        <ImpactFields {...props} />
        {props.gaps.dimensions.length > 0 && <NoneExpected {...props} />}
      </>
    )}
  </>
)
