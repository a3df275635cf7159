import { EmptyState, formatDate, formatInstant, InsetText } from '../../../platform/views/views.ts'
import type { AskRevision } from '../model/ask.ts'
import type { EngagementNote } from '../model/engagement.ts'

type Told = AskRevision & {
  readonly note: EngagementNote | null
  readonly changes: readonly {
    readonly title: string
    readonly fields: readonly { readonly field: string; readonly before: string; readonly after: string }[]
  }[]
}
type Props = { readonly title: string; readonly told: readonly Told[] }

const Change = ({ change }: { readonly change: Told['changes'][number] }) => (
  <li>
    {change.title}
    {change.fields.length > 0 && (
      <ul>
        {change.fields.map(({ field, before, after }) => (
          <li>
            {field}: <del>{before}</del> → <ins>{after}</ins>
          </li>
        ))}
      </ul>
    )}
  </li>
)

export const AskChangesView = ({ title, told }: Props) => (
  <>
    <span class="govuk-caption-l">{title}</span>
    <h1>How the ask came to be</h1>
    {told.length === 0 && (
      <EmptyState title="Nothing yet" purpose="Every change of the ask stands here, with why it was made." />
    )}
    {told.map((revision) => (
      <section id={`revision-${revision.revision}`}>
        <h2>Revision {revision.revision}</h2>
        <p>
          {revision.because}
          <br />
          {revision.personName}, {formatInstant(revision.savedAt)}
        </p>
        {revision.note && (
          <InsetText>
            Learned from the market on {formatDate(revision.note.notedOn)}: {revision.note.learned}
            {revision.note.soWhat && ` So: ${revision.note.soWhat}`}
          </InsetText>
        )}
        <ul>
          {revision.changes.map((change) => (
            <Change change={change} />
          ))}
        </ul>
      </section>
    ))}
  </>
)
