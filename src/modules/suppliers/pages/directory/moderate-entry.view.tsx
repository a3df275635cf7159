import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  InsetText,
  Tag,
  Textarea,
} from '../../../../platform/views/views.ts'
import { stateTag } from '../../messages/directory.ts'
import type { DirectoryEntry, Listing } from '../../model/directory.ts'
import { EntryFacts } from './entry-facts.tsx'
import { moderatePath } from './paths.ts'

type Props = {
  readonly entry: DirectoryEntry
  readonly listing: Listing | undefined
  readonly reason: string
  readonly errors: readonly FieldError[]
}

const Decide = ({ entry, listing, reason, errors }: Props) => (
  <Form action={moderatePath(entry.id)}>
    <input type="hidden" name="readAt" value={entry.proposedAt?.toISOString() ?? ''} />
    <Textarea
      id="reason"
      name="reason"
      label="Reason, where you do not list it"
      hint="The supplier reads it: say what to change"
      rows={3}
      value={reason}
      errorMessage={errorOf(errors, 'reason')}
    />
    <div class="govuk-button-group">
      {entry.state === 'waiting' && (
        <>
          <Button name="do" value="approve" preventDoubleClick>
            List it
          </Button>
          <Button name="do" value="refuse" classes="govuk-button--secondary" preventDoubleClick>
            Send it back
          </Button>
        </>
      )}
      {listing && (
        <Button name="do" value="delist" classes="govuk-button--warning" preventDoubleClick>
          Take it off the directory
        </Button>
      )}
    </div>
  </Form>
)

export const ModerateEntryView = (props: Props) => {
  const { entry, listing, errors } = props
  const { text, classes } = stateTag(entry.state)
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>{entry.name}</h1>
      <p>
        <Tag classes={classes}>{text}</Tag>{' '}
        {entry.scheme ? `${entry.scheme} ${entry.number}` : 'Not in a register'}, kept by {entry.keeperEmail}
      </p>
      {entry.refusal && <InsetText>Sent back: {entry.refusal}</InsetText>}
      {entry.proposal && (
        <>
          <h2>As the supplier wrote it</h2>
          <EntryFacts content={entry.proposal} />
        </>
      )}
      {listing && (
        <>
          <h2>As it is listed</h2>
          <EntryFacts content={listing.content} />
        </>
      )}
      {(entry.state === 'waiting' || listing) && <Decide {...props} />}
    </>
  )
}
