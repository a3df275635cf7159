import { unitWords } from '#measures'
import { benchmarkWords, METHOD_WORDS } from '#procurement'
import { DataTable, formatFileSize, formatPounds } from '../../../platform/views/views.ts'
import { KIND_NAMES } from '../messages/words.ts'
import type { TenderContent, TenderDocument, TenderQuestion } from '../model.ts'

export const Lots = ({ content }: { readonly content: TenderContent }) => (
  <>
    <h2>Lots</h2>
    {content.lots.length === 1 ? (
      <p>This contract is not divided. You bid for all of it.</p>
    ) : (
      <>
        <p>You can bid for one lot or several. Each is decided for itself.</p>
        <dl class="govuk-summary-list">
          {content.lots.map(({ code, name, description, valuePence }) => (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">
                Lot {code}: {name}
              </dt>
              <dd class="govuk-summary-list__value">
                {description}
                {valuePence !== null && (
                  <span class="gt-under">About {formatPounds(valuePence)} without VAT</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </>
    )}
  </>
)

const questionHint = ({
  kind,
  wordLimit,
  isRequired,
  isCondition,
  criterion,
  lots,
}: TenderQuestion): string =>
  [
    KIND_NAMES[kind],
    wordLimit === null ? '' : `up to ${wordLimit} words`,
    lots.length === 0 ? '' : `for lot ${lots.join(', ')}`,
    isCondition ? 'passed or failed' : criterion === null ? 'not scored' : `scored under ${criterion}`,
    isRequired ? '' : 'may be left out',
  ]
    .filter(Boolean)
    .join(' · ')

export const Questions = ({ content }: { readonly content: TenderContent }) => (
  <>
    <h2 id="questions">What you are asked</h2>
    <ol class="govuk-list">
      {content.questions.map((question) => (
        <li class="govuk-!-margin-bottom-4">
          <strong>
            {question.code}. {question.text}
          </strong>
          {question.help && <span class="gt-under">{question.help}</span>}
          <span class="gt-under">{questionHint(question)}</span>
        </li>
      ))}
    </ol>
    {content.askLines.length > 0 && (
      <>
        <h3>The measures you can make an offer for</h3>
        <ul class="govuk-list govuk-list--bullet">
          {content.askLines.map(({ name, counts, minimum, unit }) => (
            <li>
              {name}. We count this: {counts}
              {minimum !== null && minimum !== '0' && ` The least is ${minimum} ${unitWords(unit, minimum)}.`}
            </li>
          ))}
        </ul>
      </>
    )}
    {content.conditions.length > 0 && (
      <>
        <h3>Conditions</h3>
        <ul class="govuk-list govuk-list--bullet">
          {content.conditions.map((condition) => (
            <li>{condition}</li>
          ))}
        </ul>
      </>
    )}
  </>
)

const HOW = {
  price: 'Compared with a figure or with the other prices',
  quality: 'Read by people, who score it from 0 to 5 and say why',
  'social-value-quantitative': 'Points for the quantities you offer',
  'social-value-qualitative': 'Read by people, who score it from 0 to 5 and say why',
} as const

export const Criteria = ({ content }: { readonly content: TenderContent }) => (
  <>
    <h2 id="criteria">How bids are scored</h2>
    <DataTable
      id="award-criteria"
      caption="Award criteria"
      rows={content.criteria}
      onPhone="stack"
      columns={[
        { name: 'name', header: 'Criterion', cell: ({ name }) => name },
        { name: 'weight', header: 'Points of 100', isNumeric: true, cell: ({ weight }) => weight },
        { name: 'how', header: 'How', cell: ({ kind }) => HOW[kind] },
        {
          name: 'method',
          header: 'Method',
          cell: ({ method, kind, benchmark }) => (
            <>
              {METHOD_WORDS[method]}
              {benchmark !== null && <span class="gt-under">Figure: {benchmarkWords(kind, benchmark)}</span>}
            </>
          ),
        },
      ]}
      empty={{ title: 'No criteria', purpose: '' }}
    />
    <p class="govuk-hint">
      Fingerprint of these criteria: <code class="gt-fingerprint">{content.criteriaFingerprint}</code>. It
      shows later that nobody changed them.
    </p>
  </>
)

type DocumentsProps = {
  readonly documents: readonly TenderDocument[]
  readonly at: string
}

export const Documents = ({ documents, at }: DocumentsProps) => (
  <>
    <h2>Documents</h2>
    {documents.length === 0 ? (
      <p>There are no other documents. All that you need stands on this page.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {documents.map(({ id, title, fileName, bytes, scan, fromVersion, untilVersion }) => (
          <li>
            <a href={`${at}/documents/${id}`}>{title}</a> ({fileName}, {formatFileSize(bytes)}
            {scan === 'clean' ? '' : ', not scanned for viruses'})
            {fromVersion !== null && fromVersion > 1 && `, new in version ${fromVersion}`}
            {untilVersion !== null && `, no longer part of it from version ${untilVersion}`}
          </li>
        ))}
      </ul>
    )}
  </>
)
