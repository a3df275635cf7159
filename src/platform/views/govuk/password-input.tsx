import { classes, translation } from './attributes.ts'
import { Button } from './button.tsx'
import { FieldSlot } from './form-group.tsx'
import { Input } from './input.tsx'
import type { PasswordInputOptions } from './props.generated.ts'

const ShowButton = ({ p, id }: { readonly p: PasswordInputOptions; readonly id: string }) => (
  <Button
    type="button"
    classes={classes(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      p.button?.classes,
    )}
    text={p.showPasswordText ?? 'Show'}
    attributes={{
      'aria-controls': id,
      'aria-label': p.showPasswordAriaLabelText ?? 'Show password',
      hidden: { value: true, optional: true },
    }}
  />
)

const formGroup = (p: PasswordInputOptions, id: string) => ({
  classes: classes('govuk-password-input', p.formGroup?.classes),
  attributes: {
    'data-module': 'govuk-password-input',
    ...translation('show-password', p.showPasswordText),
    ...translation('hide-password', p.hidePasswordText),
    ...translation('show-password-aria-label', p.showPasswordAriaLabelText),
    ...translation('hide-password-aria-label', p.hidePasswordAriaLabelText),
    ...translation('password-shown-announcement', p.passwordShownAnnouncementText),
    ...translation('password-hidden-announcement', p.passwordHiddenAnnouncementText),
    ...p.formGroup?.attributes,
  },
  beforeInput: p.formGroup?.beforeInput,
  afterInput: {
    html: (
      <>
        <ShowButton p={p} id={id} />
        <FieldSlot slot={p.formGroup?.afterInput} />
      </>
    ),
  },
})

export const PasswordInput = (p: PasswordInputOptions) => {
  const id = p.id || p.name
  return (
    <Input
      {...p}
      id={id}
      formGroup={formGroup(p, id)}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      classes={classes('govuk-password-input__input govuk-js-password-input-input', p.classes)}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={p.autocomplete || 'current-password'}
    />
  )
}
