import { Button, Details, Form, InsetText } from '../../../platform/views/views.ts'
import type { AskHead } from '../model/ask.ts'

type Props = {
  readonly stops: readonly string[]
  readonly hints: readonly string[]
  readonly head: AskHead | null
  readonly at: string
  readonly mayReady: boolean
  readonly mayReopen: boolean
  /** Where a tender is begun; null while it cannot be, or by whom. */
  readonly tenderHref: string | null
}

/** What still stands in the way of a tender, and the fingerprint once nothing does. */
export const AskReady = ({ stops, hints, head, at, mayReady, mayReopen, tenderHref }: Props) => (
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
    {tenderHref !== null && (
      <p>
        <Button href={tenderHref}>Make a tender of it</Button>
      </p>
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
