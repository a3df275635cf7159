import { createHash, randomBytes } from 'node:crypto'

/** What is stored instead of a secret. The secrets are random, so a fast hash is enough. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** A new secret of 256 random bits for a link or a token, and what to store of it. */
export const newSecret = (prefix = ''): { readonly secret: string; readonly hash: string } => {
  const secret = prefix + randomBytes(32).toString('base64url')
  return { secret, hash: hashSecret(secret) }
}
