import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Radios,
  RuleSource,
  Textarea,
} from '../../../platform/views/views.ts'
import type { TestKind } from '../model/appraisal.ts'

type LimbSeen = { readonly id: string; readonly test: string }
type Props = {
  readonly title: string
  readonly kind: TestKind
  readonly limbs: readonly LimbSeen[]
  readonly provision: string
  readonly text: (name: string) => string
  readonly errors: readonly FieldError[]
}

/** Each limb as a sentence that holds or does not. */
const sentence = (test: string): string => `${test.replace(/^./, (letter) => letter.toUpperCase())}.`

const BodyAndDay = ({ kind, text, errors }: Pick<Props, 'kind' | 'text' | 'errors'>) => (
  <>
    <Input
      id="body"
      name="body"
      label={kind === 'vertical' ? 'The body' : 'The arrangement'}
      value={text('body')}
      errorMessage={errorOf(errors, 'body')}
    />
    <Input
      id="testedOn"
      name="testedOn"
      type="date"
      label="Day of the test"
      classes="govuk-input--width-10"
      value={text('testedOn')}
      errorMessage={errorOf(errors, 'testedOn')}
    />
    <Input
      id="outsidePercent"
      name="outsidePercent"
      label="Share of its activities for others, in per cent"
      hint="By turnover over three years, or by forecast for a new body. It answers its own sentence below"
      classes="govuk-input--width-5"
      value={text('outsidePercent')}
      errorMessage={errorOf(errors, 'outsidePercent')}
    />
  </>
)

const Limb = ({ limb: { id, test }, text }: { readonly limb: LimbSeen } & Pick<Props, 'text'>) => (
  <>
    <Radios
      name={`holds-${id}`}
      idPrefix={`holds-${id}`}
      classes="govuk-radios--inline govuk-radios--small"
      fieldset={{ legend: sentence(test) }}
      value={text(`holds-${id}`) || 'unknown'}
      items={[
        { value: 'yes', text: 'It holds' },
        { value: 'no', text: 'It does not' },
        { value: 'unknown', text: 'Not known yet' },
      ]}
    />
    <Textarea
      id={`evidence-${id}`}
      name={`evidence-${id}`}
      label="What shows it?"
      rows={1}
      value={text(`evidence-${id}`)}
    />
  </>
)

export const ControlTestView = ({ title, kind, limbs, provision, text, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>{title}</h1>
    <p>
      The contract is outside the Act while every sentence below holds. The Act wants it to stay so and gives
      no time of grace, so test again every year, and at once when work for others reaches 15 %. Those two are
      good practice.
    </p>
    <RuleSource
      kind="law"
      title="Procurement Act 2023"
      provision={provision}
      inForceFrom="2025-02-24"
      href="https://www.legislation.gov.uk/ukpga/2023/54/schedule/2"
    />
    <Form warnsOfUnsentChanges>
      <BodyAndDay kind={kind} text={text} errors={errors} />
      {limbs.map((limb) => (
        <Limb limb={limb} text={text} />
      ))}
      <Button preventDoubleClick>Keep this test</Button>
    </Form>
  </>
)
