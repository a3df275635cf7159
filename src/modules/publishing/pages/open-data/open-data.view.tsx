import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatCount,
  formatDate,
  formatFileSize,
  formatNumber,
  plainDateOf,
} from '../../../../platform/views/views.ts'
import { DATASET_WORDS, SPEND_VAT_NOTE } from '../../dataset-words.ts'
import type { Edition } from '../../store/editions.ts'
import type { LogEnd } from '../../store/log.ts'
import type { PublicTotals } from '../../store/public-site.ts'
import { editionPath, publicPath } from '../paths.ts'

type PublisherRow = {
  readonly name: string
  readonly slug: string
  readonly ocidPrefix: string
  readonly totals: PublicTotals
  readonly end: LogEnd
  readonly editions: readonly Edition[]
}
type Props = {
  readonly publishers: readonly PublisherRow[]
  readonly end: LogEnd
  readonly siteUrl: string
}

const LICENCE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

type File = { readonly path: string; readonly what: string; readonly size: string }

const filesOf = ({ end }: Props): File[] => [
  {
    path: '/open-data/ocds/releases.jsonl',
    what: 'Every release, one a line, in the order of publication. It only grows: fetch the rest by range.',
    size: formatFileSize(end.bytes),
  },
  { path: '/open-data/ocds/releases.json', what: 'The same as an OCDS release package', size: 'As long' },
  {
    path: '/open-data/ocds/records.json',
    what: 'A record for each process: its releases, what holds now, and the history of each field',
    size: 'About three times as long',
  },
  {
    path: '/open-data/ocds/processes.csv',
    what: 'One line for each purchase and contract, for a spreadsheet',
    size: 'Small',
  },
  {
    path: '/open-data/ocds/feed?after=0',
    what: 'What is new, by cursor: ask again with the cursor of the last answer and you miss nothing',
    size: 'At most 500 releases',
  },
]

const FILE_COLUMNS: readonly DataColumn<File>[] = [
  {
    name: 'file',
    header: 'File',
    cell: ({ path }) => <a href={path}>{path.split('/').at(-1)?.split('?')[0]}</a>,
  },
  { name: 'what', header: 'What it holds', cell: ({ what }) => what },
  { name: 'size', header: 'Size', isNumeric: true, cell: ({ size }) => size },
]

const since = ({ totals: { firstOn, lastAt } }: PublisherRow): string =>
  [
    firstOn && `contracts from ${formatDate(firstOn)}`,
    lastAt && `brought up to date ${formatDate(plainDateOf(lastAt))}`,
  ]
    .filter(Boolean)
    .join(', ')

const PUBLISHER_COLUMNS: readonly DataColumn<PublisherRow>[] = [
  {
    name: 'name',
    header: 'Who',
    cell: (row) => (
      <>
        <a href={publicPath(row.slug)}>{row.name}</a>
        <span class="gt-under">{since(row)}</span>
      </>
    ),
  },
  {
    name: 'contracts',
    header: 'Contracts',
    isNumeric: true,
    cell: ({ totals }) => formatNumber(totals.contracts),
  },
  { name: 'plans', header: 'Plans', isNumeric: true, cell: ({ totals }) => formatNumber(totals.plans) },
  { name: 'releases', header: 'Releases', isNumeric: true, cell: ({ end }) => formatNumber(end.releases) },
  {
    name: 'file',
    header: 'Its own file',
    cell: ({ slug, end }) => (
      <a href={`/open-data/ocds/releases.jsonl?publisher=${slug}`}>JSON Lines, {formatFileSize(end.bytes)}</a>
    ),
  },
]

const EDITION_COLUMNS = (slug: string): readonly DataColumn<Edition>[] => [
  {
    name: 'dataset',
    header: 'Data set',
    cell: (edition) => <a href={editionPath(slug, edition)}>{DATASET_WORDS[edition.dataset].title}</a>,
  },
  { name: 'period', header: 'For', cell: ({ period }) => period },
  { name: 'rows', header: 'Rows', isNumeric: true, cell: ({ rows }) => formatNumber(rows) },
  { name: 'redacted', header: 'Redacted', isNumeric: true, cell: ({ redacted }) => formatNumber(redacted) },
  {
    name: 'published',
    header: 'Published',
    cell: ({ publishedAt, number }) => `${formatDate(plainDateOf(publishedAt))}, edition ${number}`,
  },
]

/** The newest edition of each data set and period. */
const newest = (editions: readonly Edition[]): Edition[] =>
  [...Map.groupBy(editions, ({ dataset, period }) => `${dataset} ${period}`).values()].flatMap(([first]) =>
    first ? [first] : [],
  )

const HowToRead = ({ siteUrl }: Pick<Props, 'siteUrl'>) => (
  <>
    <h2>How to read it</h2>
    <ul>
      <li>
        A process is one purchase, named by its ocid. A release says what was published of it at one moment,
        and is never changed; the newest says what holds.
      </li>
      <li>Amounts are without VAT unless the field says gross. Payments are added up by month.</li>
      <li>
        Social value is in <a href="/open-data/ocds/extension/README.md">our extension</a> (
        <a href="/open-data/ocds/extension/release-schema.json">schema</a>). Only what was verified counts;
        values of different kinds are never added up.
      </li>
      <li>{SPEND_VAT_NOTE}</li>
      <li>Names of individuals are withheld. So is what a supplier wrote, until somebody has approved it.</li>
      <li>
        Files answer with an ETag; <code>releases.jsonl</code> takes ranges, so a broken download goes on
        where it stopped. Thirty bulk downloads a minute from one address.
      </li>
      <li>
        One process: <code>{`${siteUrl}/open-data/ocds/processes/`}</code> and its ocid. The same by{' '}
        <a href="/api">API</a>.
      </li>
    </ul>
  </>
)

export const OpenDataView = (props: Props) => (
  <>
    <h1>Open data</h1>
    <p class="govuk-body-l">
      What public bodies here plan to buy, what they bought, from whom and for how much, what they paid, and
      what was promised, delivered and verified beside it.
    </p>
    <p>
      You may use all of it under the <a href={LICENCE}>Open Government Licence 3.0</a>, and say where it is
      from. It is free, needs no account, and stays at its address.
    </p>
    {props.publishers.length === 0 ? (
      <EmptyState
        title="Nothing is published yet"
        purpose="No public body that uses this site publishes its data yet."
      />
    ) : (
      <>
        <DataTable
          id="publishers"
          caption="Who publishes"
          rows={props.publishers}
          columns={PUBLISHER_COLUMNS}
          onPhone="stack"
          basis={{
            period: 'Since each body began to publish here',
            coverage: `${formatCount(props.end.releases, 'release')} in all; plans are purchases without a contract yet`,
          }}
          empty={{ title: 'Nobody yet', purpose: '' }}
        />
        <DataTable
          id="files"
          caption="Purchases and contracts: Open Contracting Data Standard 1.1.5"
          rows={filesOf(props)}
          columns={FILE_COLUMNS}
          onPhone="stack"
          empty={{ title: 'No files', purpose: '' }}
        />
        {props.publishers.map(({ name, slug, editions }) =>
          editions.length === 0 ? null : (
            <DataTable
              id={`editions-${slug}`}
              caption={`${name}: spending, contracts and grants as CSV`}
              rows={newest(editions)}
              columns={EDITION_COLUMNS(slug)}
              onPhone="stack"
              empty={{ title: 'None yet', purpose: '' }}
            />
          ),
        )}
      </>
    )}
    <HowToRead siteUrl={props.siteUrl} />
  </>
)
