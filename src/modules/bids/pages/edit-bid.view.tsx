import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import { newId } from '../../../platform/ids.ts'
import {
  Button,
  CsrfField,
  Details,
  errorOf,
  FileUpload,
  Form,
  FormErrorSummary,
  formatInstantExact,
  formatList,
  Tag,
} from '../../../platform/views/views.ts'
import { STATE_WORDS } from '../messages.ts'
import type { Receipt, SupplierDocument } from '../model.ts'
import { markOf, type ReadBid } from '../read-bid.ts'
import type { Workspace } from '../read-workspace.ts'
import { filesLeftOut, isFine, obstaclesOf, type QuestionState } from '../rules/answers.ts'
import type { BidState } from '../rules/bid-state.ts'
import { stateOfReceipt } from '../rules/receipts.ts'
import { AnswerClash, type Clash } from './answer-clash.tsx'
import { AnswerField } from './answer-field.tsx'
import { FileQuestion } from './file-question.tsx'
import { FORM_FIELD, seenField } from './typed-answers.ts'
import { StateTag } from './workspace.view.tsx'
import { WorkspaceFrame } from './workspace-frame.tsx'

export type EditBidProps = {
  readonly read: ReadBid
  readonly workspace: Workspace
  readonly state: BidState
  readonly maySubmit: boolean
  readonly isOpen: boolean
  readonly errors: readonly FieldError[]
  readonly clashes: readonly Clash[]
  readonly documents: readonly SupplierDocument[]
  readonly receipts: readonly Receipt[]
  readonly today: PlainDate
}

const colourOf = (one: QuestionState): string => {
  if (one.state === 'answered') return 'govuk-tag--green'
  if (!isFine(one)) return 'govuk-tag--red'
  return one.state === 'file-refused' ? 'govuk-tag--yellow' : 'govuk-tag--grey'
}

const Progress = ({ states }: ReadBid) => (
  <table class="govuk-table">
    <caption class="govuk-table__caption govuk-table__caption--m">Each question and how it stands</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        <th scope="col" class="govuk-table__header">
          Question
        </th>
        <th scope="col" class="govuk-table__header">
          State
        </th>
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {states.map((state) => (
        <tr class="govuk-table__row">
          <td class="govuk-table__cell">
            <a href={`#question-${state.question.code}`}>{state.question.code}</a>
            {state.question.isRequired ? '' : ' (you may leave it out)'}
          </td>
          <td class="govuk-table__cell">
            <Tag classes={colourOf(state)}>{STATE_WORDS[state.state]}</Tag>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** An answer with what it was when this page was made; where a colleague has changed it meanwhile, with theirs. */
const OneAnswer = ({
  state,
  read,
  isOpen,
  clashes,
}: Pick<EditBidProps, 'read' | 'isOpen' | 'clashes'> & { readonly state: QuestionState }) => {
  const { code } = state.question
  const lines = read.content.askLines
  const clash = clashes.find((one) => one.code === code)
  return (
    <>
      {clash && <AnswerClash clash={clash} lines={lines} />}
      <input type="hidden" name={seenField(code)} value={clash ? 'neither' : markOf(state.answer)} />
      <AnswerField state={clash ? { ...state, answer: clash.mine } : state} lines={lines} isOpen={isOpen} />
    </>
  )
}

const Answers = (p: EditBidProps) => {
  const { read, isOpen, maySubmit } = p
  const missing = obstaclesOf(read.states).length
  const leftOut = filesLeftOut(read.states)
  const typedOnes = read.states.filter(({ question }) => question.kind !== 'file')
  return (
    <form
      method="post"
      action={`/workspace/bids/${read.bid.id}`}
      id="answers"
      novalidate
      data-autosave={isOpen ? 'saved-at' : undefined}
    >
      <CsrfField />
      <input type="hidden" name={FORM_FIELD} value={newId()} />
      {typedOnes.map((state) => (
        <OneAnswer {...p} state={state} />
      ))}
      {isOpen && (
        <>
          <p id="saved-at" role="status">
            {read.bid.revision > 0
              ? `Last saved: ${formatInstantExact(read.bid.changedAt)}`
              : 'Nothing is saved yet.'}
          </p>
          <div class="govuk-button-group">
            <Button name="after" value="save" classes="govuk-button--secondary" preventDoubleClick>
              Save
            </Button>
            {maySubmit && (
              <Button name="after" value="submit" preventDoubleClick>
                Save and submit the bid for lot {read.bid.lot}
              </Button>
            )}
          </div>
          <p>
            {missing === 0
              ? 'Nothing is missing.'
              : `${missing} of ${read.states.length} questions still need something before you can submit.`}{' '}
            {maySubmit ? '' : 'A bid lead of your organisation submits.'}
          </p>
          {leftOut.length > 0 && (
            <p>
              <strong>
                {formatList(leftOut.map(({ name, question }) => `${name} (${question})`))}{' '}
                {leftOut.length === 1 ? 'was not taken and does not go' : 'were not taken and do not go'} with
                the bid.
              </strong>
            </p>
          )}
        </>
      )}
    </form>
  )
}

const Submitted = ({ read, receipts, isOpen, maySubmit, state }: EditBidProps) =>
  receipts.length === 0 ? null : (
    <section aria-labelledby="submitted">
      <h2 id="submitted">What you have handed in</h2>
      <ul class="govuk-list govuk-list--bullet">
        {receipts.map((receipt) => (
          <li>
            <a href={`/workspace/receipts/${receipt.id}`}>
              Receipt and own copy of {formatInstantExact(receipt.submittedAt)}
            </a>
            . {stateOfReceipt(receipt, formatInstantExact)}.
          </li>
        ))}
      </ul>
      {state === 'changed' && (
        <p>You have changed the draft since: the change counts when you submit again.</p>
      )}
      {isOpen && maySubmit && read.bid.sealedId !== null && (
        <Details summaryText="Take the bid back">
          <Form action={`/workspace/bids/${read.bid.id}/withdraw`}>
            <Button classes="govuk-button--warning">Withdraw the bid for lot {read.bid.lot}</Button>
          </Form>
        </Details>
      )}
    </section>
  )

const Pack = ({ read, isOpen, errors }: EditBidProps) => (
  <section aria-labelledby="pack">
    <h2 id="pack">Work offline</h2>
    <p>
      <a href={`/workspace/bids/${read.bid.id}/pack.xlsx`}>Download the questions as an Excel file</a>, fill
      in the answers, and hand the file in here.
    </p>
    {isOpen && (
      <Form action={`/workspace/bids/${read.bid.id}/pack`} hasFiles>
        <FileUpload name="pack" label="The filled-in Excel file" errorMessage={errorOf(errors, 'pack')} />
        <Button classes="govuk-button--secondary">Take over its answers</Button>
      </Form>
    )}
  </section>
)

export const EditBidView = (p: EditBidProps) => {
  const { read, workspace, state, isOpen, errors } = p
  const { tender, bid } = read
  return (
    <WorkspaceFrame workspace={workspace}>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">
        {tender.reference}, lot {bid.lot}
      </span>
      <h1>{tender.title}</h1>
      <p>
        <StateTag state={state} /> {isOpen ? 'Deadline' : 'The deadline was'}:{' '}
        {formatInstantExact(tender.deadline)}. <a href={`/opportunities/${tender.reference}`}>The tender</a>,{' '}
        <a href={`/opportunities/${tender.reference}/log`}>its public log of bids</a>
      </p>
      <Submitted {...p} />
      <Progress {...read} />
      <h2>Files</h2>
      {read.states.every(({ question }) => question.kind !== 'file') && <p>This lot asks for no files.</p>}
      {read.states
        .filter(({ question }) => question.kind === 'file')
        .map((file) => (
          <FileQuestion {...p} asked={file} />
        ))}
      <h2>Answers</h2>
      <Answers {...p} />
      <Pack {...p} />
    </WorkspaceFrame>
  )
}
