import { createHash, randomBytes, randomInt, scryptSync, timingSafeEqual } from 'node:crypto'
import { CODE_LENGTH } from './model/directory.ts'
import { CODE_LETTERS } from './rules/directory/codes.ts'

/** A code that a person types; every letter is as likely as any other. */
export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')

/**
 * A code is short enough to be tried out on a stolen table, so its hash is slow and has the id as its salt. It lives for
 * a day and works once, and 50 random bits at some milliseconds each take thousands of years: a low cost is enough.
 */
const COST = { N: 4096, r: 8, p: 1 } as const
export const hashCode = (codeId: string, code: string): string =>
  scryptSync(code, codeId, 32, COST).toString('hex')

export const isCode = (codeId: string, code: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashCode(codeId, code), 'hex'), Buffer.from(hash, 'hex'))

/** The address of a form: 256 random bits, for which a fast hash is enough. */
export const newKey = (): string => randomBytes(32).toString('base64url')
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex')
