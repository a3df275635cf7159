import { hash, verify } from '@node-rs/argon2'
import { normalisePassword } from './rules/passwords.ts'

/** argon2id (the package's default), 19 MiB, two passes: OWASP Password Storage Cheat Sheet. Some 60–110 ms. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/**
 * The hash of a password nobody knows, made with the same settings. It is compared where there is no account, so
 * that the answer takes as long as it does for an account.
 */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$OCYz9gcG3k2lLZKsd//0ZQ$n7NChvz/RbzVb0k4/ciXw54sDf12peSFowsPq/h0Duc'

export const hashPassword = (password: string): Promise<string> => hash(normalisePassword(password), ARGON2)

/** Whether a password is the one behind the hash; false, but as slowly, where there is no hash. */
export const verifyPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const isSame = await verify(passwordHash ?? NOBODYS_HASH, normalisePassword(password))
  return passwordHash !== null && isSame
}
