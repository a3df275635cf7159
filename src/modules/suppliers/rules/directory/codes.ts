import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import { CODE_HOURS, CODE_LENGTH, CODE_TRIES, CODES_A_DAY, type EntryCode } from '../../model/directory.ts'

const HOUR = 3_600_000
/** Crockford's Base32: no I, L, O or U, which are taken for 1, 1, 0 and V. */
export const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code as it is stored and compared: capitals, without the gaps and mistakes of typing. Undefined where it is none. */
export const readCode = (typed: string): string | undefined => {
  if (typed.length > 40) return undefined
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('U', 'V')
  return code.length === CODE_LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter))
    ? code
    : undefined
}

/** As it stands in a letter: `7K3QD-9XWPM`. */
export const showCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** Whether a code may be tried at all: once, for a day, five times. */
export const decideTry = (
  code: EntryCode | undefined,
  now: Date,
): Decision<EntryCode, 'code-wrong' | 'code-used-up'> => {
  if (!code) return refuse('code-wrong')
  if (code.usedAt || code.expiresAt <= now || code.tries >= CODE_TRIES) return refuse('code-used-up')
  return accept(code)
}

/** Whether another code may go to an entry's keeper today. */
export const canSendCode = (sentAt: readonly Date[], now: Date): boolean =>
  sentAt.filter((sent) => now.getTime() - sent.getTime() < CODE_HOURS * HOUR).length < CODES_A_DAY
