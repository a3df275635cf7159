import { unitWords } from '#measures'
import { Button, type DataColumn, DataTable, formatList } from '../../../platform/views/views.ts'
import { EXISTING_WORDS, INDEXATION_WORDS } from '../messages/ask-words.ts'
import type { AskContent, AskLine } from '../model/ask.ts'

type Props = {
  readonly content: AskContent
  readonly at: string
  readonly mayEdit: boolean
  readonly priorityNames: (ids: readonly string[]) => readonly string[]
}
type LineProps = { readonly line: AskLine }

const Line = ({ line }: LineProps) => (
  <>
    {line.name}
    <span class="gt-under">
      {line.askedAs === 'words' ? 'In words' : 'In numbers'} · {EXISTING_WORDS[line.existing]}
    </span>
  </>
)

const Minimum = ({ line }: LineProps) => (
  <>
    {line.minimum === null ? 'None' : `${line.minimum} ${unitWords(line.unit, line.minimum)}`}
    <span class="gt-under">{INDEXATION_WORDS[line.indexation]}</span>
  </>
)

const changeColumn = (at: string): DataColumn<AskLine> => ({
  name: 'edit',
  header: 'Change',
  cell: (line) => (
    <a href={`${at}/measures/${encodeURIComponent(line.measure)}`}>
      Change<span class="govuk-visually-hidden"> {line.name}</span>
    </a>
  ),
})

const columnsOf = ({ at, mayEdit, priorityNames }: Props): DataColumn<AskLine>[] => [
  { name: 'measure', header: 'Measure', cell: (line) => <Line line={line} /> },
  {
    name: 'serves',
    header: 'Serves',
    cell: (line) => formatList(priorityNames(line.priorities)) || 'No priority',
  },
  { name: 'minimum', header: 'Minimum', cell: (line) => <Minimum line={line} /> },
  ...(mayEdit ? [changeColumn(at)] : []),
]

/** What the ask asks for, measure by measure. */
export const AskMeasures = (props: Props) => {
  const { content, at, mayEdit } = props
  return (
    <section>
      <DataTable
        id="measures"
        caption="What is asked for"
        rows={content.lines}
        onPhone="stack"
        columns={columnsOf(props)}
        empty={{
          title: 'Nothing is asked for yet',
          purpose:
            'Choose what this contract should do for the place beyond the thing bought, from what the council wants.',
          firstStep: mayEdit ? { text: 'Choose measures', href: `${at}/measures` } : undefined,
        }}
      />
      {mayEdit && content.lines.length > 0 && (
        <Button href={`${at}/measures`} classes="govuk-button--secondary">
          Choose measures
        </Button>
      )}
    </section>
  )
}
