import type { Tender } from '#tenders'
import { Details, formatInstantExact, SummaryList } from '../../../platform/views/views.ts'
import { CHECK_WORDS } from '../messages.ts'
import type { Receipt } from '../model.ts'
import type { Workspace } from '../read-workspace.ts'
import type { ReceiptProof } from '../rules/log.ts'
import { stateOfReceipt } from '../rules/receipts.ts'
import { WorkspaceFrame } from './workspace-frame.tsx'

type Props = {
  readonly receipt: Receipt
  readonly proof: ReceiptProof
  readonly tender: Tender
  readonly workspace: Workspace
  readonly hasCopy: boolean
}

export const ShowReceiptView = ({ receipt, proof, tender, workspace, hasCopy }: Props) => (
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
        { key: 'State', value: stateOfReceipt(receipt, formatInstantExact) },
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
          value: proof.opened ? CHECK_WORDS[proof.opened] : 'Not opened: the authority cannot read it yet.',
        },
      ]}
    />
    <h2>Your own copy</h2>
    {hasCopy ? (
      <>
        <p>
          <a href={`/workspace/receipts/${receipt.id}/copy.zip`} download>
            Download what you handed in (ZIP)
          </a>
          : your answers and files as they were sealed, this receipt, and how to check them against the public
          log.
        </p>
        <Details summaryText="Who else can read it">
          <p>
            The authority cannot: its copy is sealed until two officers open it after the deadline. Yours is
            encrypted for your organisation, like your draft. Whoever runs this site holds the key to that
            encryption.
          </p>
        </Details>
      </>
    ) : (
      <p>This bid came in before this site kept copies for suppliers.</p>
    )}
    <p>
      <a href={`/opportunities/${tender.reference}/log`}>The public log of this tender</a> has the same
      fingerprint and hash, without your name.
    </p>
  </WorkspaceFrame>
)
