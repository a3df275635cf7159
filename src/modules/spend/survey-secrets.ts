import { createHash, randomBytes } from 'node:crypto'

/** The secret of one supplier's link: 256 random bits, so a fast hash is enough. */
export const newLink = (): string => randomBytes(32).toString('base64url')
export const hashLink = (secret: string): string => createHash('sha256').update(secret).digest('hex')
