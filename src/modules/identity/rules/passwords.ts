import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { type Email, PASSWORD_LENGTH, type PasswordRefusal } from '../model.ts'
import { COMMON_PASSWORDS, RUNS } from './common-passwords.ts'

/** The same characters for the same keys on every machine (NIST SP 800-63B-4, 3.1.1.2). */
export const normalisePassword = (password: string): string => password.normalize('NFKC')

const isRun = (text: string): boolean =>
  /^(.{1,6}?)\1+.{0,5}$/su.test(text) || RUNS.some((run) => `${run}${run}`.includes(text))

/**
 * Whether a password may be set: twelve characters or more, not one's address, not one everybody tries first.
 * No demands on kinds of characters: they make passwords worse (NCSC, Password policy: updating your approach).
 */
export const decidePassword = (password: string, email: Email): Decision<string, PasswordRefusal> => {
  const normal = normalisePassword(password)
  const length = [...normal].length
  if (length < PASSWORD_LENGTH.min) return refuse('password-too-short')
  if (length > PASSWORD_LENGTH.max) return refuse('password-too-long')
  const lower = normal.toLowerCase()
  const letters = (text: string) => text.replaceAll(/[^\p{L}]/gu, '')
  const localPart = letters(email.split('@')[0] ?? '')
  if (lower === email || (localPart !== '' && letters(lower) === localPart))
    return refuse('password-is-address')
  if (COMMON_PASSWORDS.has(lower) || isRun(lower)) return refuse('password-is-common')
  return accept(normal)
}
