import type { FieldError } from '../../../platform/http/form.ts'
import {
  type Basis,
  Button,
  DataTable,
  EmptyState,
  errorOf,
  Form,
  FormErrorSummary,
  formatCount,
  formatInstant,
  formatPence,
  formatPoundsCompact,
  Input,
  LiveRegion,
  Progress,
} from '../../../platform/views/views.ts'
import type { Review, ReviewCase } from '../review.ts'
import type { DecidedBatch } from '../store/decisions.ts'
import type { MatchingRecord } from '../store/matching.ts'
import type { ReviewPayee } from '../store/review.ts'
import { Candidates, KeyButton } from './review-candidates.tsx'

export type ReviewPayeesProps = Omit<Review, 'basis' | 'lastDecision'> & {
  readonly errors: readonly FieldError[]
  readonly typed: TypedDecision
  readonly basis: Basis
  readonly lastDecision: (DecidedBatch & { readonly by: string }) | undefined
}

/** What a refused form held: the number, and which payees were ticked. Null where nothing was sent yet. */
export type TypedDecision = { readonly number: string; readonly payees: ReadonlySet<string> } | null

const numbersOf = (payee: ReviewPayee): string =>
  [
    payee.postcode,
    payee.companyNumber && `company number ${payee.companyNumber}`,
    payee.charityNumber && `charity number ${payee.charityNumber}`,
    payee.reference && `ledger number ${payee.reference}`,
  ]
    .filter(Boolean)
    .join(', ')

/** The payees that a decision is about. All are ticked: "decide all like this" is the rule, leaving some out the exception. */
const Payees = ({ payees, typed }: Pick<ReviewCase, 'payees'> & { readonly typed: TypedDecision }) => (
  <fieldset class="govuk-fieldset gt-review-payees" id="payees">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
      {payees.length === 1 ? 'The payee' : `${formatCount(payees.length, 'payee')} that look alike`}
    </legend>
    {payees.length > 1 && <div class="govuk-hint">Your decision is about all that are ticked.</div>}
    <div class="govuk-checkboxes govuk-checkboxes--small">
      {payees.map((payee) => (
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            name="payees"
            id={`payee-${payee.id}`}
            value={payee.id}
            checked={typed === null || typed.payees.has(String(payee.id))}
          />
          <label class="govuk-label govuk-checkboxes__label" for={`payee-${payee.id}`}>
            <strong>{payee.name}</strong> {formatPence(payee.pence)} in{' '}
            {formatCount(payee.payments, 'payment')}
            {numbersOf(payee) && `; ${numbersOf(payee)}`}
          </label>
        </div>
      ))}
    </div>
  </fieldset>
)

type Asked = { readonly errors: readonly FieldError[]; readonly typed: TypedDecision }

const OtherNumber = ({ errors, typed }: Asked) => (
  <div class="gt-other-number">
    <Input
      label="Another company or charity number"
      hint="Eight characters such as 01234567, or a charity number. It must stand in a register that is loaded."
      id="number"
      name="number"
      classes="govuk-input--width-10"
      value={typed?.number}
      errorMessage={errorOf(errors, 'number')}
    />
    <Button name="choice" value="number" classes="govuk-button--secondary">
      Take this number
    </Button>
  </div>
)

const Case = ({
  current,
  errors,
  typed,
  hidden,
  skipHref,
}: Asked & {
  readonly current: ReviewCase
  readonly hidden: readonly (readonly [string, string | number])[]
  readonly skipHref: string
}) => (
  <Form action="/spend/review">
    {hidden.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Payees payees={current.payees} typed={typed} />
    {current.paidFor.length > 0 && (
      <p>
        Paid for:{' '}
        {current.paidFor
          .map(({ category, pence }) => `${category ?? 'no category'} (${formatPoundsCompact(pence)})`)
          .join(', ')}
        .
      </p>
    )}
    <h2>{current.candidates.length > 0 ? 'Who may it be?' : 'No register entry comes near'}</h2>
    <Candidates candidates={current.candidates} />
    <div class="govuk-button-group">
      <KeyButton name="choice" value="none" keyName="n">
        None of these
      </KeyButton>
      <a class="govuk-link gt-key-button" href={skipHref} data-key="s">
        Skip for now{' '}
        <kbd class="gt-key" data-key-hint hidden>
          s
        </kbd>
      </a>
    </div>
    <OtherNumber errors={errors} typed={typed} />
  </Form>
)

/** Single keys are told on the page and can be switched off (WCAG 2.1.4). Without scripts there are none, and nothing is said. */
const Keys = () => (
  <div class="gt-keys" data-single-keys hidden>
    <p>
      Single keys: <kbd class="gt-key">1</kbd>–<kbd class="gt-key">9</kbd> take a candidate,{' '}
      <kbd class="gt-key">n</kbd> none of these, <kbd class="gt-key">s</kbd> skip, <kbd class="gt-key">u</kbd>{' '}
      undo the last decision. They do nothing while you type in a field.
    </p>
    <button type="button" class="govuk-button govuk-button--secondary" data-single-keys-switch>
      Switch single keys off
    </button>
  </div>
)

const Undo = ({ last, at }: { readonly last: ReviewPayeesProps['lastDecision']; readonly at: number }) =>
  last ? (
    <Form action="/spend/review/undo">
      <input type="hidden" name="batch" value={last.batch} />
      <input type="hidden" name="at" value={at} />
      <p class="gt-last-decision">
        Last decision: {last.payees.slice(0, 3).join(', ')}
        {last.payees.length > 3 && ` and ${last.payees.length - 3} more`} –{' '}
        {last.supplierName ? `is ${last.supplierName}` : 'none of the candidates'} ({last.by},{' '}
        {formatInstant(last.decidedAt)}).{' '}
        <KeyButton name="undo" value="yes" keyName="u">
          Undo
        </KeyButton>{' '}
        <a href="/spend/review/decisions">All decisions</a>
      </p>
    </Form>
  ) : null

export const MatchingProgress = ({
  matching,
  url,
}: {
  matching: MatchingRecord | undefined
  url: string
}) => {
  const isRunning = matching?.state === 'waiting' || matching?.state === 'running'
  if (matching?.state === 'failed') return <p>{matching.problem}</p>
  return isRunning ? (
    <LiveRegion id="matching" url={url} isRunning>
      <Progress
        label="Payees are being matched to the registers"
        done={Math.round((matching.state === 'waiting' ? 0 : matching.share) * 100)}
        total={100}
        message={
          matching.state === 'waiting'
            ? 'Waiting for its turn'
            : `${matching.part ?? 'Beginning'}: ${Math.round(matching.share * 100)} %`
        }
      />
    </LiveRegion>
  ) : null
}

const Next = ({ groups, at, totals }: Pick<ReviewPayeesProps, 'groups' | 'at' | 'totals'>) =>
  groups.length < 2 ? null : (
    <DataTable
      id="next"
      caption={`Next on the list, ${at + 2} to ${at + groups.length} of ${totals.groups}`}
      rows={groups.slice(1).map((group, offset) => ({ ...group, at: at + offset + 1 }))}
      empty={{ title: 'Nothing more', purpose: 'This is the end of the list.' }}
      columns={[
        {
          name: 'payee',
          header: 'Payee',
          cell: (group) => <a href={`/spend/review?at=${group.at}`}>{group.name}</a>,
        },
        { name: 'candidate', header: 'Likeliest candidate', cell: (group) => group.candidate ?? 'none' },
        { name: 'payees', header: 'Alike', isNumeric: true, cell: (group) => group.payees },
        { name: 'pence', header: 'Amount', isNumeric: true, cell: (group) => formatPence(group.pence) },
      ]}
    />
  )

export const ReviewPayeesView = (props: ReviewPayeesProps) => {
  const { totals, current, at, errors, basis, matching, lastDecision } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>Review list</h1>
      <MatchingProgress matching={matching} url={`/spend/review?at=${at}`} />
      {current ? (
        <>
          <p>
            {formatCount(totals.payees, 'payee')} with {formatPoundsCompact(totals.pence)} may be a supplier
            in the registers, and nobody is sure. What you decide is remembered for every later file and can
            be undone. <a href="/spend/method#matching">How payees are matched</a>
          </p>
          <p class="gt-basis">
            {basis.period} · {basis.coverage} · {basis.unknown}
          </p>
          <Keys />
          <Undo last={lastDecision} at={at} />
          <p>
            Case {at + 1} of {totals.groups}, the most money first.{' '}
            {at > 0 && <a href="/spend/review">Back to the first</a>}
          </p>
          <Case
            current={current}
            errors={errors}
            typed={props.typed}
            hidden={[['at', at]]}
            skipHref={`/spend/review?at=${at + 1 < totals.groups ? at + 1 : 0}`}
          />
          <Next {...props} />
        </>
      ) : (
        <>
          <Undo last={lastDecision} at={0} />
          <EmptyState
            title="Nothing to review"
            purpose="Payees that may be a supplier in the registers, but not for certain, come here. You say who they are; it is remembered."
            firstStep={{ text: 'See the suppliers', href: '/spend/suppliers' }}
          />
        </>
      )}
    </>
  )
}

export const ReviewPayeeView = ({ current, errors, typed }: Asked & { readonly current: ReviewCase }) => {
  const [payee] = current.payees
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>Who is {payee?.name}?</h1>
      <p>
        Your word goes before every number and name, holds for every later file, and can be undone on the list
        of <a href="/spend/review/decisions">decisions</a>.
      </p>
      <Keys />
      <Case
        current={current}
        errors={errors}
        typed={typed}
        hidden={[['payee', payee?.id ?? 0]]}
        skipHref={`/spend/payees/${payee?.id}`}
      />
    </>
  )
}
