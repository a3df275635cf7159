import { DataTable, formatInstant, formatPence, type TablePaging } from '../../../platform/views/views.ts'
import { groupKeyOf, type SupplierGroup } from '../model/groups.ts'
import type { GroupSuggestion } from '../store/groups.ts'
import { supplierHref } from '../supplier-words.ts'

type Group = SupplierGroup & { readonly by: string }
type Props = {
  readonly groups: readonly Group[]
  readonly suggestions: readonly GroupSuggestion[]
  readonly paging: TablePaging
}

const sum = ({ members }: SupplierGroup): number => members.reduce((all, { pence }) => all + pence, 0)

const Confirmed = ({ groups }: Pick<Props, 'groups'>) => (
  <DataTable
    id="groups"
    caption="Groups that count as one"
    rows={groups}
    onPhone="stack"
    basis={{ period: 'All files that count', coverage: 'Groups that a person confirmed' }}
    empty={{
      title: 'No group yet',
      purpose: 'Suppliers of one group of companies count as several until a person says that they are one.',
    }}
    columns={[
      {
        name: 'name',
        header: 'Group',
        cell: (group) => <a href={supplierHref(groupKeyOf(group.id))}>{group.name}</a>,
      },
      {
        name: 'members',
        header: 'Suppliers',
        cell: ({ members }) => members.map(({ name }) => name).join('; '),
      },
      { name: 'pence', header: 'Amount', isNumeric: true, cell: (group) => formatPence(sum(group)) },
      { name: 'by', header: 'Said by', cell: ({ by, madeAt }) => `${by}, ${formatInstant(madeAt)}` },
    ]}
  />
)

export const ListGroupsView = ({ groups, suggestions, paging }: Props) => (
  <>
    <h1>Groups of companies</h1>
    <p>
      A confirmed group counts as one supplier wherever suppliers are listed or counted, in gaps and surveys,
      and for the networks your organisation has joined. Kind, size, sector and place stay those of each
      company, and its pounds with them; so do the contracts of the register.
    </p>
    <Confirmed groups={groups} />
    <DataTable
      id="suggestions"
      caption="Perhaps one group: names that agree but for words of structure"
      rows={suggestions}
      paging={paging}
      onPhone="stack"
      basis={{ period: 'All files that count', coverage: 'Suppliers in no group; persons are left out' }}
      empty={{
        title: 'Nothing to suggest',
        purpose: 'No two suppliers in no group bear names that agree but for words such as Holdings or UK.',
      }}
      columns={[
        {
          name: 'names',
          header: 'Suppliers',
          cell: ({ names, supplierKey }) => (
            <a href={`${supplierHref(supplierKey)}#sisters`}>{names.join('; ')}</a>
          ),
        },
        { name: 'pence', header: 'Amount', isNumeric: true, cell: ({ pence }) => formatPence(pence) },
      ]}
    />
  </>
)
