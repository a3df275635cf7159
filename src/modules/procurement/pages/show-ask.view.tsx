import type { ContractFacts } from '#measures'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  BasisLine,
  EmptyState,
  FormErrorSummary,
  formatCount,
  formatDate,
  formatPounds,
  RuleSource,
  Tag,
} from '../../../platform/views/views.ts'
import type { AskContent, AskHead, WeightPolicy } from '../model/ask.ts'
import type { Purchase } from '../model/purchase.ts'
import { AskCriteria } from './ask-criteria.tsx'
import { AskMeasures } from './ask-measures.tsx'
import { AskReady } from './ask-ready.tsx'

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
  readonly tenderHref: string | null
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

const OtherViews = ({ at }: Pick<Props, 'at'>) => (
  <nav aria-label="The ask in other ways">
    <ul class="govuk-list">
      <li>
        <a href={`${at}/preview`}>As a small charity would read it</a>
      </li>
      <li>
        <a href={`${at}/try`}>Try the weights on simulated bids</a>
      </li>
      <li>
        <a href={`${at}/changes`}>How it came to be: every change and why</a>
      </li>
    </ul>
  </nav>
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
    <OtherViews at={props.at} />
    <Proportion {...props} />
    <AskMeasures {...props} />
    <AskCriteria {...props} />
    <Lots {...props} />
    <AskReady {...props} />
  </>
)
