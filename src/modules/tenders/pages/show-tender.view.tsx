import type { OfficerKey } from '#sealing'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  Details,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstant,
  formatInstantExact,
  formatPounds,
  InsetText,
  Select,
  SummaryList,
  Textarea,
} from '../../../platform/views/views.ts'
import type { Change, Enquiry, Extension, PublishedAnswer, TenderDocument, TenderVersion } from '../model.ts'
import { TOLD_BY } from '../model.ts'
import type { Publication } from '../read-publication.ts'
import { mayPublish as isClear } from '../rules/check-publication.ts'
import { Checks } from './checks.tsx'
import { ChangeList } from './opportunity-changes.view.tsx'
import { opportunityPath } from './paths.ts'
import { StateTag } from './state-tag.tsx'
import { Criteria, Lots, Questions } from './tender-content.tsx'
import { AddDocument, TenderDocuments } from './tender-documents.tsx'
import type { SeenTender } from './tender-request.ts'

export type ShowTenderProps = SeenTender &
  Publication & {
    readonly errors: readonly FieldError[]
    readonly reason: string
    readonly mayWrite: boolean
    readonly mayManage: boolean
    readonly mayPublish: boolean
    readonly isOwn: boolean
    readonly hasBids: boolean
    /** Those who have an opening key. */
    readonly officers: readonly OfficerKey[]
    readonly holders: readonly string[]
    readonly serverTime: string
    readonly changes: readonly Change[]
    readonly documents: readonly TenderDocument[]
    readonly enquiries: readonly Enquiry[]
    readonly answers: readonly PublishedAnswer[]
    readonly versions: readonly TenderVersion[]
    readonly extensions: readonly Extension[]
  }

const Facts = ({ tender, purchase, serverTime, state, at, mayWrite }: ShowTenderProps) => (
  <>
    <SummaryList
      rows={[
        {
          key: 'Purchase',
          value: (
            <a href={`/procurement/purchases/${purchase.id}`}>{`P-${purchase.number} ${purchase.title}`}</a>
          ),
        },
        { key: 'Summary', value: tender.summary || 'Not written yet' },
        {
          key: 'Bids due',
          value: (
            <>
              {formatInstantExact(tender.deadline)}
              <span class="gt-under">Server time now: {serverTime}</span>
            </>
          ),
        },
        { key: 'Questions until', value: formatInstantExact(tender.questionDeadline) },
        { key: 'Category', value: tender.category ? `CPV ${tender.category}` : 'Not chosen yet' },
        { key: 'Place', value: tender.placeName || 'Not said' },
        {
          key: 'Value',
          value: `${formatPounds(tender.valuePence)} without VAT, with options and extensions`,
        },
      ]}
    />
    {mayWrite && (
      <p>
        {state === 'draft' && (
          <>
            <a href={`${at}/edit`}>Change title, summary and dates</a> ·{' '}
          </>
        )}
        <a href={`${at}/content`}>Change description, lots and conditions</a> ·{' '}
        <a href={`${at}/questions`}>Change questions</a>
        {state === 'open' && (
          <>
            {' '}
            · <a href={`${at}/criteria`}>Change weights</a>
          </>
        )}
      </p>
    )}
  </>
)

const HOLDER_LABELS = [
  'Opens the bids',
  'Opens them together with the first',
  'Stands in if one of the two cannot',
]

const Holders = ({ officers, holders, errors }: ShowTenderProps) => (
  <>
    <p>
      Bids are sealed so that nobody can read them before the deadline, and only two officers together after
      it. A third stands in. Each has <a href="/sealing/key">an opening key</a> of their own.
    </p>
    {HOLDER_LABELS.map((label, at) => (
      <Select
        id={`holder-${at + 1}`}
        name={`holder-${at + 1}`}
        label={label}
        value={holders[at] || ''}
        errorMessage={errorOf(errors, `holder-${at + 1}`)}
        items={[
          { value: '', text: 'Choose an officer' },
          ...officers.map(({ personId, personName }) => ({ value: personId, text: personName })),
        ]}
      />
    ))}
  </>
)

const Publish = (props: ShowTenderProps) => {
  const { checks, at, revision, isOwn, mayPublish } = props
  return (
    <>
      {isOwn && (
        <InsetText text="You changed this draft last. At or above the threshold somebody else publishes it: this is our own safeguard, not law." />
      )}
      {mayPublish && isClear(checks) && !isOwn && (
        <Form action={`${at}/publish`}>
          <h2>Publish</h2>
          <input type="hidden" name="seen" value={revision} />
          <Holders {...props} />
          <p>Publishing freezes version 1. Everybody can read it, and letters go out.</p>
          <Button preventDoubleClick>Publish</Button>
        </Form>
      )}
      {!mayPublish && <p>A procurement officer publishes it.</p>}
    </>
  )
}

const NextVersion = ({ changes, at, mayWrite, revision, hasBids }: ShowTenderProps) => (
  <>
    <h2>Next version</h2>
    {changes.length === 0 ? (
      <p>
        Nothing differs from what is published. Change questions, lots, weights or documents, then publish the
        next version.
      </p>
    ) : (
      <>
        <p>This would change:</p>
        <ChangeList changes={changes} />
      </>
    )}
    {hasBids && <p>A bid was handed in, so criteria and weights stand.</p>}
    {mayWrite && (
      <p>
        <Button href={`${at}/amend`}>Publish an amendment</Button>{' '}
        <Button href={`${at}/extend`} classes="govuk-button--secondary">
          Give more time
        </Button>
      </p>
    )}
    {mayWrite && revision > 0 && <DropForm at={at} words="Throw the changes away" />}
  </>
)

const DropForm = ({ at, words }: { readonly at: string; readonly words: string }) => (
  <Form action={`${at}/drop`}>
    <Button classes="govuk-button--warning" preventDoubleClick>
      {words}
    </Button>
  </Form>
)

const EnquiryList = ({ enquiries, answers, at, mayWrite, state }: ShowTenderProps) => {
  const open = enquiries.filter(({ closedAt }) => closedAt === null)
  return (
    <>
      <h2 id="enquiries">Questions of bidders</h2>
      {open.length === 0 ? (
        <p>No question waits for an answer. {answers.length > 0 && `${answers.length} answered so far.`}</p>
      ) : (
        <ul class="govuk-list">
          {open.map(({ id, askedName, askedAt, text, cameBy }) => (
            <li class="govuk-!-margin-bottom-4">
              <a href={`${at}/enquiries/${id}`}>{text.slice(0, 120)}</a>
              <span class="gt-under">
                {askedName}, {cameBy === 'site' ? '' : `${TOLD_BY[cameBy].toLowerCase()}, `}
                {formatInstant(askedAt)}. Only officers see who asked
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && state === 'open' && (
        <p>
          <a href={`${at}/enquiries/new`}>Write down a question that was asked by telephone or in person</a> ·{' '}
          <a href={`${at}/answer`}>Tell everybody something</a>
        </p>
      )}
    </>
  )
}

const Cancel = ({ at, errors, reason }: ShowTenderProps) => (
  <Details summaryText="Cancel this tender" open={errorOf(errors, 'reason') !== undefined}>
    <Form action={`${at}/cancel`}>
      <Textarea
        id="reason"
        name="reason"
        label="Why"
        hint="Everybody reads it"
        rows={3}
        value={reason}
        errorMessage={errorOf(errors, 'reason')}
      />
      <Button classes="govuk-button--warning" preventDoubleClick>
        Cancel the tender
      </Button>
    </Form>
  </Details>
)

export const ShowTenderView = (props: ShowTenderProps) => {
  const { tender, state, content, at, mayWrite, mayManage } = props
  const isPublic = tender.publishedAt !== null
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">{tender.reference}</span>
      <h1>{tender.title}</h1>
      <p>
        <StateTag state={state} />{' '}
        {isPublic && (
          <>
            Version {tender.version}. <a href={opportunityPath(tender.reference)}>The public page</a>
            {' · '}
            <a href={`${opportunityPath(tender.reference)}/changes`}>Changes</a>
          </>
        )}
      </p>
      {state === 'cancelled' && <InsetText text={`Cancelled: ${tender.cancelledBecause}`} />}
      <Facts {...props} />
      {state === 'draft' && (
        <>
          <Checks {...props} />
          <Publish {...props} />
        </>
      )}
      {state === 'open' && <NextVersion {...props} />}
      {state === 'closed' && mayManage && (
        <p>
          The deadline has passed. Where the site was away before it, you can still{' '}
          <a href={`${at}/extend`}>give more time</a>.
        </p>
      )}
      {isPublic && <EnquiryList {...props} />}
      <TenderDocuments {...props} />
      {mayWrite && <AddDocument {...props} />}
      <h2>What bidders read</h2>
      <p>{content.description || 'There is no description yet.'}</p>
      <Lots content={content} />
      <Questions content={content} />
      <Criteria content={content} />
      {mayWrite && state === 'draft' && <DropForm at={at} words="Throw this draft away" />}
      {mayManage && (tender.status === 'published' || tender.status === 'opened') && <Cancel {...props} />}
    </>
  )
}
