import { Button, type DataColumn, DataTable } from '../../../platform/views/views.ts'
import { benchmarkWords, CRITERION_KIND_WORDS, METHOD_WORDS } from '../messages/ask-words.ts'
import type { AskContent, WeightPolicy } from '../model/ask.ts'

type Props = {
  readonly content: AskContent
  readonly at: string
  readonly mayEdit: boolean
  readonly policy: WeightPolicy | null
  readonly socialValueWeight: string
}
type Criterion = AskContent['criteria'][number]

const Name = ({ name, kind }: Pick<Criterion, 'name' | 'kind'>) => (
  <>
    {name}
    <span class="gt-under">{CRITERION_KIND_WORDS[kind]}</span>
  </>
)

const Method = ({ method, kind, benchmark }: Pick<Criterion, 'method' | 'kind' | 'benchmark'>) => (
  <>
    {METHOD_WORDS[method]}
    {benchmark !== null && <span class="gt-under">Figure: {benchmarkWords(kind, benchmark)}</span>}
  </>
)

const Question = ({ question, wordLimit }: Pick<Criterion, 'question' | 'wordLimit'>) => (
  <>
    {question || '–'}
    {wordLimit !== null && <span class="gt-under">Up to {wordLimit} words</span>}
  </>
)

const COLUMNS: readonly DataColumn<Criterion>[] = [
  { name: 'name', header: 'Criterion', cell: (criterion) => <Name {...criterion} /> },
  { name: 'weight', header: 'Points', isNumeric: true, cell: ({ weight }) => weight },
  { name: 'method', header: 'Method', cell: (criterion) => <Method {...criterion} /> },
  { name: 'question', header: 'Question', cell: (criterion) => <Question {...criterion} /> },
]

/** The award criteria, and how the weight of social value stands to the policy. */
export const AskCriteria = ({ content, at, mayEdit, policy, socialValueWeight }: Props) => (
  <section>
    <DataTable
      id="criteria"
      caption="Award criteria"
      rows={content.criteria}
      onPhone="stack"
      columns={COLUMNS}
      empty={{
        title: 'No award criteria yet',
        purpose: 'They say how bids are compared, and how much each point counts. They add up to 100.',
        firstStep: mayEdit ? { text: 'Set criteria and weights', href: `${at}/criteria` } : undefined,
      }}
    />
    {content.criteria.length > 0 && (
      <p>
        Social value weighs <strong>{socialValueWeight} of 100</strong>
        {policy ? `; the policy says ${policy.weight} (${policy.source}).` : '; no policy weight is set.'}
        {content.weightReason && ` Reason for the difference: ${content.weightReason}`}
      </p>
    )}
    {mayEdit && content.criteria.length > 0 && (
      <Button href={`${at}/criteria`} classes="govuk-button--secondary">
        Change criteria and weights
      </Button>
    )}
  </section>
)
