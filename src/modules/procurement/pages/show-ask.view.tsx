import type { ContractFacts } from '#measures'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  BasisLine,
  Button,
  DataTable,
  Details,
  EmptyState,
  Form,
  FormErrorSummary,
  formatCount,
  formatDate,
  formatList,
  formatPounds,
  InsetText,
  RuleSource,
  Tag,
} from '../../../platform/views/views.ts'
import {
  CRITERION_KIND_WORDS,
  EXISTING_WORDS,
  INDEXATION_WORDS,
  METHOD_WORDS,
} from '../messages/ask-words.ts'
import type { AskContent, AskHead, AskLine, WeightPolicy } from '../model/ask.ts'
import type { Purchase } from '../model/purchase.ts'

type Props = {
  readonly purchase: Purchase
  readonly head: AskHead | null
  readonly content: AskContent
  readonly at: string
  readonly contract: ContractFacts
  readonly proportion: {
    readonly min: number
    readonly max: number
    readonly indicators: number
    readonly sentences: readonly string[]
  }
  readonly policy: WeightPolicy | null
  readonly socialValueWeight: string
  readonly priorityNames: (ids: readonly string[]) => readonly string[]
  readonly stops: readonly string[]
  readonly hints: readonly string[]
  readonly mayEdit: boolean
  readonly mayReady: boolean
  readonly mayReopen: boolean
  readonly errors: readonly FieldError[]
}

const Status = ({ head }: Pick<Props, 'head'>) => (
  <p>
    {head === null ? (
      <Tag classes="govuk-tag--grey">Not begun</Tag>
    ) : head.status === 'ready' ? (
      <>
        <Tag classes="govuk-tag--green">Ready</Tag> since {formatDate(head.readyOn ?? '')}, by {head.readyBy}
      </>
    ) : (
      <Tag classes="govuk-tag--blue">Draft, revision {head.revision}</Tag>
    )}
  </p>
)

const Proportion = ({ proportion, contract }: Pick<Props, 'proportion' | 'contract'>) => (
  <section>
    <h2>What is in proportion</h2>
    <p>
      {proportion.max === 0
        ? 'For a contract of this size, no measure has to be asked for.'
        : `For a contract of this size, kind and length: ${proportion.min} to ${formatCount(proportion.max, 'measure')}.`}
      {proportion.indicators > 0 && ` Follow ${proportion.indicators} of them in the contract.`}
    </p>
    <ul>
      {proportion.sentences.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
    <BasisLine
      basis={{
        period: formatCount(contract.months, 'month'),
        coverage: `${formatPounds(contract.valuePence)} with VAT, options and extensions; ${contract.kind}`,
        unknown: contract.isForSmallSuppliers
          ? 'small suppliers are meant to be able to win'
          : 'not marked as meant for small suppliers',
      }}
    />
    <p class="govuk-body-s">
      A suggestion on what councils publish and small suppliers ask for. Not a rule of law.
    </p>
  </section>
)

const Line = ({ line }: { readonly line: AskLine }) => (
  <>
    {line.name}
    <span class="gt-under">
      {line.askedAs === 'words' ? 'In words' : 'In numbers'} · {EXISTING_WORDS[line.existing]}
    </span>
  </>
)

const Measures = ({ content, at, mayEdit, priorityNames }: Props) => (
  <section>
    <DataTable
      id="measures"
      caption="What is asked for"
      rows={content.lines}
      onPhone="stack"
      columns={[
        { name: 'measure', header: 'Measure', cell: (line) => <Line line={line} /> },
        {
          name: 'serves',
          header: 'Serves',
          cell: (line) => formatList(priorityNames(line.priorities)) || 'No priority',
        },
        {
          name: 'minimum',
          header: 'Minimum',
          cell: (line) => (
            <>
              {line.minimum === null ? 'None' : `${line.minimum} (${line.unit.replaceAll('-', ' ')})`}
              <span class="gt-under">{INDEXATION_WORDS[line.indexation]}</span>
            </>
          ),
        },
        ...(mayEdit
          ? [
              {
                name: 'edit',
                header: 'Change',
                cell: (line: AskLine) => (
                  <a href={`${at}/measures/${encodeURIComponent(line.measure)}`}>
                    Change<span class="govuk-visually-hidden"> {line.name}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
      empty={{
        title: 'Nothing is asked for yet',
        purpose:
          'Choose what this contract should do for the place beyond the thing bought, from what the council wants.',
        firstStep: mayEdit ? { text: 'Choose measures', href: `${at}/measures` } : undefined,
      }}
    />
    {mayEdit && content.lines.length > 0 && (
      <Button href={`${at}/measures`} classes="govuk-button--secondary">
        Choose measures
      </Button>
    )}
  </section>
)

const Criteria = ({ content, at, mayEdit, policy, socialValueWeight }: Props) => (
  <section>
    <DataTable
      id="criteria"
      caption="Award criteria"
      rows={content.criteria}
      onPhone="stack"
      columns={[
        {
          name: 'name',
          header: 'Criterion',
          cell: (criterion) => (
            <>
              {criterion.name}
              <span class="gt-under">{CRITERION_KIND_WORDS[criterion.kind]}</span>
            </>
          ),
        },
        { name: 'weight', header: 'Points', isNumeric: true, cell: ({ weight }) => weight },
        {
          name: 'method',
          header: 'Method',
          cell: ({ method, benchmark }) => (
            <>
              {METHOD_WORDS[method]}
              {benchmark !== null && <span class="gt-under">Figure: {benchmark}</span>}
            </>
          ),
        },
        {
          name: 'question',
          header: 'Question',
          cell: ({ question, wordLimit }) => (
            <>
              {question || '–'}
              {wordLimit !== null && <span class="gt-under">Up to {wordLimit} words</span>}
            </>
          ),
        },
      ]}
      empty={{
        title: 'No award criteria yet',
        purpose: 'They say how bids are compared, and how much each point counts. They add up to 100.',
        firstStep: mayEdit ? { text: 'Set criteria and weights', href: `${at}/criteria` } : undefined,
      }}
    />
    {content.criteria.length > 0 && (
      <p>
        Social value weighs <strong>{socialValueWeight} of 100</strong>
        {policy ? `; the policy says ${policy.weight} (${policy.source}).` : '; no policy weight is set.'}
        {content.weightReason && ` Reason for the difference: ${content.weightReason}`}
      </p>
    )}
    {mayEdit && content.criteria.length > 0 && (
      <Button href={`${at}/criteria`} classes="govuk-button--secondary">
        Change criteria and weights
      </Button>
    )}
  </section>
)

const Lots = ({ content, at, mayEdit }: Props) => (
  <section>
    <h2>Lots and who can win</h2>
    {content.lots.length > 0 ? (
      <ul>
        {content.lots.map(({ name, description, valuePence }) => (
          <li>
            <strong>{name}</strong>: {description}
            {valuePence !== null && ` (${formatPounds(valuePence)})`}
          </li>
        ))}
      </ul>
    ) : (
      <p>
        {content.lotsReason
          ? `Not divided into lots: ${content.lotsReason}`
          : 'Nothing is said about lots yet.'}
      </p>
    )}
    {mayEdit && (
      <p>
        <a href={`${at}/lots`}>Change lots, volume and introduction</a>
      </p>
    )}
    <RuleSource
      kind="law"
      title="Procurement Act 2023"
      provision="section 18"
      inForceFrom="2025-02-24"
      href="https://www.legislation.gov.uk/ukpga/2023/54/section/18"
    />
  </section>
)

const Ready = ({ stops, hints, head, at, mayReady, mayReopen }: Props) => (
  <section>
    <h2>Before it can be published</h2>
    {stops.length > 0 ? (
      <ul>
        {stops.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    ) : (
      <p>Nothing is missing.</p>
    )}
    {hints.length > 0 && (
      <Details summaryText="To think over">
        <ul>
          {hints.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Details>
    )}
    {head?.fingerprint && (
      <InsetText>
        Fingerprint of the criteria: <code class="gt-fingerprint">{head.fingerprint}</code>. Publish it with
        the tender: it shows later that the criteria are still those.{' '}
        <a href={`${at}/criteria.json`}>The criteria as goldthread score reads them</a>
      </InsetText>
    )}
    {mayReady && (
      <Form action={`${at}/ready`}>
        <input type="hidden" name="seen" value={String(head?.revision ?? 0)} />
        <Button preventDoubleClick>The ask is ready</Button>
      </Form>
    )}
    {mayReopen && (
      <Form action={`${at}/reopen`}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Open it for changes
        </Button>
      </Form>
    )}
  </section>
)

export const ShowAskView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">P-{props.purchase.number}</span>
    <h1>Ask: {props.purchase.title}</h1>
    <Status head={props.head} />
    {props.head === null && !props.mayEdit && (
      <EmptyState title="No ask yet" purpose="Somebody who plans purchases begins it." />
    )}
    <nav aria-label="The ask in other ways">
      <ul class="govuk-list">
        <li>
          <a href={`${props.at}/preview`}>As a small charity would read it</a>
        </li>
        <li>
          <a href={`${props.at}/try`}>Try the weights on simulated bids</a>
        </li>
        <li>
          <a href={`${props.at}/changes`}>How it came to be: every change and why</a>
        </li>
      </ul>
    </nav>
    <Proportion {...props} />
    <Measures {...props} />
    <Criteria {...props} />
    <Lots {...props} />
    <Ready {...props} />
  </>
)
