import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  CharacterCount,
  Checkboxes,
  EmptyState,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstant,
} from '../../../platform/views/views.ts'
import { type PlanContent, TEXT_LIMITS } from '../model.ts'
import type { PlanDraft } from '../plan-content.ts'
import { PRINT_SIZES, type PrintSize } from '../rules/plan-fit.ts'
import { planPath } from './paths.ts'
import { PlanSheet } from './plan-sheet.tsx'

const SMALLEST = PRINT_SIZES.at(-1) ?? 7

type Props = {
  readonly draft: PlanDraft
  readonly priorities: readonly { readonly value: string; readonly text: string; readonly hint: string }[]
  readonly errors: readonly FieldError[]
  readonly slug: string
  readonly edition: number
  readonly published: readonly {
    readonly edition: number
    readonly publishedAt: Date
    readonly personName: string
  }[]
  readonly preview: { readonly content: PlanContent; readonly size: PrintSize } | null
  readonly address: string
}

/** Why there is a limit, and what becomes of the rest, before somebody meets it. */
const limitWords = (adopted: number): string => {
  const most = TEXT_LIMITS.planPriorities
  const limit = `At most ${most}, so that the plan fits one A4 page in print of ${SMALLEST} points or more.`
  const rest =
    adopted > most
      ? ` ${adopted} are adopted: choose those that matter most; the others stay in the documents and on the thread.`
      : ''
  return `${limit}${rest} Their words, owners and targets come from the adopted documents.`
}

const Fields = ({ draft, priorities, errors, edition }: Props) => (
  <Form>
    <CharacterCount
      id="title"
      name="title"
      label="Title"
      rows={1}
      maxlength={TEXT_LIMITS.planTitle}
      value={draft.title}
      errorMessage={errorOf(errors, 'title')}
    />
    <CharacterCount
      id="introduction"
      name="introduction"
      label="Introduction"
      hint="What the plan is for, in two or three short sentences"
      rows={4}
      maxlength={TEXT_LIMITS.planIntroduction}
      value={draft.introduction}
      errorMessage={errorOf(errors, 'introduction')}
    />
    <Checkboxes
      name="priorities"
      idPrefix="priorities"
      fieldset={{ legend: { text: 'Which priorities?' } }}
      hint={limitWords(priorities.length)}
      items={[...priorities]}
      values={[...draft.priorityIds]}
      errorMessage={errorOf(errors, 'priorities')}
    />
    <Button name="action" value="look" classes="govuk-button--secondary">
      Look at it first
    </Button>{' '}
    <Button name="action" value="publish" preventDoubleClick>
      Publish edition {edition}
    </Button>
  </Form>
)

export const PublishPlanView = (props: Props) => {
  const { priorities, errors, published, preview, slug } = props
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>Publish a plan on a page</h1>
      <p>
        One sheet of A4 for every tender pack and notice board. Everybody can read it, without signing in. An
        edition never changes: to change the plan, publish the next one.
      </p>
      {preview && (
        <PlanSheet
          {...preview}
          edition={props.edition}
          publishedAt={null}
          address={props.address}
          headingLevel={2}
        />
      )}
      {priorities.length === 0 ? (
        <EmptyState
          title="Nothing is adopted yet"
          purpose="A plan on a page is made from adopted priorities. Adopt a document first."
        />
      ) : (
        <Fields {...props} />
      )}
      {published.length > 0 && (
        <>
          <h2>Published so far</h2>
          <ul>
            {published.map(({ edition, publishedAt, personName }) => (
              <li>
                <a href={planPath(slug, edition)}>Edition {edition}</a>, {formatInstant(publishedAt)}, by{' '}
                {personName}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
