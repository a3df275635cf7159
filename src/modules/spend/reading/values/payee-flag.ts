import type { PayeeFlag } from '../row-model.ts'
import { saysNothing } from './blank-text.ts'

/** Words that by themselves say that a name is kept back. */
const KEPT_BACK =
  /^(?:redact(?:ed|ion|ions|ions?)?|withheld|witheld|withhold|anonymised|anonymized|undisclosed|suppressed|x{3,}|\*{2,}|nondisclosed)$/

/** Words that only go with such a word (`redacted under DP act`, `supplier name withheld`). */
const COMPANY_OF = new Set(
  (
    'personal data information info details detail name names supplier suppliers payee payees vendor creditor ' +
    'recipient beneficiary under dp dpa dp98 gdpr act protection commercial commercially confidentiality ' +
    'confidential sensitive sensitivity private individual individuals person persons the of for to due by is has ' +
    'been not disclosed disclosable removed reason reasons s40 s43 section 40 43 foi foia exempt exemption ' +
    'legislation in accordance with client clients customer third party as and or on grounds security safeguarding ' +
    'child children adult pupil resident tenant carer foster only this it purposes text value invoice at request ' +
    'a an legal law regulation regulations general 1998 2018 uk court proceedings'
  ).split(' '),
)

/** Whole texts that stand for a person without one of the words above. */
const WHOLE =
  /^(?:(?:name|details?|supplier|payee|data|information) (?:removed|not disclosed|not published|hidden|protected|suppressed)|(?:personal|sensitive|confidential|protected|exempt) (?:data|information|details|payee|payment|supplier|name)|(?:private |named )?individuals?(?: (?:name|payee|payment|person))?|confidential|personal|not disclosed|data protect(?:ion|ed)(?: act)?(?: \d{4})?|name supplied|private person|x{2,}(?: x{2,})*|\*+(?: \*+)*|gdpr|exempt(?: information)?)$/

const HINT =
  /redact|withh?e?l?d|anonymi|disclos|suppress|personal|confidential|individual|protect|sensitive|exempt|removed|supplied|hidden|publish|private|gdpr|x{2}|\*/i

/**
 * Whether a payee is named, left empty (also `N/A`, `nan`), or kept back. A text that still holds a name beside the
 * mark (`Anyplace House # Redacted`) counts as named.
 */
export const payeeFlag = (payee: string): PayeeFlag => {
  if (payee.length === 0) return 'unnamed'
  if (payee.length < 18 && saysNothing(payee)) return 'unnamed'
  if (!HINT.test(payee)) return 'named'
  const words = payee.toLowerCase().match(/[a-z0-9]+|\*{2,}/g) ?? []
  if (words.length === 0) return 'unnamed'
  const marked = words.some((word) => KEPT_BACK.test(word))
  if (marked) {
    const isOnlyTheMark = words.every(
      (word) => KEPT_BACK.test(word) || COMPANY_OF.has(word) || /^\d+$/.test(word),
    )
    return isOnlyTheMark ? 'redacted' : 'named'
  }
  return WHOLE.test(words.join(' ')) ? 'redacted' : 'named'
}
