import { addDays } from '../../../kernel/plain-date.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  type Basis,
  BasisLine,
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  formatPence,
  formatPoundsCompact,
  InsetText,
  Radios,
  SummaryList,
  TaskList,
} from '../../../platform/views/views.ts'
import { KIND_NAMES, numberWords, STAGE_MEANINGS, STAGE_NAMES } from '../messages/purchase-words.ts'
import type { ContractEnding } from '../model/contract-ending.ts'
import type { NextStep } from '../model/next-step.ts'
import type { Purchase, Stage } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'
import { wholeValue, wholeValueWithVat } from '../rules/purchase-value.ts'
import type { SectionState, SectionStatus } from '../sections/section.ts'
import { NextStepsTable } from './next-steps-table.tsx'
import { StageTag } from './stage-tag.tsx'

export type SectionRow = SectionState & { readonly title: string; readonly href: string }
export type SpendOfCategory = { readonly pence: number; readonly basis: Basis; readonly href: string }

type Props = {
  readonly purchase: Purchase
  readonly places: readonly string[]
  /** The contract of the register that it follows; null where the register has none of that name. */
  readonly follows: ContractEnding | null
  readonly sections: readonly SectionRow[]
  readonly next: readonly NextStep[]
  readonly questions: number
  readonly spend: SpendOfCategory | null
  readonly moves: readonly Stage[]
  readonly mayEdit: boolean
  readonly errors: readonly FieldError[]
}

const SECTION_TAGS: Readonly<Record<SectionStatus, { text: string; classes: string }>> = {
  done: { text: 'Done', classes: 'govuk-tag--green' },
  'to-do': { text: 'To do', classes: 'govuk-tag--blue' },
  attention: { text: 'Needs attention', classes: 'govuk-tag--red' },
  'not-needed': { text: 'Not needed', classes: 'govuk-tag--grey' },
}

const Tasks = ({ sections }: Pick<Props, 'sections'>) => (
  <>
    <h2>What is done, and what is to do</h2>
    <TaskList
      idPrefix="sections"
      items={sections.map(({ title, href, status, sentence }) => ({
        title: { text: title },
        hint: { text: sentence },
        href,
        status: { tag: SECTION_TAGS[status] },
      }))}
    />
  </>
)

const known = (text: string | null): string => text || 'Not known yet'
const day = (date: string | null): string => known(date && formatDate(date))

const Value = ({ purchase }: Pick<Props, 'purchase'>) => {
  const whole = wholeValue(purchase)
  const withVat = wholeValueWithVat(purchase)
  if (whole === null || purchase.valuePence === null) return <>Not known yet</>
  return (
    <>
      {formatPence(whole)} without VAT, for the whole term
      <p class="govuk-hint govuk-!-margin-bottom-0">
        {formatPence(purchase.valuePence)} certain, {formatPence(purchase.optionsPence)} options,{' '}
        {formatPence(purchase.extensionsPence)} extensions.{' '}
        {withVat === null ? 'Which VAT applies is not known yet.' : `With VAT: ${formatPence(withVat)}.`}{' '}
        Estimate of the department.
      </p>
    </>
  )
}

const Follows = ({ purchase, follows }: Pick<Props, 'purchase' | 'follows'>) => {
  const { expiringContract, startsOn } = purchase
  const expiringOn = follows?.endsOn ?? purchase.expiringOn
  if (expiringContract === '' && expiringOn === null) return <>Nothing</>
  const hasGap = expiringOn !== null && startsOn !== null && addDays(expiringOn, 1) < startsOn
  return (
    <>
      {follows ? (
        <>
          <a href={follows.href}>{follows.title}</a> ({follows.reference}, {follows.supplierName})
        </>
      ) : (
        expiringContract || 'A contract'
      )}
      {expiringOn && `, until ${formatDate(expiringOn)}`}
      {hasGap && startsOn && (
        <p class="govuk-hint govuk-!-margin-bottom-0">
          The new contract starts on {formatDate(startsOn)}: nothing covers the days between.
        </p>
      )}
    </>
  )
}

const Facts = ({ purchase, places, follows }: Props) => (
  <SummaryList
    rows={[
      { key: 'Purpose', value: known(purchase.purpose) },
      { key: 'Value', value: <Value purchase={purchase} /> },
      { key: 'Kind', value: known(purchase.kind && KIND_NAMES[purchase.kind]) },
      { key: 'Category', value: known(purchase.category) },
      { key: 'Department', value: known(purchase.department) },
      { key: 'Owner', value: known(purchase.owner) },
      { key: 'Where', value: known(places.join(', ')) },
      { key: 'Procurement commences', value: day(purchase.commencesOn) },
      { key: 'Contract', value: `${day(purchase.startsOn)} to ${day(purchase.endsOn)}` },
      { key: 'Follows', value: <Follows purchase={purchase} follows={follows} /> },
      { key: 'Public pipeline', value: purchase.isPublic ? 'Shown' : 'Not shown' },
    ]}
  />
)

const Spend = ({ purchase, spend }: { readonly purchase: Purchase; readonly spend: SpendOfCategory }) => (
  <>
    <h2>What we pay for this today</h2>
    <p>
      Payments in the category “{purchase.category}”:{' '}
      <a href={spend.href}>{formatPoundsCompact(spend.pence)}</a>
    </p>
    <BasisLine basis={spend.basis} />
  </>
)

const Move = ({ purchase, moves, errors }: Props) => (
  <>
    <h2>Move it on</h2>
    <Form action={purchasePath(purchase.id, 'stage')}>
      <input type="hidden" name="version" value={String(purchase.version)} />
      <Radios
        name="to"
        idPrefix="to"
        fieldset={{ legend: `It is at “${STAGE_NAMES[purchase.stage]}”. What comes next?` }}
        errorMessage={errorOf(errors, 'to')}
        items={moves.map((stage) => ({
          value: stage,
          text: STAGE_NAMES[stage],
          hint: STAGE_MEANINGS[stage],
        }))}
      />
      <Button preventDoubleClick>Move</Button>
    </Form>
  </>
)

const Next = ({ purchase, next, questions }: Props) => (
  <>
    <h2>What comes next</h2>
    {questions > 0 && (
      <InsetText>
        The law cannot be explained yet:{' '}
        <a href={purchasePath(purchase.id, 'law')}>
          {questions === 1 ? 'one question' : `${questions} questions`} to answer
        </a>
        .
      </InsetText>
    )}
    <NextStepsTable steps={next} isOfOnePurchase />
  </>
)

export const ShowPurchaseView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{numberWords(props.purchase.number)}</span>
    <h1>{props.purchase.title}</h1>
    <p>
      <StageTag stage={props.purchase.stage} /> {STAGE_MEANINGS[props.purchase.stage]}
    </p>
    <Tasks sections={props.sections} />
    <Next {...props} />
    <h2>The purchase</h2>
    <Facts {...props} />
    {props.mayEdit && (
      <Button href={purchasePath(props.purchase.id, 'edit')} classes="govuk-button--secondary">
        Change these facts
      </Button>
    )}
    {props.spend && <Spend purchase={props.purchase} spend={props.spend} />}
    {props.moves.length > 0 && <Move {...props} />}
  </>
)
