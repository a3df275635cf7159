import type { Tender, TenderLot } from '#tenders'
import type { FieldError } from '../../../platform/http/form.ts'
import { Button, Form, FormErrorSummary, formatInstantExact } from '../../../platform/views/views.ts'
import type { Workspace } from '../read-workspace.ts'
import { StateTag } from './workspace.view.tsx'
import { WorkspaceFrame } from './workspace-frame.tsx'

type Props = {
  readonly tender: Tender
  readonly lots: readonly TenderLot[]
  readonly workspace: Workspace
  readonly isOpen: boolean
  readonly errors: readonly FieldError[]
}

const Lot = ({ tender, lot, workspace, isOpen }: Props & { readonly lot: TenderLot }) => {
  const own = workspace.bids.find(({ bid }) => bid.tenderId === tender.id && bid.lot === lot.code)
  return (
    <section aria-labelledby={`lot-${lot.code}`}>
      <h2 id={`lot-${lot.code}`}>
        Lot {lot.code}: {lot.name}
      </h2>
      {lot.description !== '' && <p>{lot.description}</p>}
      {own ? (
        <p>
          <StateTag state={own.state} />{' '}
          <a href={`/workspace/bids/${own.bid.id}`}>Go on with your bid for lot {lot.code}</a>
        </p>
      ) : (
        isOpen && (
          <Form action={`/workspace/tenders/${tender.reference}`}>
            <input type="hidden" name="lot" value={lot.code} />
            <Button>Begin a bid for lot {lot.code}</Button>
          </Form>
        )
      )}
    </section>
  )
}

export const BeginBidView = (p: Props) => (
  <WorkspaceFrame workspace={p.workspace}>
    <FormErrorSummary errors={p.errors} />
    <h1>Bid for {p.tender.title}</h1>
    <p>
      {p.isOpen ? 'Deadline' : 'The deadline has passed'}: {formatInstantExact(p.tender.deadline)}. Each lot
      is a bid of its own: you submit, replace and withdraw it by itself.
    </p>
    {p.lots.map((lot) => (
      <Lot {...p} lot={lot} />
    ))}
  </WorkspaceFrame>
)
