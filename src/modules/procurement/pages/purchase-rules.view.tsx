import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Details,
  EmptyState,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstant,
  Input,
  InsetText,
  Radios,
  Textarea,
} from '../../../platform/views/views.ts'
import { LOCAL_FACTS, type LocalAnswer, type RuleOverride } from '../model/local-rule.ts'
import type { Purchase } from '../model/purchase.ts'
import { purchasePath, RULES_PATH } from '../paths.ts'
import { isSettled } from '../rules/local-rules.ts'
import { LocalAnswerView } from './local-answer.tsx'

type Props = {
  readonly purchase: Purchase
  readonly answers: readonly LocalAnswer[]
  readonly names: ReadonlyMap<string, string>
  readonly mayAnswer: boolean
  readonly mayApprove: boolean
  readonly personId: string | null
  readonly errors: readonly FieldError[]
}

const VERDICTS = { approved: 'Approved', refused: 'Refused' } as const

const Asked = ({ override, ...props }: Props & { readonly override: RuleOverride }) => {
  const { names, purchase, personId } = props
  const nameOf = (id: string | null) => names.get(id ?? '') ?? 'somebody who has left'
  return (
    <InsetText>
      <p>
        {nameOf(override.askedBy)} asked on {formatInstant(override.askedAt)} to set it aside: “
        {override.reason}”
      </p>
      {override.decision && override.decidedAt && (
        <p>
          {VERDICTS[override.decision]} by {nameOf(override.decidedBy)} on {formatInstant(override.decidedAt)}
          . {override.note}
        </p>
      )}
      {override.decision === null && props.mayApprove && personId !== override.askedBy && (
        <Form action={purchasePath(purchase.id, 'rules/verdict')}>
          <input type="hidden" name="overrideId" value={override.id} />
          <Input
            id={`note-${override.id}`}
            name="note"
            label="Why you decide so"
            errorMessage={errorOf(props.errors, `note-${override.id}`)}
          />
          <div class="govuk-button-group">
            <Button name="decision" value="approved" classes="govuk-button--secondary">
              Approve
            </Button>
            <Button name="decision" value="refused" classes="govuk-button--secondary">
              Refuse
            </Button>
          </div>
        </Form>
      )}
      {override.decision === null && (!props.mayApprove || personId === override.askedBy) && (
        <p>It waits for another person who may approve it.</p>
      )}
    </InsetText>
  )
}

const Ask = ({ purchase, answer, errors }: Props & { readonly answer: LocalAnswer }) => (
  <Details
    summaryText="Ask to set it aside for this purchase"
    open={errorOf(errors, `reason-${answer.rule.id}`) !== undefined}
  >
    <Form action={purchasePath(purchase.id, 'rules/override')}>
      <input type="hidden" name="ruleId" value={answer.rule.id} />
      <Textarea
        id={`reason-${answer.rule.id}`}
        name="reason"
        label="Reason"
        hint="It stays on the record; another person decides"
        rows={3}
        errorMessage={errorOf(errors, `reason-${answer.rule.id}`)}
      />
      <Button classes="govuk-button--secondary">Ask for approval</Button>
    </Form>
  </Details>
)

const One = (props: Props & { readonly answer: LocalAnswer }) => {
  const { answer } = props
  const isWaiting = answer.override !== null && answer.override.decision === null
  const mayAsk = props.mayAnswer && !isSettled(answer) && !isWaiting
  return (
    <section>
      <LocalAnswerView answer={answer} />
      {answer.override && <Asked {...props} override={answer.override} />}
      {mayAsk && <Ask {...props} />}
    </section>
  )
}

const Facts = ({ purchase, errors }: Props) => {
  const number = (name: string) => String(purchase.facts[name] ?? '')
  const considered = purchase.facts[LOCAL_FACTS.considered]
  return (
    <>
      <h2>What these rules ask to be shown</h2>
      <Form action={purchasePath(purchase.id, 'rules')}>
        <input type="hidden" name="version" value={String(purchase.version)} />
        <Radios
          name="considered"
          idPrefix="considered"
          classes="govuk-radios--inline"
          fieldset={{ legend: 'Has social value been considered, and that recorded?' }}
          items={[
            { value: 'yes', text: 'Yes', checked: considered === true },
            { value: 'no', text: 'No', checked: considered === false },
            { value: 'unknown', text: 'Not yet', checked: considered === undefined },
          ]}
        />
        {(
          [
            [LOCAL_FACTS.quotes, 'quotes', 'Quotes'],
            [LOCAL_FACTS.localQuotes, 'localQuotes', 'Of them from local suppliers'],
          ] as const
        ).map(([name, field, label]) => (
          <Input
            id={field}
            name={field}
            label={label}
            inputmode="decimal"
            classes="govuk-input--width-4"
            value={number(name)}
            errorMessage={errorOf(errors, field)}
          />
        ))}
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  )
}

export const PurchaseRulesView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Our own rules</h1>
    <p class="govuk-body-l">{props.purchase.title}</p>
    <p>
      These are local policy, beside the law.{' '}
      <a href={purchasePath(props.purchase.id, 'law')}>What the law says</a>
    </p>
    {props.answers.length === 0 ? (
      <EmptyState
        title="No rule of our own holds"
        purpose="The council has adopted no rule for purchases of that day."
        firstStep={{ text: 'See the examples', href: RULES_PATH }}
      />
    ) : (
      <>
        <h2>What holds for this purchase</h2>
        {props.answers.map((answer) => (
          <One {...props} answer={answer} />
        ))}
      </>
    )}
    {props.mayAnswer && props.answers.length > 0 && <Facts {...props} />}
  </>
)
