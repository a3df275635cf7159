import { formatInstant, formatInstantExact } from '../../../platform/views/views.ts'
import { changeHeading } from '../messages/words.ts'
import type { Change, Extension, Outage, Tender, TenderVersion } from '../model.ts'

type Props = {
  readonly tender: Tender
  readonly versions: readonly TenderVersion[]
  readonly extensions: readonly Extension[]
  readonly outages: readonly Outage[]
}

export const ChangeList = ({ changes }: { readonly changes: readonly Change[] }) => (
  <ul class="govuk-list">
    {changes.map((change) => (
      <li class="govuk-!-margin-bottom-3">
        <strong>{changeHeading(change)}</strong>
        {change.before !== '' && (
          <span class="gt-under">
            Before: <del>{change.before}</del>
          </span>
        )}
        {change.after !== '' && (
          <span class="gt-under">
            Now: <ins>{change.after}</ins>
          </span>
        )}
      </li>
    ))}
  </ul>
)

const Version = ({ version }: { readonly version: TenderVersion }) => (
  <section>
    <h2>
      Version {version.version}, {formatInstant(version.publishedAt)}
    </h2>
    {version.version === 1 ? (
      <p>The first version.</p>
    ) : (
      <>
        <p>Why: {version.reason}</p>
        <ChangeList changes={version.changes} />
      </>
    )}
    <p class="govuk-hint">Bids were due by {formatInstantExact(version.deadline)}.</p>
  </section>
)

export const OpportunityChangesView = ({ tender, versions, extensions, outages }: Props) => (
  <>
    <h1>Changes: {tender.title}</h1>
    {extensions.length > 0 && (
      <>
        <h2>More time</h2>
        <ul class="govuk-list govuk-list--bullet">
          {extensions.map(({ fromDeadline, toDeadline, reason, madeAt }) => (
            <li>
              {formatInstant(madeAt)}: from {formatInstantExact(fromDeadline)} to{' '}
              {formatInstantExact(toDeadline)}. {reason}
            </li>
          ))}
        </ul>
      </>
    )}
    {outages.length > 0 && (
      <>
        <h2>When this site was away</h2>
        <ul class="govuk-list govuk-list--bullet">
          {outages.map(({ fromAt, toAt, what }) => (
            <li>
              {formatInstantExact(fromAt)} to {formatInstantExact(toAt)}: {what}
            </li>
          ))}
        </ul>
      </>
    )}
    {versions.map((version) => (
      <Version version={version} />
    ))}
  </>
)
