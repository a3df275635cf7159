import {
  type Basis,
  formatCount,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatPoundsCompact,
  formatShare,
} from '../../platform/views/views.ts'
import type { Invitee, Survey } from './model/survey.ts'
import type { QuestionResult, Stand } from './rules/survey/results.ts'

const lastDay = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

export const surveyPeriod = ({ fromMonth, toMonth }: Pick<Survey, 'fromMonth' | 'toMonth'>): string =>
  fromMonth && toMonth
    ? `Spending of ${formatPeriod(fromMonth, lastDay(toMonth))}`
    : 'All spending that counts'

/** Who answered, and for what spending they stand. */
export const standBasis = (survey: Survey, stand: Stand): Basis => ({
  period: surveyPeriod(survey),
  coverage: `${formatNumber(stand.answered)} of ${formatCount(stand.invited, 'supplier')} answered (${formatShare(stand.answered, stand.invited)}), paid ${formatPoundsCompact(stand.pence)} of the ${formatPoundsCompact(stand.penceInvited)} of all invited (${formatShare(stand.pence, stand.penceInvited)})`,
  unknown: `not known for ${formatShare(stand.penceInvited - stand.pence, stand.penceInvited)} of the spending of those invited`,
  verifiedBy: 'said by suppliers, not verified',
})

/** How far a supplier can be, in the order of the way. */
export const PROGRESS = [
  'No address',
  'Not written to yet',
  'Invited',
  'Reminded',
  'Began to answer',
  'Answered',
] as const
export type Progress = (typeof PROGRESS)[number]

export const progressOf = (invitee: Invitee): Progress => {
  if (invitee.sentAt) return 'Answered'
  if (invitee.savedAt) return 'Began to answer'
  if (invitee.reminders > 0) return 'Reminded'
  if (invitee.invitedAt) return 'Invited'
  return invitee.email ? 'Not written to yet' : 'No address'
}

const decimal = (value: { readonly toFixed: (places: number) => string } | null): string => {
  if (value === null) return 'not known'
  const text = value.toFixed(1).replace(/\.0$/, '')
  const [whole = '', part] = text.split('.')
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${part ? `.${part}` : ''}`
}
const percent = (value: number | null): string => (value === null ? 'not known' : formatPercent(value))

/** An estimate is shown whole: its decimals would say that it is known better than it is. */
const estimate = (value: { readonly toFixed: (places: number) => string } | null): string =>
  value === null ? 'not known' : decimal({ toFixed: () => value.toFixed(0) })

export type ResultWords = {
  readonly figure: string
  readonly weighted: string
  readonly range: string
  /** The same for a file: plain numbers, empty where nothing is known. */
  readonly cells: readonly [number | null, number | null, number | null, number | null]
}

/** A result in words: the figure, the same weighted by spending, and the range for all who were invited. */
export const resultWords = (result: QuestionResult): ResultWords => {
  switch (result.kind) {
    case 'number':
      return {
        figure: decimal(result.total),
        weighted: estimate(result.weighted),
        range: `${decimal(result.total)} to ${estimate(result.weighted)}`,
        cells: [
          result.total.toNumber(),
          result.weighted?.toDecimalPlaces(1).toNumber() ?? null,
          result.total.toNumber(),
          result.weighted?.toDecimalPlaces(1).toNumber() ?? null,
        ],
      }
    case 'yes-no':
      return {
        figure: `${percent(result.share)} yes`,
        weighted: `${percent(result.weighted)} of the spending`,
        range: `${percent(result.least)} to ${percent(result.most)}`,
        cells: [result.share, result.weighted, result.least, result.most],
      }
    case 'share':
      return {
        figure: result.mean === null ? 'not known' : `${decimal(result.mean)}%`,
        weighted: result.weighted === null ? 'not known' : `${decimal(result.weighted)}%`,
        range: 'not known for the others',
        cells: [
          result.mean?.toDecimalPlaces(1).toNumber() ?? null,
          result.weighted?.toDecimalPlaces(1).toNumber() ?? null,
          null,
          null,
        ],
      }
    case 'text':
      return { figure: '', weighted: '', range: '', cells: [null, null, null, null] }
  }
}
