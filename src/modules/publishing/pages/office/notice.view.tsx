import type { PlainDate } from '../../../../kernel/plain-date.ts'
import type { TypedDay } from '../../../../platform/http/fields.ts'
import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  DateInput,
  Details,
  errorOf,
  Form,
  FormErrorSummary,
  formatCount,
  formatInstant,
  Input,
  RuleSource,
  SummaryList,
  Textarea,
  WarningText,
} from '../../../../platform/views/views.ts'
import type { Notice } from '../../model/notice.ts'
import { dueWords, NEED_WORDS, NOT_SURE_OF_FIELDS, NOT_TRIED } from '../../notice-words.ts'
import { NoticeStateTag, subjectHref } from './notices.view.tsx'

type Props = {
  readonly notice: Notice
  readonly errors: readonly FieldError[]
  readonly fields: { readonly reference: string; readonly sentOn: TypedDay }
  readonly on: PlainDate
  readonly maySend: boolean
  readonly mayManage: boolean
}

const pathOf = ({ id }: Notice): string => `/publishing/notices/${id}`

const HOW = {
  hand: 'entered on the platform by hand',
  client: 'by the client, not tried against the real service',
} as const

const Standing = ({ notice, on }: Props) => {
  const href = subjectHref(notice)
  return (
    <SummaryList
      rows={[
        { key: 'State', value: <NoticeStateTag notice={notice} on={on} /> },
        { key: 'Due', value: dueWords(notice) },
        {
          key: 'Of',
          value: href === null ? notice.subject.title : <a href={href}>{notice.subject.title}</a>,
        },
        { key: 'By law', value: `${NEED_WORDS[notice.need]}. ${notice.sentence}` },
        { key: 'How sure', value: notice.confidence },
        ...(notice.preparedAt
          ? [{ key: 'Prepared', value: `${formatInstant(notice.preparedAt)}, ${notice.preparedBy}` }]
          : []),
        ...(notice.sentAt
          ? [
              {
                key: 'Sent',
                value: `${formatInstant(notice.sentAt)}, ${notice.sentBy}, ${HOW[notice.sentHow ?? 'hand']}`,
              },
              { key: 'Platform’s reference', value: notice.platformReference ?? '' },
            ]
          : []),
        ...(notice.failure ? [{ key: 'Last try failed', value: notice.failure }] : []),
      ]}
    />
  )
}

const Gaps = ({ notice }: Props) => (
  <>
    <h2>What is missing</h2>
    <p>
      {`${formatCount(notice.gaps.length, 'line')} our records do not answer. What you fill in goes into the text; the release has only what our records hold.`}
    </p>
    <Form action={`${pathOf(notice)}/prepare`}>
      {notice.gaps.map((gap, at) => {
        const [label = gap] = gap.split(': ')
        return (
          <div key={gap}>
            <input type="hidden" name="label" value={label} />
            <Textarea
              id={`fill-${at}`}
              name="fill"
              label={label}
              hint={gap.slice(label.length + 2)}
              rows={2}
            />
          </div>
        )
      })}
      <Button id="prepare" preventDoubleClick>
        Save and prepare again
      </Button>
    </Form>
  </>
)

const Sending = ({ notice, errors, fields, maySend }: Props) => (
  <>
    <h2>Mark as sent by hand</h2>
    <Form action={`${pathOf(notice)}/sent`}>
      <Input
        id="reference"
        name="reference"
        label="The platform’s reference"
        hint="As Find a Tender shows it, for example 012345-2026"
        classes="govuk-input--width-20"
        value={fields.reference}
        errorMessage={errorOf(errors, 'reference')}
      />
      <DateInput
        id="sentOn"
        namePrefix="sentOn"
        fieldset={{ legend: { text: 'When it was published there' } }}
        values={fields.sentOn}
        errorMessage={errorOf(errors, 'sentOn-day')}
      />
      <Button preventDoubleClick>Mark as sent</Button>
    </Form>
    <h2>Send by the client</h2>
    <WarningText iconFallbackText="Warning">{NOT_TRIED}</WarningText>
    {maySend ? (
      <Form action={`${pathOf(notice)}/send`}>
        <Button id="send" classes="govuk-button--secondary" preventDoubleClick>
          Send to the platform
        </Button>
      </Form>
    ) : (
      <p>It is not set up here: whoever runs this installation sets NOTICES_URL and NOTICES_KEY.</p>
    )}
  </>
)

export const NoticeView = (props: Props) => {
  const { notice, mayManage } = props
  const isSent = notice.state === 'sent'
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <h1>{notice.title}</h1>
      <Standing {...props} />
      <RuleSource
        kind="law"
        title={notice.provision}
        inForceFrom={notice.inForceFrom ?? undefined}
        href={notice.source}
      />
      {notice.text !== null && (
        <>
          <h2>Text</h2>
          <pre
            class="gt-code gt-code--block gt-code--wrapped"
            role="region"
            aria-label="Text of the notice"
            tabindex={0}
          >
            {notice.text}
          </pre>
          <p>
            <a href={`${pathOf(notice)}/text.txt`}>Download the text</a>{' '}
            <a href={`${pathOf(notice)}/release.json`}>Download the OCDS release</a>
          </p>
          <Details summaryText="OCDS release">
            <pre class="gt-code gt-code--block" role="region" aria-label="OCDS release" tabindex={0}>
              {JSON.stringify(notice.release, null, 2)}
            </pre>
          </Details>
          <p>{NOT_SURE_OF_FIELDS}</p>
        </>
      )}
      {mayManage && !isSent && (
        <>
          {notice.text === null || notice.gaps.length === 0 ? (
            <Form action={`${pathOf(notice)}/prepare`}>
              <Button id="prepare" preventDoubleClick>
                {notice.text === null ? 'Prepare it from our records' : 'Prepare it again'}
              </Button>
            </Form>
          ) : (
            <Gaps {...props} />
          )}
          <Sending {...props} />
        </>
      )}
      {notice.state === 'sent' && notice.sentHow === 'client' && <WarningText>{NOT_TRIED}</WarningText>}
    </>
  )
}
