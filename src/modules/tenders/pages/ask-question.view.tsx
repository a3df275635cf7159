import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatInstantExact,
  Input,
  Textarea,
} from '../../../platform/views/views.ts'
import type { Tender } from '../model.ts'

type Props = {
  readonly tender: Tender
  readonly errors: readonly FieldError[]
  readonly isSupplier: boolean
  readonly isOver: boolean
  readonly fields: { readonly text: string; readonly name: string; readonly email: string }
}

export const AskQuestionView = ({ tender, errors, isSupplier, isOver, fields }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <span class="govuk-caption-l">{tender.title}</span>
    <h1>Ask a question</h1>
    {isOver ? (
      <p>The time for questions was over on {formatInstantExact(tender.questionDeadline)}.</p>
    ) : (
      <>
        <p>
          An officer puts your question into words that do not say who asked, and answers it for everybody at
          once. You can ask until {formatInstantExact(tender.questionDeadline)}.
        </p>
        <Form>
          <Textarea
            id="text"
            name="text"
            label="Your question"
            hint="Leave out your name and anything that only you could know"
            rows={6}
            value={fields.text}
            errorMessage={errorOf(errors, 'text')}
          />
          {!isSupplier && (
            <>
              <Input
                id="name"
                name="name"
                label="Your name, or your firm’s"
                hint="Only the council’s officers see it"
                value={fields.name}
                errorMessage={errorOf(errors, 'name')}
              />
              <Input
                id="email"
                name="email"
                type="email"
                autocomplete="email"
                label="E-mail address"
                hint="We send a link there. Your question goes out when you open it"
                value={fields.email}
                errorMessage={errorOf(errors, 'email')}
              />
            </>
          )}
          <Button preventDoubleClick>Send</Button>
        </Form>
      </>
    )}
  </>
)
