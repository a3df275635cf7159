import type { Email } from '../model.ts'

const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/**
 * The one way to write an e-mail address, or undefined where it is none. Letters outside ASCII are refused before
 * lower-casing: the Kelvin sign lower-cases to a plain k, and would open somebody else's account.
 */
export const normaliseEmail = (text: string): Email | undefined => {
  const trimmed = text.trim()
  if (trimmed.length > 254 || !/^[\x21-\x7e]+$/.test(trimmed)) return undefined
  const lower = trimmed.toLowerCase()
  return EMAIL.test(lower) ? lower : undefined
}
