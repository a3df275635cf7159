import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  formatPeriod,
  SummaryList,
  Tag,
  Textarea,
} from '../../../platform/views/views.ts'
import type { LawAnswer as LawAnswered } from '../law-of-contract.ts'
import { NOTICE_KIND_NAMES, NOTICE_NAMES } from '../messages/life.ts'
import type { Approval, PerformanceNotice } from '../model/life.ts'
import type { Contract } from '../model.ts'
import { NOTICE_APPROVALS } from '../rules/notices.ts'
import { Approvals, ApproveForm, RefuseForm } from './approvals.tsx'
import { DayField } from './day-field.tsx'
import { LawAnswer, LawQuestions } from './law-answer.tsx'
import { contractPath } from './paths.ts'

type Props = {
  readonly contract: Contract
  readonly notice: PerformanceNotice
  readonly approvals: readonly Approval[]
  readonly line: LawAnswered | null
  readonly questions: readonly string[]
  readonly on: PlainDate
  readonly errors: readonly FieldError[]
  readonly fields: Readonly<Record<string, string>>
  readonly eventOn: TypedDay
  readonly mayManage: boolean
  readonly mayApprove: boolean
}

const Facts = ({ notice }: Props) => (
  <SummaryList
    rows={[
      { key: 'What happened', value: notice.whatHappened },
      { key: 'Chance to improve', value: notice.chance || 'None' },
      {
        key: 'It ran',
        value:
          notice.chanceFromOn && notice.chanceUntilOn
            ? formatPeriod(notice.chanceFromOn, notice.chanceUntilOn)
            : 'No days written down',
      },
      { key: 'What came of it', value: notice.whatCameOfIt || 'Not said yet' },
      { key: 'Notice due since', value: notice.eventOn ? formatDate(notice.eventOn) : 'Not yet' },
      { key: 'Written by', value: notice.authorName },
    ]}
  />
)

const Propose = ({ notice, errors, fields, eventOn }: Props) => (
  <>
    <h2>Propose the notice</h2>
    <p>
      {notice.kind === 'breach'
        ? 'Once the breach has led to termination, damages or a settlement.'
        : 'Once the chance is over and performance is no better. If it is better, withdraw it.'}
    </p>
    <Form action={`${contractPath(notice.contractId)}/notices/${notice.id}/propose`}>
      <Textarea
        id="whatCameOfIt"
        name="whatCameOfIt"
        label="What came of it"
        value={fields['whatCameOfIt']}
        errorMessage={errorOf(errors, 'whatCameOfIt')}
      />
      <DayField
        name="eventOn"
        legend="Day since when that has been so"
        hint="The 30 days for the notice begin with this day"
        value={eventOn}
        errors={errors}
      />
      <Button preventDoubleClick>Propose it</Button>
    </Form>
  </>
)

export const ShowNoticeView = (props: Props) => {
  const { contract, notice, approvals, errors, fields, mayManage, mayApprove } = props
  const path = `${contractPath(contract.id)}/notices/${notice.id}`
  const isOpen = notice.status === 'chance' || notice.status === 'proposed'
  return (
    <>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{contract.title}</span>
      <h1>{NOTICE_KIND_NAMES[notice.kind]}</h1>
      <p>
        <Tag>{NOTICE_NAMES[notice.status]}</Tag>
      </p>
      <Facts {...props} />
      {props.line ? (
        <LawAnswer line={props.line} />
      ) : (
        <LawQuestions questions={props.questions} href={`${contractPath(contract.id)}/legal`} />
      )}
      {notice.status !== 'chance' && <Approvals approvals={approvals} needs={NOTICE_APPROVALS} />}
      {mayManage && notice.status === 'chance' && <Propose {...props} />}
      {mayApprove && notice.status === 'proposed' && (
        <ApproveForm action={`${path}/approve`} errors={errors} note={fields['note']} />
      )}
      {mayManage && isOpen && (
        <RefuseForm
          action={`${path}/withdraw`}
          errors={errors}
          name="why"
          label="Why it is withdrawn"
          text="Withdraw it"
          value={fields['why']}
        />
      )}
    </>
  )
}
