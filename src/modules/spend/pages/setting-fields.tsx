import { Input } from '../../../platform/views/views.ts'
import { type SetValue, writeHundredths } from '../rules/settings.ts'
import { originWords, settingErrors } from '../setting-words.ts'

/** Numbers that a reader may set. What the product suggests stands there by name and source, never unseen. */
export const SettingFields = ({ settings }: { readonly settings: readonly SetValue[] }) => {
  const errors = settingErrors(settings)
  return (
    <>
      {settings.map((one) => (
        <Input
          id={one.setting.name}
          name={one.setting.name}
          label={one.setting.label}
          hint={originWords(one)}
          inputmode="decimal"
          classes="govuk-input--width-10"
          value={one.refused ?? writeHundredths(one.value)}
          errorMessage={errors.find((error) => error.field === one.setting.name)?.message}
        />
      ))}
    </>
  )
}
