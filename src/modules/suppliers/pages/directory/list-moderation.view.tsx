import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatShortDate,
  Input,
  SummaryList,
  Tag,
} from '../../../../platform/views/views.ts'
import { stateTag } from '../../messages/directory.ts'
import type { Claim, DirectoryEntry, EntryState } from '../../model/directory.ts'
import { claimDecisionPath, MODERATION_PATH, moderatePath } from './paths.ts'

type Props = {
  readonly entries: readonly DirectoryEntry[]
  readonly claims: readonly Claim[]
  readonly state: EntryState | null
  readonly errors: readonly FieldError[]
}

const StateTag = ({ state }: { readonly state: EntryState }) => {
  const { text, classes } = stateTag(state)
  return <Tag classes={classes}>{text}</Tag>
}

const ClaimCard = ({ claim, errors }: { readonly claim: Claim; readonly errors: Props['errors'] }) => {
  const reason = `reason-${claim.id}`
  return (
    <>
      <SummaryList
        card={{ title: { text: claim.name, headingLevel: 3 } }}
        rows={[
          {
            key: 'Number',
            value: claim.scheme ? `${claim.scheme} ${claim.number}` : 'None: not in a register',
          },
          { key: 'Claimed by', value: claim.email },
          { key: 'Claimed on', value: formatShortDate(claim.claimedAt.toISOString().slice(0, 10)) },
        ]}
      />
      <Form action={claimDecisionPath(claim.id)}>
        <Input
          id={reason}
          name="reason"
          label="Reason, where you refuse"
          errorMessage={errorOf(errors, reason)}
        />
        <div class="govuk-button-group">
          <Button name="do" value="confirm" preventDoubleClick>
            They speak for {claim.name}
          </Button>
          <Button name="do" value="refuse" classes="govuk-button--warning" preventDoubleClick>
            Refuse the claim of {claim.email}
          </Button>
        </div>
      </Form>
    </>
  )
}

const Claims = ({ claims, errors }: Pick<Props, 'claims' | 'errors'>) =>
  claims.length === 0 ? (
    <p>No claim waits.</p>
  ) : (
    <>
      <p>
        No register has an address for these. Ring the supplier at a number from their own website or from
        your ledger, never from the claim, and ask whether this address may speak for them.
      </p>
      {claims.map((claim) => (
        <ClaimCard claim={claim} errors={errors} />
      ))}
    </>
  )

const FILTERS: readonly (readonly [string, string])[] = [
  ['waiting', 'Waiting'],
  ['draft', 'Drafts'],
  ['refused', 'Refused'],
  ['listed', 'Listed'],
  ['all', 'All'],
]

export const ListModerationView = ({ entries, claims, state, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Moderate the directory</h1>
    <h2>Entries</h2>
    <nav aria-label="Entries by state">
      <ul class="govuk-list">
        {FILTERS.map(([value, text]) => (
          <li>
            <a
              href={`${MODERATION_PATH}?state=${value}`}
              aria-current={(state ?? 'all') === value ? 'page' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <DataTable
      id="entries"
      caption="Entries of the directory"
      rows={entries}
      onPhone="stack"
      empty={{
        title: 'Nothing here',
        purpose: 'New and changed entries wait here until a moderator has read them.',
      }}
      columns={[
        {
          name: 'name',
          header: 'Supplier',
          cell: (entry) => <a href={moderatePath(entry.id)}>{entry.proposal?.name ?? entry.name}</a>,
        },
        { name: 'state', header: 'State', cell: (entry) => <StateTag state={entry.state} /> },
        {
          name: 'number',
          header: 'Number',
          cell: (entry) => (entry.scheme ? `${entry.scheme} ${entry.number}` : 'none'),
        },
        {
          name: 'proposed',
          header: 'Last written',
          cell: (entry) =>
            entry.proposedAt ? formatShortDate(entry.proposedAt.toISOString().slice(0, 10)) : 'not yet',
        },
      ]}
    />
    <h2>Claims without an address in a register</h2>
    <Claims claims={claims} errors={errors} />
  </>
)
