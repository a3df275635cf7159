import {
  Button,
  DataTable,
  FiguresOverTime,
  Form,
  FormErrorSummary,
  formatCount,
  formatDate,
  formatList,
  formatPeriod,
  InsetText,
  SummaryList,
  WarningText,
} from '../../../platform/views/views.ts'
import { figureWords, ORPHAN_ADVICE, ORPHAN_NAMES, PART_NAMES, STATUS_NAMES } from '../messages.ts'
import type { Holder, Objective, OwnerRole, Priority, SharedPriority, Version } from '../model.ts'
import type { Difference } from '../rules/compare-origin.ts'
import type { Orphan } from '../rules/orphans.ts'
import type { Progress } from '../rules/progress.ts'
import { NODE_KINDS, type NodeKind, type ThreadNode } from '../rules/thread.ts'
import { documentPath, priorityPath, readingsPath, threadPath } from './paths.ts'
import type { ReadingsChart } from './readings-chart.ts'
import { ProgressTag, progressSentence, StatusTag } from './status-tag.tsx'

type Props = {
  readonly priority: Priority
  readonly version: Version
  readonly objective: Objective | null
  readonly isCurrent: boolean
  readonly others: readonly Version[]
  readonly role: OwnerRole | null
  readonly holder: Holder | null
  readonly outcomes: readonly string[]
  readonly measures: readonly { readonly code: string; readonly name: string }[]
  readonly origin: SharedPriority | null
  readonly differences: readonly Difference[]
  readonly progress: Progress | null
  readonly chart: ReadingsChart | null
  readonly served: readonly ThreadNode[]
  readonly needs: readonly ThreadNode[]
  readonly orphan: readonly Orphan[]
  readonly isShared: boolean
  readonly problem: string | null
  readonly mayMeasure: boolean
  readonly mayShare: boolean
}

const Names = ({ names, none }: { readonly names: readonly string[]; readonly none: string }) =>
  names.length === 0 ? (
    <>{none}</>
  ) : (
    <ul class="govuk-list">
      {names.map((name) => (
        <li>{name}</li>
      ))}
    </ul>
  )

const Owner = ({ role, holder }: Pick<Props, 'role' | 'holder'>) =>
  role === null ? (
    <>Nobody yet</>
  ) : (
    <>
      {role.name}
      <span class="gt-under">
        {holder ? `${holder.personName}, since ${formatDate(holder.fromOn)}` : 'Nobody holds this role today'}
      </span>
    </>
  )

const Source = ({ version, objective }: Pick<Props, 'version' | 'objective'>) => (
  <>
    <a href={documentPath(version.documentId, version.version)}>{version.title}</a>
    <span class="gt-under">
      {objective?.title}, {formatPeriod(version.startsOn, version.endsOn)}
    </span>
  </>
)

const targetNames = ({ targets, unit }: Priority): string[] =>
  targets.map(({ year, value }) => `${figureWords(value, unit)} by the end of ${year}`)

const baselineWords = ({ baseline, baselineOn, unit }: Priority): string =>
  baseline === null ? 'None' : `${figureWords(baseline, unit)} on ${formatDate(baselineOn ?? '')}`

const placesWords = ({ places }: Priority): string =>
  places.length === 0 ? 'The whole area' : formatList(places.map(({ name }) => name))

/** Where measures are suggested: for the words of the priority, the outcomes it names and the weights it has. */
const suggestHref = ({ id, title, plainWords, outcomes: [first] }: Priority): string => {
  const words = { text: `${title}. ${plainWords}`, priority: id }
  const about = first ? { ...words, framework: first.framework, outcome: first.code } : words
  return `/measures/suggest?${new URLSearchParams(about).toString()}`
}

const MANY: ReadonlySet<NodeKind> = new Set(['commitment', 'delivery'])

/** What serves it by name, each once; commitments and deliveries by how many there are, for the thread tells them. */
const servedWords = (served: readonly ThreadNode[]): string[] => {
  const named = served.filter(({ kind }) => !MANY.has(kind))
  const counted = [...MANY].flatMap((kind) => {
    const count = served.filter((node) => node.kind === kind).length
    const { label, plural } = NODE_KINDS[kind]
    return count === 0 ? [] : [formatCount(count, label.toLowerCase(), plural.toLowerCase())]
  })
  return [
    ...new Set(named.map(({ kind, title }) => `${NODE_KINDS[kind].label}: ${title}`)),
    ...(counted.length > 0 ? [`${formatList(counted)}, on its thread`] : []),
  ]
}

const Facts = (props: Props) => {
  const { priority, outcomes, measures, needs, served } = props
  return (
    <SummaryList
      rows={[
        { key: 'Comes from', value: <Source {...props} /> },
        { key: 'Senior owner', value: <Owner {...props} /> },
        { key: 'For', value: placesWords(priority) },
        { key: 'Baseline', value: baselineWords(priority) },
        { key: 'Targets', value: <Names names={targetNames(priority)} none="None" /> },
        { key: 'Outcomes', value: <Names names={outcomes} none="None chosen" /> },
        {
          key: 'Measures',
          value: (
            <>
              <Names names={measures.map(({ name }) => name)} none="None chosen" />{' '}
              <a href={suggestHref(priority)}>See which measures serve it</a>
            </>
          ),
        },
        {
          key: 'Needs it answers',
          value: <Names names={needs.map(({ title }) => title)} none="None linked yet" />,
        },
        { key: 'Served by', value: <Names names={servedWords(served)} none="Nothing yet" /> },
        { key: 'Short name', value: <code class="gt-code">{priority.code}</code> },
      ]}
    />
  )
}

const OriginBlock = ({ origin, differences }: Pick<Props, 'origin' | 'differences'>) =>
  origin === null ? null : (
    <>
      <h2>Where it came from</h2>
      <p>
        {origin.organisationName} shared it from {origin.documentTitle}, and it was adopted here.
      </p>
      <DataTable
        id="differences"
        caption="What was changed here"
        rows={differences}
        onPhone="stack"
        columns={[
          { name: 'part', header: 'Part', cell: ({ part }) => PART_NAMES[part] },
          {
            name: 'theirs',
            header: `As ${origin.organisationName} shared it`,
            cell: ({ theirs }) => theirs || 'None',
          },
          { name: 'ours', header: 'Here', cell: ({ ours }) => ours || 'None' },
        ]}
        empty={{ title: 'Nothing was changed', purpose: 'It is adopted as it was shared.' }}
      />
    </>
  )

const Standing = ({ version, isCurrent, priority }: Props) => {
  if (isCurrent && version.status === 'adopted') return null
  if (isCurrent) return <InsetText>This priority is in a version that is not adopted yet.</InsetText>
  return (
    <WarningText>
      This is the text of version {version.version}, which is {STATUS_NAMES[version.status].toLowerCase()}.{' '}
      <a href={priorityPath(priority.id)}>Read the priority as it stands today</a>.
    </WarningText>
  )
}

const Actions = ({ priority, mayMeasure, mayShare, isShared, isCurrent }: Props) => (
  <>
    <p>
      <a href={threadPath({ kind: 'priority', id: priority.id })}>Follow its thread</a>
      {' · '}
      <a href={readingsPath(priority.id)}>{mayMeasure ? 'See and record readings' : 'See its readings'}</a>
    </p>
    {mayShare && isCurrent && !isShared && priority.origin === null && (
      <Form action={`${priorityPath(priority.id)}/share`}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Share it with other organisations
        </Button>
      </Form>
    )}
    {isShared && <p>It is shared with the other organisations here.</p>}
  </>
)

const Measured = ({ progress, priority, chart }: Props) => (
  <>
    <h2>How it is going</h2>
    <p>
      <ProgressTag progress={progress} /> {progressSentence(progress, priority)}
    </p>
    {chart && <FiguresOverTime {...chart} />}
  </>
)

export const ShowPriorityView = (props: Props) => {
  const { priority, version, orphan, others, problem } = props
  return (
    <>
      <FormErrorSummary errors={problem === null ? [] : [{ field: '', message: problem }]} />
      <h1>{priority.title}</h1>
      <p class="govuk-body-l">{priority.plainWords}</p>
      <p>
        <StatusTag status={version.status} />
      </p>
      <Standing {...props} />
      {version.status === 'adopted' &&
        orphan.map(({ reason }) => (
          <InsetText>
            {ORPHAN_NAMES[reason].replace('Priorities', 'This is one of the priorities')}.{' '}
            {ORPHAN_ADVICE[reason]}
          </InsetText>
        ))}
      <Measured {...props} />
      <Actions {...props} />
      <h2>What it says</h2>
      {priority.description && <p>{priority.description}</p>}
      <Facts {...props} />
      <OriginBlock {...props} />
      {others.length > 0 && (
        <>
          <h2>Other versions</h2>
          <ul>
            {others.map((one) => (
              <li>
                <a href={`${priorityPath(priority.id)}?version=${one.version}`}>Version {one.version}</a>:{' '}
                {STATUS_NAMES[one.status].toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
