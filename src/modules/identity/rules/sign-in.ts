import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { SIGN_IN_LIMIT, type SignInRefusal, type Throttle } from '../model.ts'

const MINUTE = 60_000

/**
 * Whether another password may be tried for an address, and what to remember before it is: an attempt counts as
 * a failure until it has succeeded, so that attempts made at the same moment count too.
 */
export const decideAttempt = (
  throttle: Throttle | undefined,
  now: Date,
): Decision<Throttle, Extract<SignInRefusal, 'too-many-failures'>> => {
  const window = SIGN_IN_LIMIT.minutes * MINUTE
  const fresh = accept({ failures: 1, firstFailedAt: now, lastFailedAt: now })
  if (!throttle) return fresh
  if (throttle.failures >= SIGN_IN_LIMIT.failures) {
    const left = throttle.lastFailedAt.getTime() + window - now.getTime()
    return left > 0 ? refuse('too-many-failures', { minutes: Math.ceil(left / MINUTE) }) : fresh
  }
  if (now.getTime() - throttle.firstFailedAt.getTime() >= window) return fresh
  return accept({ ...throttle, failures: throttle.failures + 1, lastFailedAt: now })
}

/**
 * Where to go after sign-in: an address of this site, else the start page. Browsers drop tabs and line ends and
 * read `\` as `/`, so `/\evil` and `/<tab>/evil` would leave the site (OWASP, Unvalidated Redirects).
 */
export const localAddress = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next) ? next : '/'
