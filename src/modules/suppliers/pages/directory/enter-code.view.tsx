import type { FieldError } from '../../../../platform/http/form.ts'
import { Button, errorOf, Form, FormErrorSummary, Input } from '../../../../platform/views/views.ts'
import { CODE_HOURS } from '../../model/directory.ts'
import { CLAIM_PATH, codePath } from './paths.ts'

type Props = {
  readonly codeId: string
  readonly typed: string
  readonly isDemonstration: boolean
  readonly errors: readonly FieldError[]
}

export const EnterCodeView = ({ codeId, typed, isDemonstration, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Enter your code</h1>
    <p>
      Where the supplier’s address is known, a letter with a code is on its way there. The code works once,
      for {CODE_HOURS} hours.
    </p>
    <p>
      Where it is not known, a moderator at a council asks the supplier first. That can take some days; the
      letter comes when it is done, and its link leads back to a page like this one.
    </p>
    {isDemonstration && (
      <p>
        This is a demonstration: letters do not leave it. <a href="/mailbox">Read them in the mailbox</a>.
      </p>
    )}
    <Form action={codePath(codeId)}>
      <Input
        id="code"
        name="code"
        label="Code"
        hint="Ten letters and digits, like 7K3QD-9XWPM"
        value={typed}
        classes="govuk-input--width-10"
        autocomplete="one-time-code"
        spellcheck={false}
        errorMessage={errorOf(errors, 'code')}
      />
      <Button preventDoubleClick>Continue</Button>
    </Form>
    <p>
      No letter after some minutes? Look among unwanted mail. Three codes a day go to one address;{' '}
      <a href={CLAIM_PATH}>ask again</a> after that.
    </p>
  </>
)
