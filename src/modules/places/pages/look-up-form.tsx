import { Button, Input } from '../../../platform/views/views.ts'

/** Asks where something is. It changes nothing, so it is sent as an address that can be shared. */
export const LookUpForm = ({
  text,
  error,
}: {
  readonly text: string
  readonly error?: string | undefined
}) => (
  <form method="get" action="/places/look-up" novalidate>
    <Input
      id="postcode"
      name="postcode"
      label="Postcode, district or sector"
      hint="For example PR1 2HE or PR1"
      classes="govuk-input--width-10"
      value={text}
      errorMessage={error}
    />
    <Button classes="govuk-button--secondary">Look up</Button>
  </form>
)
