import {
  Button,
  formatInstant,
  formatInstantExact,
  formatPounds,
  InsetText,
  SummaryList,
} from '../../../platform/views/views.ts'
import { BIDDER_HELP } from '../messages/words.ts'
import type { Opportunity } from '../read-opportunity.ts'
import type { TenderState } from '../rules/deadlines.ts'
import { bidPath, opportunityPath } from './paths.ts'
import { StateTag } from './state-tag.tsx'
import { Criteria, Documents, Lots, Questions } from './tender-content.tsx'

type Props = Opportunity & {
  readonly state: TenderState
  readonly mayAsk: boolean
  readonly serverTime: string
}

const Facts = ({ tender, buyer, serverTime, versions, extensions }: Props) => (
  <SummaryList
    rows={[
      { key: 'Buyer', value: buyer.name },
      {
        key: 'Bids due',
        value: (
          <>
            <strong>{formatInstantExact(tender.deadline)}</strong>
            <span class="gt-under">Server time now: {serverTime}. The deadline counts by this clock.</span>
          </>
        ),
      },
      { key: 'Questions until', value: formatInstant(tender.questionDeadline) },
      {
        key: 'Worth about',
        value: `${formatPounds(tender.valuePence)} without VAT, with options and extensions`,
      },
      { key: 'Where', value: tender.placeName || 'Not said' },
      { key: 'Category', value: `CPV ${tender.category}` },
      {
        key: 'Version',
        value: (
          <>
            {tender.version}, published {formatInstant(versions[0]?.publishedAt ?? tender.deadline)}
            {(tender.version > 1 || extensions.length > 0) && (
              <>
                {'. '}
                <a href={`${opportunityPath(tender.reference)}/changes`}>What changed, and why</a>
              </>
            )}
          </>
        ),
      },
    ]}
  />
)

const Answers = ({ answers, mayAsk, tender }: Props) => (
  <>
    <h2 id="answers">Questions and answers</h2>
    {answers.length === 0 && <p>Nobody has asked yet.</p>}
    {answers.map(({ number, question, answer, publishedAt }) => (
      <article>
        <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
          {number}. {question}
        </h3>
        <p class="govuk-!-margin-bottom-1">{answer}</p>
        <p class="govuk-hint">{formatInstant(publishedAt)}</p>
      </article>
    ))}
    {mayAsk && (
      <p>
        <a href={`${opportunityPath(tender.reference)}/ask`}>Ask a question</a>. Everybody reads the answer,
        nobody reads who asked.
      </p>
    )}
  </>
)

const Help = ({ planPath, buyer }: Props) => (
  <>
    <h2>If you have not done this before</h2>
    <ul class="govuk-list govuk-list--bullet">
      {BIDDER_HELP.map((line) => (
        <li>{line}</li>
      ))}
      {planPath && (
        <li>
          See what {buyer.name} wants for its place, <a href={planPath}>on one page</a>. Good offers serve it.
        </li>
      )}
      <li>
        <a href="/measures">Look measures up</a> to see what counts and how it is shown.
      </li>
    </ul>
  </>
)

export const ShowOpportunityView = (props: Props) => {
  const { tender, content, state, documents } = props
  const at = opportunityPath(tender.reference)
  return (
    <>
      <span class="govuk-caption-l">{tender.reference}</span>
      <h1>{tender.title}</h1>
      <p>
        <StateTag state={state} />
      </p>
      <p class="govuk-body-l">{tender.summary}</p>
      {state === 'cancelled' && <InsetText text={`Cancelled: ${tender.cancelledBecause}`} />}
      <Facts {...props} />
      {state === 'open' && (
        <>
          <div class="govuk-button-group">
            <Button href={bidPath(tender.reference)}>Bid for this</Button>
            <Button href={`${at}/follow`} classes="govuk-button--secondary">
              Get letters about this one
            </Button>
          </div>
          <p>
            To bid you sign in for your organisation. No account yet? <a href="/suppliers/join">Open one</a>:
            it serves for every authority.
          </p>
        </>
      )}
      <h2>What is wanted</h2>
      {content.description.split(/\n+/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <Lots content={content} />
      <Questions content={content} />
      <Criteria content={content} />
      <Documents documents={documents} at={at} />
      <Answers {...props} />
      <Help {...props} />
      <p>
        <a href={`${at}/log`}>The public log of bids</a>: times and fingerprints, no names.
      </p>
      <p>
        <a href={`/api/v1${at}`}>This opportunity as JSON</a>
      </p>
    </>
  )
}
