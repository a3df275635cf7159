import { FormErrorSummary, RuleSource } from '../../../platform/views/views.ts'
import { EngagementEvents } from './engagement-events.tsx'
import { EngagementNotes } from './engagement-notes.tsx'
import type { EngagementProps } from './engagement-props.ts'
import { EngagementQuestions } from './engagement-questions.tsx'

export const ShowEngagementView = (props: EngagementProps) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <span class="govuk-caption-l">{props.title}</span>
    <h1>What the market says</h1>
    <p>Ask early, when the answer can still change something. Nobody gets ahead by answering.</p>
    <RuleSource
      kind="law"
      title="Procurement Act 2023"
      provision="sections 16 and 17"
      inForceFrom="2025-02-24"
      href="https://www.legislation.gov.uk/ukpga/2023/54/section/16"
    />
    <EngagementNotes {...props} />
    <EngagementEvents {...props} />
    <EngagementQuestions {...props} />
  </>
)
