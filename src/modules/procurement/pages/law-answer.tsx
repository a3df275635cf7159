import { formatDate, RuleSource, Tag } from '../../../platform/views/views.ts'
import type { Answer } from '../law/answer.ts'
import { APPLIES_NAMES, CONFIDENCE_MEANINGS, CONFIDENCE_NAMES } from '../messages/law-words.ts'

const APPLIES_COLOURS = { true: 'blue', false: 'grey', depends: 'yellow' } as const
const CONFIDENCE_COLOURS = { sure: 'green', likely: 'yellow', unsure: 'orange' } as const

/** One rule: whether it applies and why, then what it rests on and how sure that is. Guidance is never shown as law. */
export const LawAnswer = ({ answer }: { readonly answer: Answer }) => (
  <article class="gt-rule" id={answer.id}>
    <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
      {answer.title}{' '}
      <Tag classes={`govuk-tag--${APPLIES_COLOURS[`${answer.applies}`]}`}>
        {APPLIES_NAMES[`${answer.applies}`]}
      </Tag>
    </h3>
    <p class="govuk-!-margin-bottom-1">{answer.sentence}</p>
    {answer.dependsOn.length > 0 && (
      <p class="govuk-!-margin-bottom-1">It depends on: {answer.dependsOn.join(', ')}.</p>
    )}
    <RuleSource
      kind={answer.kind}
      title={answer.provision}
      inForceFrom={answer.inForceFrom ?? undefined}
      href={answer.source}
    />
    <p class="govuk-hint govuk-!-margin-bottom-4">
      <Tag classes={`govuk-tag--${CONFIDENCE_COLOURS[answer.confidence]}`}>
        {CONFIDENCE_NAMES[answer.confidence]}
      </Tag>{' '}
      {CONFIDENCE_MEANINGS[answer.confidence]}
      {answer.inForceUntil && `. It ended on ${formatDate(answer.inForceUntil)}`}
      {answer.inForceFrom === null && '. Our sources give no date from which it applies'}
    </p>
  </article>
)
