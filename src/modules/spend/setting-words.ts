import { type SetValue, writeHundredths } from './rules/settings.ts'

/** A number with its unit, as people read it: `£25,000`, `50%`, `8.2`. */
export const settingText = ({ unit }: SetValue['setting'], value: number): string => {
  const number = (value / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 })
  if (unit === 'pounds') return `£${number}`
  return unit === 'percent' ? `${number}%` : number
}

/** What is wrong with numbers that were typed, each by its field. */
export const settingErrors = (settings: readonly SetValue[]): { field: string; message: string }[] =>
  settings
    .filter((one) => one.refused !== null)
    .map(({ setting, refused }) => ({
      field: setting.name,
      message: `“${refused}” cannot be used for “${setting.label}”: it takes a number from ${settingText(setting, setting.least)} to ${settingText(setting, setting.most)}.`,
    }))

/** Where a number comes from, in one sentence. */
export const originWords = ({ setting, origin }: SetValue): string =>
  origin === 'own'
    ? `Yours. Suggested: ${settingText(setting, setting.suggested)}. ${setting.source}`
    : `Suggested by the product. ${setting.source}`

/** A setting as files and programs read it. */
export const settingJson = ({ setting, value, origin }: SetValue) => ({
  name: setting.name,
  value: Number(writeHundredths(value)),
  unit: setting.unit,
  origin,
  suggested: Number(writeHundredths(setting.suggested)),
  source: setting.source,
})
