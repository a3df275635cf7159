import { type DataColumn, DataTable, formatInstantExact, Tag } from '../../../platform/views/views.ts'
import type { Workspace, WorkspaceBid } from '../read-workspace.ts'
import { BID_STATES, type BidState } from '../rules/bid-state.ts'
import { WorkspaceFrame } from './workspace-frame.tsx'

const COLOURS: Readonly<Record<BidState, string>> = {
  begun: 'govuk-tag--grey',
  'not-submitted': 'govuk-tag--red',
  changed: 'govuk-tag--red',
  submitted: 'govuk-tag--green',
  withdrawn: 'govuk-tag--grey',
  missed: 'govuk-tag--grey',
  cancelled: 'govuk-tag--grey',
}

export const StateTag = ({ state }: { readonly state: BidState }) => (
  <Tag classes={COLOURS[state]}>{BID_STATES[state]}</Tag>
)

const COLUMNS: readonly DataColumn<WorkspaceBid>[] = [
  {
    name: 'tender',
    header: 'Tender and lot',
    cell: ({ bid, tender }) => (
      <>
        <a href={`/workspace/bids/${bid.id}`}>{tender.title}</a>, lot {bid.lot}
      </>
    ),
  },
  { name: 'reference', header: 'Reference', cell: ({ tender }) => tender.reference },
  { name: 'deadline', header: 'Deadline', cell: ({ tender }) => formatInstantExact(tender.deadline) },
  { name: 'state', header: 'State', cell: ({ state }) => <StateTag state={state} /> },
  {
    name: 'receipt',
    header: 'Receipt',
    cell: ({ bid, tender }) =>
      bid.sealedId ? (
        <a href={`/workspace/receipts/${bid.sealedId}`}>
          Receipt
          <span class="govuk-visually-hidden">
            {' '}
            for {tender.title}, lot {bid.lot}
          </span>
        </a>
      ) : (
        'None'
      ),
  },
]

export const WorkspaceView = ({ workspace }: { readonly workspace: Workspace }) => (
  <WorkspaceFrame workspace={workspace}>
    <h1>Your bids</h1>
    <DataTable
      id="bids"
      caption="Bids to all authorities, the last changed first"
      columns={COLUMNS}
      rows={workspace.bids}
      onPhone="stack"
      empty={{
        title: 'No bids yet',
        purpose:
          'Choose a tender and begin a bid for one of its lots. What you type is saved as you go; it counts when you submit it.',
        firstStep: { text: 'Open tenders', href: '/opportunities' },
      }}
    />
    <p>
      <a href="/workspace/profile">What you say of your organisation</a> goes with every bid: say it once.{' '}
      <a href="/workspace/documents">Documents</a> such as insurance and accounts are uploaded once, too.
    </p>
  </WorkspaceFrame>
)
