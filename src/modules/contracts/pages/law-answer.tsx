import { RuleSource } from '../../../platform/views/views.ts'
import type { LawLine } from '../model/life.ts'

const CONFIDENCE: Readonly<Record<string, string>> = {
  sure: 'Sure',
  likely: 'Likely',
  unsure: 'Not settled',
}
const APPLIES = { true: 'Yes', false: 'No', depends: 'Depends' } as const

/** One answer of the law engine, with its section, since when, and how sure it is. */
export const LawAnswer = ({ line }: { readonly line: LawLine }) => (
  <div class="gt-law">
    <p class="govuk-!-margin-bottom-1">
      <strong>
        {line.title}: {APPLIES[String(line.applies) as keyof typeof APPLIES]}
      </strong>
      . {line.sentence} <span class="gt-under">{CONFIDENCE[line.confidence] ?? line.confidence}</span>
    </p>
    <RuleSource
      kind="law"
      title={line.provision}
      inForceFrom={line.inForceFrom ?? undefined}
      href={line.source}
    />
  </div>
)

/** What has to be known before the law answers. */
export const LawQuestions = ({
  questions,
  href,
}: {
  readonly questions: readonly string[]
  readonly href: string
}) => (
  <>
    <p>The law answers once this is known:</p>
    <ul class="govuk-list govuk-list--bullet">
      {questions.map((question) => (
        <li>{question}</li>
      ))}
    </ul>
    <p>
      <a href={href}>Say what the law needs to know</a>
    </p>
  </>
)
