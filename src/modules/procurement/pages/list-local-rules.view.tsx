import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Card,
  DataTable,
  Details,
  Form,
  FormErrorSummary,
  formatDate,
  Input,
} from '../../../platform/views/views.ts'
import { bandWords, dutySentence } from '../messages/local-rule-words.ts'
import type { ExampleRule } from '../model/example-rules.ts'
import type { LocalRule } from '../model/local-rule.ts'
import { RULES_PATH } from '../paths.ts'

type Props = {
  readonly holding: readonly LocalRule[]
  /** Versions that hold no more, or not yet. */
  readonly others: readonly LocalRule[]
  readonly examples: readonly ExampleRule[]
  readonly mayChange: boolean
  readonly today: string
  readonly errors: readonly FieldError[]
}

const Change = ({ rule, today }: { readonly rule: LocalRule; readonly today: string }) => (
  <Details summaryText="Change or end it">
    <p>
      <a href={`${RULES_PATH}/${rule.id}`}>
        Adopt a new version<span class="govuk-visually-hidden"> of {rule.title}</span>
      </a>
    </p>
    <Form action={`${RULES_PATH}/${rule.id}/end`}>
      <Input id={`until-${rule.id}`} name="until" label="Last day" type="date" value={today} />
      <Button classes="govuk-button--secondary">End it</Button>
    </Form>
  </Details>
)

const periodOf = ({ inForceFrom, inForceUntil }: LocalRule): string =>
  `from ${formatDate(inForceFrom)}${inForceUntil ? ` to ${formatDate(inForceUntil)}` : ''}`

const Rules = (props: Props & { id: string; caption: string; rows: readonly LocalRule[] }) => (
  <DataTable
    id={props.id}
    caption={props.caption}
    rows={props.rows}
    onPhone="stack"
    empty={{
      title: 'No rule of our own holds yet',
      purpose:
        'Rules by value say what an officer must do beside the law: consider social value, ask local suppliers, give social value a weight. They are local policy, not law.',
      firstStep: props.mayChange ? { text: 'Add a rule', href: `${RULES_PATH}/new` } : undefined,
    }}
    columns={[
      { name: 'title', header: 'Rule', cell: (rule) => rule.title },
      { name: 'asks', header: 'What it asks', cell: (rule) => dutySentence(rule) },
      { name: 'band', header: 'For purchases', cell: (rule) => bandWords(rule) },
      {
        name: 'version',
        header: 'In force',
        cell: (rule) => (
          <>
            {periodOf(rule)}, version {rule.version}
            {rule.source && <p class="govuk-hint govuk-!-margin-bottom-0">{rule.source}</p>}
          </>
        ),
      },
      ...(props.mayChange
        ? [
            {
              name: 'change',
              header: 'Change',
              cell: (rule: LocalRule) => <Change rule={rule} today={props.today} />,
            },
          ]
        : []),
    ]}
  />
)

const Examples = ({ examples, mayChange, today }: Props) => (
  <>
    <h2>Examples</h2>
    <p>Other councils work by rules like these. None of them holds here until you adopt it.</p>
    {examples.map((example) => (
      <Card title={example.title} headingLevel={3}>
        <p>
          {dutySentence({ ...example, inForceFrom: today })} For purchases{' '}
          {bandWords({ ...example, inForceFrom: today })}. {example.practice}
        </p>
        {mayChange && (
          <Form action={`${RULES_PATH}/examples`}>
            <input type="hidden" name="code" value={example.code} />
            <Input
              id={example.code}
              name="inForceFrom"
              label="In force from"
              type="date"
              value={today}
              classes="govuk-input--width-10"
            />
            <Button classes="govuk-button--secondary">
              Adopt<span class="govuk-visually-hidden"> “{example.title}”</span>
            </Button>
          </Form>
        )}
      </Card>
    ))}
  </>
)

export const ListLocalRulesView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Our own rules</h1>
    <p>
      Local policy, beside the law and never instead of it. A purchase keeps to the version that held on the
      day its procurement commenced. Setting a rule aside for one purchase takes a reason and a second person.
    </p>
    {props.mayChange && props.holding.length > 0 && <Button href={`${RULES_PATH}/new`}>Add a rule</Button>}
    <Rules {...props} id="holding" caption="In force today" rows={props.holding} />
    {props.others.length > 0 && (
      <Rules
        {...props}
        mayChange={false}
        id="others"
        caption="Earlier and coming versions"
        rows={props.others}
      />
    )}
    {props.examples.length > 0 && <Examples {...props} />}
  </>
)
