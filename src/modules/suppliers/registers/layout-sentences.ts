import { reasonText } from '../messages.ts'
import type { RegisterKind, RejectReason } from '../model.ts'

const NEEDS: Readonly<Record<RegisterKind, string>> = {
  'companies-house': 'columns CompanyName, CompanyNumber, CompanyCategory and CompanyStatus',
  'charity-commission': 'columns registered_charity_number and charity_name',
  mutuals: 'columns Society Name and Full Registation Number',
  plain: 'a column for the company or charity number and one for the name',
}

/** Why no line at the top of a file is a header that can be read. */
export const noLayoutSentence = (
  part: string,
  top: readonly string[],
  wanted: RegisterKind | null,
): string => {
  const seen = (top.find((line) => line.trim() !== '') ?? '').replaceAll('\0', '').slice(0, 120)
  const needs = NEEDS[wanted ?? 'plain']
  return `${part} has no header with ${needs}. It begins with: ${seen}`
}

/** Why a file whose header was right still holds nothing. */
export const nothingUsableSentence = (
  part: string,
  reasons: Readonly<Partial<Record<RejectReason, number>>>,
): string => {
  const [commonest] = Object.entries(reasons).sort(([, a], [, b]) => b - a)
  if (!commonest) return `${part} has a header and no rows.`
  return `Not one row of ${part} can be used. The commonest reason: ${reasonText(commonest[0] as RejectReason)}.`
}
