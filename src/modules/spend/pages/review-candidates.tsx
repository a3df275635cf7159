import {
  deriveSector,
  ENTRY_STATUS_TEXT,
  FORM_TEXT,
  SUPPLIER_KIND_TEXT,
  SUPPLIER_SIZE_TEXT,
} from '#suppliers'
import { formatDate, formatPercent, SummaryList } from '../../../platform/views/views.ts'
import type { ReviewCandidate } from '../review.ts'

const factsOf = ({ entry, scheme, number }: ReviewCandidate): [string, string][] => {
  const facts: [string, string | null | undefined][] = [
    ['Number', `${scheme} ${number}`],
    ['Status', entry ? ENTRY_STATUS_TEXT[entry.status] : 'No longer in the registers'],
    ['Postcode', entry?.postcode],
    ['Legal form', entry?.form && FORM_TEXT[entry.form]],
    [
      'Kind',
      entry &&
        [SUPPLIER_KIND_TEXT[entry.kind], entry.size && SUPPLIER_SIZE_TEXT[entry.size]]
          .filter(Boolean)
          .join(', '),
    ],
    ['Trade', entry && deriveSector(entry.sicCodes)?.divisionName],
    ['Former names', entry?.formerNames.join(', ')],
    ['Since', entry?.incorporatedOn && formatDate(entry.incorporatedOn)],
  ]
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
}

const SAYS_LITTLE = 0.3

/** The evidence in words, what speaks for the candidate first. Strong evidence is told from weak by a word, not a colour. */
export const EvidenceList = ({ evidence }: Pick<ReviewCandidate, 'evidence'>) => {
  const telling = evidence.filter(({ weight }) => Math.abs(weight) >= SAYS_LITTLE)
  const [pro, contra] = [
    telling.filter(({ weight }) => weight > 0),
    telling.filter(({ weight }) => weight < 0),
  ]
  const strength = (weight: number): string =>
    Math.abs(weight) >= 6 ? 'strong' : Math.abs(weight) >= 2 ? 'fair' : 'weak'
  const List = ({ title, some }: { readonly title: string; readonly some: typeof telling }) =>
    some.length === 0 ? null : (
      <>
        <p class="gt-evidence__title">{title}</p>
        <ul class="govuk-list govuk-list--bullet gt-evidence__list">
          {some.map(({ sentence, weight }) => (
            <li>
              {sentence} <span class="gt-evidence__strength">({strength(weight)})</span>
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <div class="gt-evidence">
      <List title="For" some={pro} />
      <List title="Against" some={contra} />
    </div>
  )
}

const Key = ({ name }: { readonly name: string }) => (
  <kbd class="gt-key" data-key-hint hidden>
    {name}
  </kbd>
)

/** A button of a form that a single key presses too, where scripts run and the reader has not switched that off. */
export const KeyButton = ({
  name,
  value,
  keyName,
  isMain,
  form,
  children,
}: {
  readonly name: string
  readonly value: string
  readonly keyName: string
  readonly isMain?: boolean
  readonly form?: string
  readonly children: string
}) => (
  <button
    type="submit"
    class={`govuk-button${isMain ? '' : ' govuk-button--secondary'} gt-key-button`}
    name={name}
    value={value}
    form={form}
    data-key={keyName}
  >
    {children} <Key name={keyName} />
  </button>
)

/** The candidates side by side, each with its facts, its evidence and the button that takes it. */
export const Candidates = ({ candidates }: { readonly candidates: readonly ReviewCandidate[] }) => (
  <div class="gt-card-grid gt-candidates">
    {candidates.map((candidate, at) => (
      <div class="gt-card">
        <h3 class="gt-card__title">{candidate.entry?.name ?? candidate.name}</h3>
        <p class="gt-candidate__chance">{formatPercent(candidate.probability, 0)} likely by the evidence</p>
        <SummaryList
          classes="govuk-summary-list--no-border gt-facts"
          rows={factsOf(candidate).map(([key, value]) => ({ key, value }))}
        />
        <EvidenceList evidence={candidate.evidence} />
        {candidate.entry && (
          <KeyButton
            name="choice"
            value={`${candidate.scheme} ${candidate.number}`}
            keyName={String(at + 1)}
            isMain={at === 0}
          >
            This one
          </KeyButton>
        )}
      </div>
    ))}
  </div>
)
