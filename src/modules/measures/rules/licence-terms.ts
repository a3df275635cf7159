import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { LicenceTerms } from '../model.ts'

const RESTRICTED = /\b(?:nc|nd|non-?commercial|no-?deriv\w*|all rights reserved|confidential|internal)\b/i

/** A licence that bars trade or change also bars passing a framework on from here. */
export const forbidsSharing = (licence: string): boolean => RESTRICTED.test(licence)

export type LicenceRefusal = 'licence-missing' | 'licence-is-restricted'

/**
 * Under which terms a framework is kept: an authority brings its own licence and states it. What that licence bars is
 * barred here too, whatever was ticked; what it allows may still be kept inside.
 */
export const decideTerms = (
  licence: string,
  wanted: LicenceTerms,
): Decision<LicenceTerms, LicenceRefusal> => {
  if (licence.trim() === '') return refuse('licence-missing')
  if (wanted === 'open' && forbidsSharing(licence))
    return refuse('licence-is-restricted', { licence: licence.trim() })
  return accept(wanted)
}
