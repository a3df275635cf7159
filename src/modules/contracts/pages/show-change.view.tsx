import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Form,
  FormErrorSummary,
  formatDate,
  formatPounds,
  InsetText,
  SummaryList,
} from '../../../platform/views/views.ts'
import { grouped } from '../messages/deliveries.ts'
import { WAY_NAMES } from '../messages/life.ts'
import type { Adjustment, Approval, Finding } from '../model/life.ts'
import type { Commitment, CommitmentText, Contract } from '../model.ts'
import type { RunningTotal } from '../rules/adjust.ts'
import { Approvals, ApproveForm, RefuseForm } from './approvals.tsx'
import { AdjustmentTag } from './contract-reviews.view.tsx'
import { DayField } from './day-field.tsx'
import { LawAnswer, LawQuestions } from './law-answer.tsx'
import { contractPath } from './paths.ts'
import { RunningTotals } from './running-total.tsx'

type Props = {
  readonly contract: Contract
  readonly adjustment: Adjustment
  readonly goes: Commitment | null
  readonly approvals: readonly Approval[]
  readonly finding: Finding
  readonly total: RunningTotal
  readonly needs: number
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly madeOn: TypedDay
  readonly changeNoticeOn: TypedDay
  readonly mayManage: boolean
  readonly mayApprove: boolean
}

const promiseWords = (one: CommitmentText): string =>
  `${one.title}: ${grouped(one.quantity)} ${one.unit}${one.unitValue === null ? '' : ` at £${grouped(one.unitValue)} each`}`

const Facts = ({ adjustment, goes, finding }: Props) => (
  <SummaryList
    rows={[
      { key: 'How', value: WAY_NAMES[adjustment.way] },
      { key: 'Why', value: adjustment.reason },
      {
        key: 'Value',
        value:
          adjustment.valuePence === null
            ? 'Stays'
            : `${finding.beforePence === null ? 'Not known' : formatPounds(finding.beforePence)} becomes ${formatPounds(adjustment.valuePence)}`,
      },
      { key: 'Last day', value: adjustment.endsOn === null ? 'Stays' : formatDate(adjustment.endsOn) },
      { key: 'Commitment that goes', value: goes ? promiseWords(goes) : 'None' },
      {
        key: 'Commitment that comes',
        value: adjustment.newCommitment ? promiseWords(adjustment.newCommitment) : 'None',
      },
      { key: 'Proposed by', value: adjustment.authorName },
      ...(adjustment.madeOn ? [{ key: 'Holds from', value: formatDate(adjustment.madeOn) }] : []),
      ...(adjustment.changeNoticeOn
        ? [{ key: 'Change notice published', value: formatDate(adjustment.changeNoticeOn) }]
        : []),
    ]}
  />
)

const Verdict = ({ finding, adjustment }: Props) => {
  const when =
    adjustment.status === 'proposed' ? 'As it stands today' : `As it stood on ${formatDate(finding.testedOn)}`
  const allowed =
    finding.isAllowed === null
      ? 'More must be known before it can be said whether the law allows it.'
      : finding.isAllowed
        ? 'Nothing in section 74 stands against it.'
        : 'No way of section 74 is open for it: it needs a new procurement.'
  const notice =
    finding.needsNotice === null
      ? 'Whether it needs a change notice is not settled; publishing one is the safe reading.'
      : finding.needsNotice
        ? 'A contract change notice (UK10) comes first.'
        : 'It needs no change notice.'
  return (
    <InsetText>
      <p>
        <strong>{when}:</strong> {allowed} {notice}
      </p>
    </InsetText>
  )
}

const Make = ({ adjustment, contract, errors, madeOn, changeNoticeOn, finding }: Props) => (
  <>
    <h2>Make the change</h2>
    <Form action={`${contractPath(contract.id)}/changes/${adjustment.id}/make`}>
      <DayField name="madeOn" legend="It holds from" value={madeOn} errors={errors} />
      {finding.needsNotice !== false && (
        <DayField
          name="changeNoticeOn"
          legend="Change notice published on"
          hint="Before the day from which it holds"
          value={changeNoticeOn}
          errors={errors}
        />
      )}
      <Button preventDoubleClick>Make the change</Button>
    </Form>
  </>
)

export const ShowChangeView = (props: Props) => {
  const { contract, adjustment, finding, approvals, needs, errors, fields } = props
  const path = `${contractPath(contract.id)}/changes/${adjustment.id}`
  const isOpen = adjustment.status === 'proposed'
  return (
    <>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{contract.title}</span>
      <h1>{adjustment.title}</h1>
      <p>
        <AdjustmentTag status={adjustment.status} />
      </p>
      <Facts {...props} />
      <Verdict {...props} />
      <h2>Running totals</h2>
      <RunningTotals total={props.total} isProposed={isOpen} />
      <h2>Every test of the law</h2>
      {finding.questions.length > 0 ? (
        <LawQuestions questions={finding.questions} href={`${contractPath(contract.id)}/legal`} />
      ) : (
        finding.lines.map((line) => <LawAnswer line={line} />)
      )}
      <Approvals approvals={approvals} needs={needs} />
      {props.mayApprove && isOpen && (
        <ApproveForm action={`${path}/approve`} errors={errors} note={fields['note']} />
      )}
      {props.mayManage && isOpen && <Make {...props} />}
      {props.mayManage && isOpen && (
        <RefuseForm
          action={`${path}/drop`}
          errors={errors}
          name="why"
          label="Why it is not made"
          text="Withdraw or reject it"
          value={fields['why']}
        />
      )}
    </>
  )
}
