import { PasswordInput } from '../../../platform/views/views.ts'
import { PASSWORD_LENGTH } from '../model.ts'

type Props = { readonly name: string; readonly label: string; readonly errorMessage: string | undefined }

export const NewPasswordInput = ({ name, label, errorMessage }: Props) => (
  <PasswordInput
    name={name}
    label={label}
    hint={`At least ${PASSWORD_LENGTH.min} characters. Three words that do not belong together are good and easy to remember.`}
    autocomplete="new-password"
    errorMessage={errorMessage}
  />
)

/** Lets a password manager store the new password with its account; people never see it. */
export const UsernameForPasswordManagers = ({ email }: { readonly email: string }) => (
  <input
    class="govuk-visually-hidden"
    type="text"
    autocomplete="username"
    value={email}
    readonly
    tabindex={-1}
    aria-hidden="true"
  />
)
