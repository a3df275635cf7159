import { createHash, randomBytes } from 'node:crypto'

/** Letters and digits that cannot be taken for one another when they are read out. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 16
export const CODE_DAYS = 30

/** A code of 78 bits, in groups of four: `K7QM-2XRT-9HNB-4WDC`. */
export const newCode = (): string => {
  let code = ''
  while (code.length < LENGTH)
    // Bytes beyond the last whole run of the alphabet are left out, so that every letter is as likely.
    for (const byte of randomBytes(LENGTH))
      if (byte < 256 - (256 % ALPHABET.length) && code.length < LENGTH)
        code += ALPHABET[byte % ALPHABET.length]
  return code.match(/.{4}/g)?.join('-') ?? code
}

/** What is kept of a code; spaces, dashes and small letters make no difference. */
export const hashCode = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest('hex')
