import {
  Button,
  Checkboxes,
  Choropleth,
  DataTable,
  formatCount,
  formatNumber,
  formatShortDate,
  Input,
  Select,
  type TableExport,
  type TablePaging,
} from '../../../../platform/views/views.ts'
import { DIRECTORY_KIND_TEXT } from '../../messages/directory.ts'
import type { Listing } from '../../model/directory.ts'
import { categoryName, listCategories } from '../../rules/directory/categories.ts'
import type { DirectorySearch } from '../../store/directory/listings.ts'
import type { DirectoryMap, DistrictLine } from './directory-map.ts'
import { CLAIM_PATH, DIRECTORY_PATH, entryPath, MODERATION_PATH } from './paths.ts'

type Props = {
  readonly search: DirectorySearch
  readonly isSearch: boolean
  readonly listings: readonly Listing[]
  readonly total: number
  readonly districts: readonly DistrictLine[]
  readonly map: DirectoryMap | null
  readonly canModerate: boolean
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
}

const BASIS = {
  period: 'As kept by the suppliers today',
  coverage: 'Suppliers who chose to be listed; a moderator read each entry, nobody verified it',
}

const SearchForm = ({ search }: Pick<Props, 'search'>) => (
  <form method="get" action={DIRECTORY_PATH} role="search">
    <Input
      id="q"
      name="q"
      type="search"
      label="What do you need?"
      hint="For example: school meals, tree surgery, or a supplier’s name"
      value={search.words ?? ''}
    />
    <Select
      id="category"
      name="category"
      label="Category"
      value={search.category ?? ''}
      items={[
        { value: '', text: 'Any category' },
        ...listCategories().map(({ code, name }) => ({ value: code, text: name })),
      ]}
    />
    <Input
      id="district"
      name="district"
      label="Postcode district"
      hint="The first half of a postcode, like NN31"
      classes="govuk-input--width-5"
      value={search.district ?? ''}
    />
    <Checkboxes
      name="vcse"
      idPrefix="vcse"
      values={search.isVcse ? ['yes'] : []}
      items={[{ value: 'yes', text: 'Voluntary, community and social enterprises only' }]}
    />
    <Button>Search</Button>
  </form>
)

const breaksFor = (largest: number): number[] => [2, 5, 10, 20].filter((step) => step <= Math.max(2, largest))

const AreasMap = ({ map }: { readonly map: DirectoryMap }) => (
  <>
    <Choropleth
      id="directory-map"
      title="Where they are"
      description="Listed suppliers by local authority area, darker for more."
      basis={{
        ...BASIS,
        unknown:
          map.elsewhere > 0
            ? `${formatCount(map.elsewhere, 'supplier')} outside the areas that are loaded`
            : undefined,
      }}
      map={map.map}
      values={
        new Map(
          map.counts.map(({ code, suppliers }) => [
            code,
            { value: suppliers, display: formatCount(suppliers, 'supplier') },
          ]),
        )
      }
      breaks={breaksFor(map.counts[0]?.suppliers ?? 0)}
      formatValue={(value) => formatNumber(value)}
      table={{
        head: ['Area', 'Suppliers'],
        rows: map.counts.map(({ name, suppliers }) => [
          name,
          { text: formatNumber(suppliers), value: suppliers },
        ]),
      }}
    />
    <p class="gt-basis">{map.attribution}</p>
  </>
)

const Districts = ({ districts }: Pick<Props, 'districts'>) => (
  <>
    <h2>Where they are</h2>
    <ul class="govuk-list">
      {districts.slice(0, 40).map(({ district, suppliers }) => (
        <li>
          <a href={`${DIRECTORY_PATH}?district=${encodeURIComponent(district)}`}>{district}</a>:{' '}
          {formatCount(suppliers, 'supplier')}
        </li>
      ))}
    </ul>
  </>
)

const Found = ({ listings, paging, exports, isSearch }: Props) => (
  <DataTable
    id="listings"
    caption="Suppliers"
    rows={listings}
    paging={paging}
    exports={exports}
    basis={BASIS}
    onPhone="stack"
    empty={
      isSearch
        ? {
            title: 'No supplier found',
            purpose: 'Nobody who is listed matches all of this. Try fewer words, or another category.',
            firstStep: { text: 'Show all suppliers', href: DIRECTORY_PATH },
          }
        : {
            title: 'Nobody is listed yet',
            purpose: 'Suppliers list themselves here, so that councils and other public buyers find them.',
            firstStep: { text: 'List your organisation', href: CLAIM_PATH },
          }
    }
    columns={[
      {
        name: 'name',
        header: 'Supplier',
        isSortable: true,
        cell: ({ entryId, content }) => <a href={entryPath(entryId)}>{content.name}</a>,
      },
      {
        name: 'kind',
        header: 'Kind',
        isSortable: true,
        cell: ({ content }) => DIRECTORY_KIND_TEXT[content.kind],
      },
      {
        name: 'categories',
        header: 'Categories',
        cell: ({ content }) => content.categories.map(categoryName).join(', '),
      },
      { name: 'postcode', header: 'Postcode', isSortable: true, cell: ({ content }) => content.postcode },
      {
        name: 'listed',
        header: 'Listed on',
        isSortable: true,
        cell: ({ listedAt }) => formatShortDate(listedAt.toISOString().slice(0, 10)),
      },
    ]}
  />
)

export const ListDirectoryView = (props: Props) => (
  <>
    <h1>Supplier directory</h1>
    <p>
      Suppliers who want to be found by councils and other public buyers. They keep their entries themselves.{' '}
      <a href={CLAIM_PATH}>List your organisation</a>, free of charge.
    </p>
    {props.canModerate && (
      <p>
        <a href={MODERATION_PATH}>Entries and claims that wait for a moderator</a>
      </p>
    )}
    <SearchForm search={props.search} />
    <Found {...props} />
    {props.total > 0 &&
      (props.map ? <AreasMap map={props.map} /> : <Districts districts={props.districts} />)}
  </>
)
