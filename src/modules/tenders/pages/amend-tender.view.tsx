import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstantExact,
  Input,
  RuleSource,
  Textarea,
  WarningText,
} from '../../../platform/views/views.ts'
import type { Change } from '../model.ts'
import type { TypedMoment } from './moment-fields.ts'
import { MomentInput } from './moment-input.tsx'
import { ChangeList } from './opportunity-changes.view.tsx'
import type { SeenTender } from './tender-request.ts'

type Props = {
  readonly seen: SeenTender
  readonly changes: readonly Change[]
  readonly errors: readonly FieldError[]
  readonly days: { readonly substantial: number; readonly small: number }
  readonly earliest: Date
  readonly isShort: boolean
  readonly fields: { readonly title: string; readonly summary: string; readonly reason: string }
  readonly deadline: TypedMoment
}

const ACT = 'https://www.legislation.gov.uk/ukpga/2023/54/section/'

const TimeLeft = ({ days, earliest, isShort }: Props) => (
  <>
    <h2>Time that must be left</h2>
    <p>
      After a change that may send a bidder back to work, {days.substantial} days are left; after a small one,{' '}
      {days.small}. The law sets no number: these are this software’s own rule.
    </p>
    {isShort && (
      <WarningText
        text={`Too little time is left. Put the deadline to ${formatInstantExact(earliest)} or later.`}
      />
    )}
    <RuleSource
      kind="law"
      title="Procurement Act 2023"
      provision="section 54(1): times weigh the nature of a change, and are the same for all"
      inForceFrom="2025-02-24"
      href={`${ACT}54`}
    />
    <RuleSource
      kind="law"
      title="Procurement Act 2023"
      provision="section 31: terms may change before bids are due; the notice is published again (likely)"
      inForceFrom="2025-02-24"
      href={`${ACT}31`}
    />
  </>
)

export const AmendTenderView = (props: Props) => {
  const { seen, changes, errors, fields, deadline } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{seen.tender.title}</span>
      <h1>Publish an amendment</h1>
      <h2>What changes</h2>
      {changes.length === 0 ? (
        <p>Nothing yet, but you can change title and summary here.</p>
      ) : (
        <ChangeList changes={changes} />
      )}
      <TimeLeft {...props} />
      <Form warnsOfUnsentChanges>
        <input type="hidden" name="seen" value={seen.revision} />
        <Input
          id="title"
          name="title"
          label="Title"
          value={fields.title}
          errorMessage={errorOf(errors, 'title')}
        />
        <Textarea
          id="summary"
          name="summary"
          label="Summary"
          rows={4}
          value={fields.summary}
          errorMessage={errorOf(errors, 'summary')}
        />
        <Textarea
          id="reason"
          name="reason"
          label="Why it changes"
          hint="Everybody reads it"
          rows={3}
          value={fields.reason}
          errorMessage={errorOf(errors, 'reason')}
        />
        <MomentInput name="deadline" label="Bids due" value={deadline} errors={errors} />
        <Button preventDoubleClick>Publish version {seen.tender.version + 1}</Button>
      </Form>
    </>
  )
}
