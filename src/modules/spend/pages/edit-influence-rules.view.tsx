import type { FieldError } from '../../../platform/http/form.ts'
import { typed } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  Details,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  Select,
} from '../../../platform/views/views.ts'
import { KIND_LABELS } from '../kind-words.ts'
import { OUTCOME_WORDS, SUBJECT_WORDS, TEST_WORDS } from '../messages.ts'
import { EVERYTHING } from '../model.ts'
import type { InfluenceRule } from '../rules/influence.ts'
import type { BookVersion } from '../store/rule-books.ts'
import { AnalysisNavigation } from './analysis-navigation.tsx'
import { RuleHistory } from './rule-history.tsx'

type Props = {
  readonly rules: readonly InfluenceRule[]
  readonly version: number
  readonly versions: readonly BookVersion[]
  readonly names: ReadonlyMap<string, string>
  readonly errors: readonly FieldError[]
  readonly form: Readonly<Record<string, string | string[]>>
  readonly canChange: boolean
}

type Numbered = { readonly rule: InfluenceRule; readonly place: number }

const items = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

const conditionWords = ({ subject, test, value }: InfluenceRule): string => {
  if (subject === 'anything') return 'Everything else'
  if (subject === 'kind') return `Kind of supplier is ${KIND_LABELS[value] ?? value}`
  if (subject.startsWith('contract-')) return `${SUBJECT_WORDS[subject]} ${value} months`
  if (subject === 'framework' && value === '') return 'Called off from any framework'
  return `${SUBJECT_WORDS[subject]} ${TEST_WORDS[test]} “${value}”`
}

const Act = ({
  act,
  place,
  version,
  text,
}: {
  act: string
  place: number
  version: number
  text: string
}) => (
  <Form>
    <input type="hidden" name="act" value={act} />
    <input type="hidden" name="place" value={String(place)} />
    <input type="hidden" name="seen" value={String(version)} />
    <Button classes="govuk-button--secondary gt-small-button">
      {text}
      <span class="govuk-visually-hidden"> rule {place}</span>
    </Button>
  </Form>
)

type Values = { readonly [Name in keyof InfluenceRule]: string }

const RuleFields = ({
  id,
  values,
  errors,
}: {
  id: string
  values: Values
  errors: readonly FieldError[]
}) => (
  <>
    <Select
      id={`${id}subject`}
      name="subject"
      label="Looks at"
      value={values.subject}
      items={items(SUBJECT_WORDS)}
      errorMessage={errorOf(errors, 'subject')}
    />
    <Select
      id={`${id}test`}
      name="test"
      label="Which"
      value={values.test}
      items={items(TEST_WORDS)}
      errorMessage={errorOf(errors, 'test')}
    />
    <Input
      id={`${id}value`}
      name="value"
      label="Text, kind (micro, vcse, public …), or months"
      value={values.value}
      classes="govuk-input--width-20"
      errorMessage={errorOf(errors, 'value')}
    />
    <Select
      id={`${id}outcome`}
      name="outcome"
      label="Then it"
      value={values.outcome}
      items={items(OUTCOME_WORDS)}
      errorMessage={errorOf(errors, 'outcome')}
    />
    <Input
      id={`${id}reason`}
      name="reason"
      label="Because"
      hint="This stands on every line the rule decides."
      value={values.reason}
      errorMessage={errorOf(errors, 'reason')}
    />
  </>
)

const Change = ({ rule, place, version }: Numbered & { readonly version: number }) => (
  <Details summaryText={`Change rule ${place}`}>
    <Form>
      <input type="hidden" name="act" value="change" />
      <input type="hidden" name="place" value={String(place)} />
      <input type="hidden" name="seen" value={String(version)} />
      <RuleFields id={`rule-${place}-`} values={rule} errors={[]} />
      <Button>Save rule {place}</Button>
    </Form>
  </Details>
)

const Rules = ({ rules, version, canChange }: Props) => (
  <DataTable<Numbered>
    id="rules"
    caption="The rules, in order: the first that fits decides"
    rows={rules.map((rule, at) => ({ rule, place: at + 1 }))}
    empty={{ title: 'No rules', purpose: 'Without rules every line is “not sure”.' }}
    columns={[
      { name: 'place', header: 'Rule', cell: ({ place }) => <span id={`rule-${place}`}>{place}</span> },
      { name: 'condition', header: 'If', cell: ({ rule }) => conditionWords(rule) },
      { name: 'outcome', header: 'Then it', cell: ({ rule }) => OUTCOME_WORDS[rule.outcome] },
      { name: 'reason', header: 'Because', cell: ({ rule }) => rule.reason },
      ...(canChange
        ? [
            {
              name: 'acts',
              header: 'Change',
              cell: ({ rule, place }: Numbered) => (
                <>
                  <div class="gt-small-buttons">
                    {place > 1 && <Act act="up" place={place} version={version} text="Up" />}
                    {place < rules.length && <Act act="down" place={place} version={version} text="Down" />}
                    <Act act="remove" place={place} version={version} text="Take out" />
                  </div>
                  <Change rule={rule} place={place} version={version} />
                </>
              ),
            },
          ]
        : []),
    ]}
  />
)

const Add = ({ rules, version, form, errors }: Props) => (
  <Form>
    <h2 class="govuk-heading-m">Add a rule</h2>
    <input type="hidden" name="act" value="add" />
    <input type="hidden" name="seen" value={String(version)} />
    <RuleFields
      id=""
      values={{
        subject: (typed(form, 'subject') || 'category') as never,
        test: (typed(form, 'test') || 'contains') as never,
        value: typed(form, 'value'),
        outcome: (typed(form, 'outcome') || 'not') as never,
        reason: typed(form, 'reason'),
      }}
      errors={errors}
    />
    <Input
      id="place"
      name="place"
      label="As rule number"
      hint="Rules after it move down."
      value={typed(form, 'place') || String(Math.max(1, rules.length))}
      classes="govuk-input--width-3"
    />
    <Button>Add the rule</Button>
  </Form>
)

export const EditInfluenceRulesView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <AnalysisNavigation current="influenceable" slice={EVERYTHING} />
    <h1>Rules of influenceable spend</h1>
    <p class="govuk-body-l">
      {props.version === 0
        ? 'These are the product’s default: a first sorting, to be changed by people who know the contracts.'
        : `Version ${props.version} of your organisation.`}{' '}
      They are judgements, not law.
    </p>
    <Rules {...props} />
    {props.canChange && <Add {...props} />}
    <h2 class="govuk-heading-m">History</h2>
    <RuleHistory versions={props.versions} names={props.names} canChange={props.canChange} />
    {props.canChange && props.version > 0 && (
      <Form>
        <input type="hidden" name="act" value="default" />
        <input type="hidden" name="seen" value={String(props.version)} />
        <Button classes="govuk-button--secondary">Begin again with the product’s default</Button>
      </Form>
    )}
  </>
)
