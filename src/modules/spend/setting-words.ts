import { type Certainty, TURNOVER_CEILINGS } from './model/turnover-ceilings.ts'
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

const sourceWords = ({ source, certainty }: SetValue['setting']): string =>
  certainty ? `${source} ${certaintyWords(certainty)}` : source

const LEVELS = {
  sure: 'Sure: read in the source',
  likely: 'Likely, not read in the source itself for this product',
} as const

/** How sure a figure from outside is, of when, and where to check it. */
export const certaintyWords = ({ level, asOf, check }: Certainty): string =>
  `${LEVELS[level]}; ${asOf}. Check it at ${check}.`

const SIZES = Object.entries(TURNOVER_CEILINGS.pence)
  .map(([size, pence]) => `${size} £${pence / 100_000_000}m`)
  .join(', ')

/** The turnover that a size allows, with its source and how sure it is. */
export const ceilingWords = (): string =>
  `Turnover of a size in a year: ${SIZES} (${TURNOVER_CEILINGS.source}). ${certaintyWords(TURNOVER_CEILINGS.certainty)}`

/** Where a number comes from, in one sentence, and how sure that is. */
export const originWords = ({ setting, origin }: SetValue): string =>
  origin === 'own'
    ? `Yours. Suggested: ${settingText(setting, setting.suggested)}. ${sourceWords(setting)}`
    : `Suggested by the product. ${sourceWords(setting)}`

/** A setting as files and programs read it. */
export const settingJson = ({ setting, value, origin }: SetValue) => ({
  name: setting.name,
  value: Number(writeHundredths(value)),
  unit: setting.unit,
  origin,
  suggested: Number(writeHundredths(setting.suggested)),
  source: setting.source,
  certainty: setting.certainty ?? null,
})
