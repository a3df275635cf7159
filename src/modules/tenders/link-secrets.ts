import { createHash, randomBytes } from 'node:crypto'

/** What stands in a link of a letter: 256 random bits, of which the table keeps the hash. */
export const newLinkSecret = (): string => randomBytes(32).toString('base64url')
export const hashLinkSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
