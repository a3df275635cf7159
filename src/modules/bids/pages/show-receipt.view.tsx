import type { Tender } from '#tenders'
import { formatInstantExact, SummaryList } from '../../../platform/views/views.ts'
import { CHECK_WORDS } from '../messages.ts'
import type { Receipt } from '../model.ts'
import type { Workspace } from '../read-workspace.ts'
import type { ReceiptProof } from '../rules/log.ts'
import { WorkspaceFrame } from './workspace-frame.tsx'

type Props = {
  readonly receipt: Receipt
  readonly proof: ReceiptProof
  readonly tender: Tender
  readonly workspace: Workspace
}

const stateOf = ({ isReplaced, withdrawnAt }: Receipt): string => {
  if (withdrawnAt) return `Withdrawn at ${formatInstantExact(withdrawnAt)}`
  return isReplaced ? 'Replaced by a later bid' : 'Counts'
}

export const ShowReceiptView = ({ receipt, proof, tender, workspace }: Props) => (
  <WorkspaceFrame workspace={workspace}>
    <span class="govuk-caption-l">
      {tender.reference}, lot {receipt.lot}
    </span>
    <h1>Receipt: {tender.title}</h1>
    <SummaryList
      rows={[
        {
          key: 'Received',
          value: `${formatInstantExact(receipt.submittedAt)} (${receipt.submittedAt.toISOString()})`,
        },
        { key: 'State', value: stateOf(receipt) },
        { key: 'Version of the tender', value: String(receipt.tenderVersion) },
        { key: 'Fingerprint (SHA-256)', value: <code class="gt-code">{receipt.fingerprint}</code> },
        { key: 'Entry of the log', value: String(receipt.logNumber) },
        { key: 'Hash of the entry', value: <code class="gt-code">{proof.entry?.hash ?? 'missing'}</code> },
        {
          key: 'Checked now',
          value: proof.stands
            ? 'The public log is whole, and this receipt stands in it.'
            : 'The public log does not bear this receipt out. Keep this page and write to the authority.',
        },
        {
          key: 'Opening',
          value: proof.opened ? CHECK_WORDS[proof.opened] : 'Not opened: nobody can read it yet.',
        },
      ]}
    />
    <p>
      <a href={`/opportunities/${tender.reference}/log`}>The public log of this tender</a> has the same
      fingerprint and hash, without your name.
    </p>
  </WorkspaceFrame>
)
