import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatCount,
  formatInstant,
  formatNumber,
  Select,
} from '../../../../platform/views/views.ts'
import { COLUMN_WORDS, DATASET_WORDS, SPEND_VAT_NOTE } from '../../dataset-words.ts'
import { FILLABLE, type FillableColumn, type Filled } from '../../read-datasets.ts'
import { DATASETS, type Edition } from '../../store/editions.ts'
import { editionPath } from '../paths.ts'

type Props = {
  readonly slug: string
  readonly editions: readonly Edition[]
  readonly quarters: readonly string[]
  readonly errors: readonly FieldError[]
  readonly fields: { readonly dataset: string; readonly period: string }
  readonly mayManage: boolean
  /** How full the list of contracts would be; null before the first quarter. */
  readonly filled:
    | (Filled & {
        readonly quarter: string
        /** Payments over £500, and those of which a file says what VAT cannot be recovered. */
        readonly spend: { readonly payments: number; readonly withVat: number }
      })
    | null
}

const Publish = ({ quarters, errors, fields }: Props) => (
  <Form>
    <Select
      id="dataset"
      name="dataset"
      label="Data set"
      value={fields.dataset}
      items={DATASETS.map((value) => ({ value, text: DATASET_WORDS[value].title }))}
      errorMessage={errorOf(errors, 'dataset')}
    />
    <Select
      id="period"
      name="period"
      label="Quarter of the calendar year"
      value={fields.period}
      items={quarters.map((value) => ({ value, text: value }))}
      errorMessage={errorOf(errors, 'period')}
    />
    <Checkboxes
      name="withhold"
      idPrefix="withhold"
      hint="Otherwise names that may be those of people come up for review first"
      items={[{ value: 'yes', text: 'Publish with undecided names withheld' }]}
    />
    <Button preventDoubleClick>Publish it</Button>
  </Form>
)

/** What stays empty, so that nobody takes an empty cell for nothing. */
const Gaps = ({ filled }: Props) => (
  <section aria-labelledby="gaps">
    <h2 id="gaps">What stays empty, and why</h2>
    {filled && filled.rows > 0 && (
      <DataTable
        id="filled"
        caption="Contracts over £5,000"
        rows={FILLABLE}
        onPhone="stack"
        basis={{
          period: `Contracts that run in ${filled.quarter}`,
          coverage: `${formatCount(filled.rows, 'contract')} of more than £5,000, as they stand now`,
        }}
        columns={[
          { name: 'column', header: 'Column', cell: (column: FillableColumn) => COLUMN_WORDS[column].title },
          {
            name: 'filled',
            header: 'Filled in',
            isNumeric: true,
            cell: (column: FillableColumn) =>
              `${formatNumber(filled.filled[column])} of ${formatNumber(filled.rows)}`,
          },
          {
            name: 'why',
            header: 'Where it comes from',
            cell: (column: FillableColumn) => COLUMN_WORDS[column].why,
          },
        ]}
        empty={{ title: 'None', purpose: '' }}
      />
    )}
    <p>
      {SPEND_VAT_NOTE}
      {filled &&
        filled.spend.payments > 0 &&
        ` In ${filled.quarter} it is filled in for ${formatNumber(filled.spend.withVat)} of ${formatCount(filled.spend.payments, 'payment')} over £500.`}
    </p>
    <p>Grants have no registration numbers of recipients.</p>
    <p>
      Fill the gaps of a contract on its page, under “What the Transparency Code asks”, or with columns of the
      same names in <a href="/contracts/import">an import of the register</a>.
    </p>
  </section>
)

const Editions = (props: Props) => (
  <DataTable
    id="editions"
    caption="Published"
    rows={props.editions}
    onPhone="stack"
    columns={[
      {
        name: 'dataset',
        header: 'Data set',
        cell: (edition: Edition) => (
          <a href={editionPath(props.slug, edition)}>{DATASET_WORDS[edition.dataset].title}</a>
        ),
      },
      {
        name: 'period',
        header: 'Quarter',
        cell: (edition: Edition) => `${edition.period}, edition ${edition.number}`,
      },
      {
        name: 'rows',
        header: 'Rows',
        isNumeric: true,
        cell: (edition: Edition) => formatNumber(edition.rows),
      },
      {
        name: 'redacted',
        header: 'Redacted',
        isNumeric: true,
        cell: (edition: Edition) => formatNumber(edition.redacted),
      },
      {
        name: 'review',
        header: 'Of these undecided',
        isNumeric: true,
        cell: (edition: Edition) => formatNumber(edition.toReview),
      },
      {
        name: 'who',
        header: 'Published',
        cell: (edition: Edition) => `${formatInstant(edition.publishedAt)}, ${edition.publishedBy}`,
      },
    ]}
    empty={{
      title: 'Nothing published yet',
      purpose:
        'Choose a data set and a quarter above. Payments come from the payment files that are counted.',
    }}
  />
)

export const DatasetsView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Data sets</h1>
    <p>
      Under the Local Government Transparency Code 2015, spending over £500 and the contracts of more than
      £5,000 are published each quarter, within a month; grants once a year. The fields are those that guides
      to the Code list. Each edition is a file that stays as it was published.
    </p>
    {props.mayManage && <Publish {...props} />}
    <Gaps {...props} />
    <Editions {...props} />
  </>
)
