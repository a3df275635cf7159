import type { FieldError } from '../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input } from '../../../platform/views/views.ts'
import type { Tender } from '../model.ts'

type Fields = Readonly<Record<string, string>>

const Email = ({
  value,
  errors,
}: {
  readonly value: string | undefined
  readonly errors: readonly FieldError[]
}) => (
  <Input
    id="email"
    name="email"
    type="email"
    autocomplete="email"
    label="E-mail address"
    hint="It is used for these letters only. No officer can look it up"
    value={value}
    errorMessage={errorOf(errors, 'email')}
  />
)

export const LettersView = ({
  errors,
  fields,
}: {
  readonly errors: readonly FieldError[]
  readonly fields: Fields
}) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Letters about opportunities</h1>
    <p>
      Say what suits you. When a council publishes something that fits, we write to you. What you leave empty
      does not matter.
    </p>
    <Form>
      <Email value={fields.email} errors={errors} />
      <Input
        id="words"
        name="words"
        label="Words"
        hint="All of them must be in the title or the summary"
        value={fields.words}
        errorMessage={errorOf(errors, 'words')}
      />
      <Input
        id="categories"
        name="categories"
        label="Categories"
        hint="CPV codes, or how they begin, such as 45 for building and 909 for cleaning"
        value={fields.categories}
        errorMessage={errorOf(errors, 'categories')}
      />
      <Input
        id="place"
        name="place"
        label="Place"
        classes="govuk-input--width-20"
        value={fields.place}
        errorMessage={errorOf(errors, 'place')}
      />
      <Button preventDoubleClick>Get letters</Button>
    </Form>
  </>
)

export const FollowView = ({
  tender,
  errors,
  email,
}: {
  readonly tender: Tender
  readonly errors: readonly FieldError[]
  readonly email: string
}) => (
  <>
    <FormErrorSummary errors={errors} />
    <span class="govuk-caption-l">{tender.title}</span>
    <h1>Get letters about this one</h1>
    <p>We write when something changes, when there is more time, and when a question was answered.</p>
    <Form>
      <Email value={email} errors={errors} />
      <Button preventDoubleClick>Get letters</Button>
    </Form>
  </>
)

export const LinkView = ({
  title,
  text,
  button,
}: {
  readonly title: string
  readonly text: string
  readonly button: string | null
}) => (
  <>
    <h1>{title}</h1>
    <p>{text}</p>
    {button !== null && (
      <Form>
        <Button preventDoubleClick>{button}</Button>
      </Form>
    )}
  </>
)
