import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  formatDate,
  formatPeriod,
  InsetText,
  plainDateOf,
  WarningText,
} from '../../../platform/views/views.ts'
import { promiseWords, STATUS_NAMES } from '../messages.ts'
import { type Objective, type Priority, type Step, TEXT_LIMITS, type Version } from '../model.ts'
import { documentPath, priorityPath, threadPath } from './paths.ts'
import { StatusTag } from './status-tag.tsx'

type ShownPriority = Priority & { readonly owner: string; readonly sharedBy: string | null }
type ShownObjective = Objective & { readonly priorities: readonly ShownPriority[] }
type Props = {
  readonly version: Version
  readonly kind: string
  /** The version that counts today, where that is another one. */
  readonly current: Version | null
  readonly versions: readonly Version[]
  readonly steps: readonly Step[]
  readonly objectives: readonly ShownObjective[]
  /** How many there are under all objectives. */
  readonly priorities: number
  readonly problem: string | null
  readonly mayEdit: boolean
  readonly mayApprove: boolean
}

const isDraft = ({ version, mayEdit }: Props): boolean => version.status === 'draft' && mayEdit

const Standing = ({ version, current }: Props) => {
  if (version.status === 'superseded' && current)
    return (
      <WarningText>
        This version is superseded and kept for the record.{' '}
        <a href={documentPath(current.documentId, current.version)}>Read version {current.version}</a>, which
        counts today.
      </WarningText>
    )
  if (version.status === 'draft')
    return (
      <InsetText>This is a draft. It counts for nothing until it was consulted on and adopted.</InsetText>
    )
  if (version.status === 'consulted')
    return (
      <InsetText>People were asked about this version. It counts once it is adopted, as it stands.</InsetText>
    )
  return null
}

const PriorityItem = ({ priority, props }: { readonly priority: ShownPriority; readonly props: Props }) => {
  const { version } = props
  const at = documentPath(version.documentId, version.version)
  const promise = promiseWords(priority)
  return (
    <li>
      <a href={`${priorityPath(priority.id)}?version=${version.version}`}>{priority.title}</a>
      {priority.sharedBy && <span class="gt-tree__note">Shared by {priority.sharedBy}</span>}
      <br />
      {priority.plainWords}
      <span class="gt-under">
        {promise || 'No indicator yet'}. {priority.owner}.
      </span>
      {isDraft(props) && (
        <a href={`${at}/priorities/${priority.id}`}>
          Change<span class="govuk-visually-hidden"> the priority {priority.title}</span>
        </a>
      )}
    </li>
  )
}

const ObjectiveBlock = ({
  objective,
  props,
}: {
  readonly objective: ShownObjective
  readonly props: Props
}) => {
  const at = documentPath(props.version.documentId, props.version.version)
  return (
    <section aria-labelledby={`o-${objective.id}`}>
      <h3 id={`o-${objective.id}`}>{objective.title}</h3>
      {objective.description && <p>{objective.description}</p>}
      {objective.priorities.length === 0 ? (
        <p class="govuk-hint">No priority beneath this objective.</p>
      ) : (
        <ul class="gt-tree">
          {objective.priorities.map((priority) => (
            <PriorityItem priority={priority} props={props} />
          ))}
        </ul>
      )}
      {isDraft(props) && (
        <p>
          <a href={`${at}/priorities/new?objective=${objective.id}`}>
            Add a priority<span class="govuk-visually-hidden"> to {objective.title}</span>
          </a>{' '}
          ·{' '}
          <a href={`${at}/shared?objective=${objective.id}`}>
            Take a shared one<span class="govuk-visually-hidden"> under {objective.title}</span>
          </a>{' '}
          ·{' '}
          <a href={`${at}/objectives/${objective.id}`}>
            Change the objective<span class="govuk-visually-hidden"> {objective.title}</span>
          </a>
        </p>
      )}
    </section>
  )
}

const NextStep = (props: Props) => {
  const { version, versions, mayEdit, mayApprove } = props
  const at = documentPath(version.documentId, version.version)
  const hasDraft = versions.some(({ status }) => status === 'draft')
  if (isDraft(props))
    return (
      <>
        <Button href={`${at}/objectives/new`}>Add an objective</Button>{' '}
        <Button href={`${at}/edit`} classes="govuk-button--secondary">
          Change title, summary and dates
        </Button>{' '}
        <Button href={`${at}/consult`} classes="govuk-button--secondary">
          Record the consultation
        </Button>
      </>
    )
  if (version.status === 'consulted' && mayApprove)
    return <Button href={`${at}/adopt`}>Adopt this version</Button>
  if (mayEdit && version.status !== 'superseded' && !hasDraft)
    return (
      <Form action={`${at}/new-version`}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Begin a new version
        </Button>
      </Form>
    )
  return null
}

const History = ({ steps, versions, version }: Props) => (
  <>
    <DataTable
      id="steps"
      caption={`How version ${version.version} came about`}
      rows={steps}
      onPhone="stack"
      columns={[
        { name: 'status', header: 'Step', cell: (step) => STATUS_NAMES[step.status] },
        {
          name: 'on',
          header: 'Decided',
          cell: (step) => (step.status === 'draft' ? '–' : formatDate(step.decidedOn)),
        },
        {
          name: 'who',
          header: 'Recorded by',
          cell: (step) => (
            <>
              {step.personName}
              <span class="gt-under">{formatDate(plainDateOf(step.recordedAt))}</span>
            </>
          ),
        },
        { name: 'note', header: 'Note', cell: (step) => step.note || '–' },
      ]}
      empty={{ title: 'No step yet', purpose: '' }}
    />
    {versions.length > 1 && (
      <>
        <h3>All versions</h3>
        <ul>
          {versions.map((one) => (
            <li>
              {one.version === version.version ? (
                <>Version {one.version} (this one)</>
              ) : (
                <a href={documentPath(one.documentId, one.version)}>Version {one.version}</a>
              )}
              : {STATUS_NAMES[one.status].toLowerCase()}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)

export const ShowDocumentView = (props: Props) => {
  const { version, kind, objectives, problem } = props
  return (
    <>
      <FormErrorSummary errors={problem === null ? [] : [{ field: '', message: problem }]} />
      <h1>{version.title}</h1>
      <p>
        <StatusTag status={version.status} /> {kind}, {formatPeriod(version.startsOn, version.endsOn)}.
        Version {version.version}.
      </p>
      <Standing {...props} />
      {version.summary && <p class="govuk-body-l">{version.summary}</p>}
      <h2>Objectives and priorities</h2>
      {objectives.length === 0 && (
        <p>
          No objective yet. An objective is a few words on what should be different, such as “Work that pays”;
          priorities beneath it say how that will show.
        </p>
      )}
      {objectives.map((objective) => (
        <ObjectiveBlock objective={objective} props={props} />
      ))}
      {isDraft(props) && props.priorities > TEXT_LIMITS.planPriorities && (
        <p class="govuk-hint">
          {props.priorities} priorities are here. A document may have as many as it needs; the plan on a page
          takes {TEXT_LIMITS.planPriorities} of those adopted, chosen when it is published.
        </p>
      )}
      <NextStep {...props} />
      {version.status !== 'superseded' && (
        <p>
          <a href={threadPath({ kind: 'document', id: version.documentId })}>Follow its thread</a>
        </p>
      )}
      <h2>History</h2>
      <History {...props} />
    </>
  )
}
