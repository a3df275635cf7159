import { DUTIES, type Holder, OPENING_MINUTES, type Opening } from '#sealing'
import { stateOf, type Tender } from '#tenders'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatCount,
  formatInstantExact,
  PasswordInput,
  Table,
} from '../../../platform/views/views.ts'
import { CHECK_WORDS } from '../messages.ts'
import type { Minutes, OpenedBid } from '../model.ts'

const STATES = {
  draft: 'Draft',
  open: 'Sealed: bids are coming in',
  closed: 'Closed: two officers can open',
  opened: 'Opened',
  awarded: 'Awarded',
  cancelled: 'Cancelled',
} as const

export const ListOpeningsView = ({
  tenders,
  now,
}: {
  readonly tenders: readonly Tender[]
  readonly now: Date
}) => (
  <>
    <h1>Open bids</h1>
    <p>
      Nobody sees bids, their number or their bidders before two officers open them. Time of the server:{' '}
      {formatInstantExact(now)}.
    </p>
    <DataTable
      id="openings"
      caption="Tenders that take sealed bids"
      rows={tenders}
      onPhone="stack"
      columns={[
        {
          name: 'title',
          header: 'Tender',
          cell: (tender) => <a href={`/bids/openings/${tender.id}`}>{tender.title}</a>,
        },
        { name: 'reference', header: 'Reference', cell: ({ reference }) => reference },
        { name: 'deadline', header: 'Deadline', cell: ({ deadline }) => formatInstantExact(deadline) },
        { name: 'state', header: 'State', cell: (tender) => STATES[stateOf(tender, now)] },
      ]}
      empty={{
        title: 'No tender takes sealed bids yet',
        purpose: 'A tender whose key is split among three officers is listed here when it is published.',
        firstStep: { text: 'Your opening key', href: '/sealing/key' },
      }}
    />
  </>
)

type Props = {
  readonly tender: Tender
  readonly holders: readonly Holder[]
  readonly opening: Opening | undefined
  readonly minutes: Minutes | undefined
  readonly bids: readonly OpenedBid[]
  readonly now: Date
  readonly clock: Date
  readonly personId: string
  readonly errors: readonly FieldError[]
}

const Passphrase = ({ errors }: Pick<Props, 'errors'>) => (
  <PasswordInput
    name="passphrase"
    label="The passphrase of your opening key"
    errorMessage={errorOf(errors, 'passphrase')}
  />
)

const Steps = (p: Props) => {
  const { tender, opening, clock, personId, errors, holders } = p
  const isBegun = opening !== undefined && opening.completedAt === null && opening.expiresAt > clock
  if (!holders.some((holder) => holder.personId === personId))
    return <p>You hold no part of this tender’s key. The people named above open its bids.</p>
  if (isBegun && opening.begunBy === personId)
    return (
      <p>
        You have begun the opening.{' '}
        {holders
          .filter((holder) => holder.personId !== personId)
          .map(({ personName }) => personName)
          .join(' or ')}{' '}
        can complete it until {formatInstantExact(opening.expiresAt)}.
      </p>
    )
  const action = `/bids/openings/${tender.id}/${isBegun ? 'complete' : 'begin'}`
  return (
    <Form action={action}>
      <p>
        {isBegun
          ? `${opening.begunByName} has begun the opening. With your passphrase the bids are opened now, and minuted.`
          : `Your part of the key is handed on to the others for ${OPENING_MINUTES} minutes. One of them then completes the opening. Nothing is opened before.`}
      </p>
      <Passphrase errors={errors} />
      <Button preventDoubleClick>{isBegun ? 'Open the bids' : 'Begin the opening'}</Button>
    </Form>
  )
}

const MinutesSection = ({ minutes, bids, tender }: Props & { readonly minutes: Minutes }) => (
  <section aria-labelledby="minutes">
    <h2 id="minutes">Minutes of the opening</h2>
    <p>
      {minutes.firstOfficer} and {minutes.secondOfficer} opened {formatCount(minutes.checks.length, 'bid')} at{' '}
      {formatInstantExact(minutes.openedAt)}.{' '}
      {minutes.checks.length === 0 ? (
        'Nobody had handed a bid in.'
      ) : (
        <>
          {bids.length === minutes.checks.length
            ? 'Each could be read'
            : `${bids.length} of them could be read`}
          , and was checked against <a href={`/opportunities/${tender.reference}/log`}>the public log</a>.
        </>
      )}
    </p>
    {minutes.checks.length > 0 && (
      <DataTable
        id="checks"
        caption="Each bid and the log"
        rows={minutes.checks}
        onPhone="stack"
        columns={[
          { name: 'number', header: 'Entry', cell: ({ number }) => String(number) },
          { name: 'lot', header: 'Lot', cell: ({ lot }) => lot },
          { name: 'outcome', header: 'Outcome', cell: ({ outcome }) => CHECK_WORDS[outcome] },
          {
            name: 'fingerprint',
            header: 'Fingerprint',
            cell: ({ fingerprint }) => `${fingerprint.slice(0, 16)}…`,
          },
        ]}
        empty={{ title: 'No bids', purpose: 'Nobody had handed a bid in.' }}
      />
    )}
  </section>
)

export const OpeningView = (p: Props) => {
  const { tender, holders, minutes, now, errors } = p
  const state = stateOf(tender, now)
  return (
    <>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{tender.reference}</span>
      <h1>Open bids: {tender.title}</h1>
      <p>
        {STATES[state]}. Deadline: {formatInstantExact(tender.deadline)}. Time of the server:{' '}
        {formatInstantExact(now)}.
      </p>
      {minutes && <MinutesSection {...p} minutes={minutes} />}
      {holders.length > 0 && (
        <Table
          caption="Who holds a part of the key"
          head={['Officer', 'Duty']}
          rows={holders.map(({ personName, duty }) => [personName, DUTIES[duty]])}
        />
      )}
      {state === 'closed' && <Steps {...p} />}
      {state === 'open' && <p>Nobody can open anything before the deadline.</p>}
    </>
  )
}
