import { DataTable, formatShortDate, type TablePaging } from '../../../../platform/views/views.ts'
import type { Claim } from '../../model/directory.ts'
import { claimPath, MODERATION_PATH } from './paths.ts'

type Props = { readonly claims: readonly Claim[]; readonly paging: TablePaging }

export const ListClaimsView = ({ claims, paging }: Props) => (
  <>
    <h1>Claims that wait</h1>
    <p>No register has an address for these suppliers, so that no code could be sent to them.</p>
    <DataTable
      id="claims"
      caption="Claims, the longest waiting first"
      rows={claims}
      paging={paging}
      onPhone="stack"
      empty={{
        title: 'No claim waits',
        purpose:
          'A claim comes here where no register has an address for the supplier. A moderator asks the supplier and decides.',
        firstStep: { text: 'See the entries', href: MODERATION_PATH },
      }}
      columns={[
        { name: 'name', header: 'Supplier', cell: (claim) => <a href={claimPath(claim.id)}>{claim.name}</a> },
        {
          name: 'number',
          header: 'Number',
          cell: ({ scheme, number }) => (scheme ? `${scheme} ${number}` : 'None: not in a register'),
        },
        { name: 'email', header: 'Claimed by', cell: ({ email }) => email },
        {
          name: 'at',
          header: 'Claimed on',
          cell: ({ claimedAt }) => formatShortDate(claimedAt.toISOString().slice(0, 10)),
        },
      ]}
    />
  </>
)
