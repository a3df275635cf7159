import { createHash } from 'node:crypto'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { combine, split } from 'shamir-secret-sharing'
import { SHARES } from './model.ts'

/** Encrypts to one key, or to several of which any one opens. */
export const seal = async (
  recipients: string | readonly string[],
  bytes: Uint8Array,
): Promise<Uint8Array> => {
  const encrypter = new Encrypter()
  for (const recipient of [recipients].flat()) encrypter.addRecipient(recipient)
  return encrypter.encrypt(bytes)
}

/** What was sealed, or undefined where the identity is another or a byte was changed. */
export const unseal = async (identity: string, sealed: Uint8Array): Promise<Uint8Array | undefined> => {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return await decrypter.decrypt(sealed)
  } catch {
    return undefined
  }
}

/** SHA-256 in hexadecimal: what a public log keeps of content that nobody may read yet. */
export const fingerprint = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export type KeyPair = { readonly identity: string; readonly recipient: string }

export const newKeyPair = async (): Promise<KeyPair> => {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** Three shares of an identity, any two of which give it back; one alone says nothing about it. */
export const splitIdentity = (identity: string): Promise<Uint8Array[]> =>
  split(new TextEncoder().encode(identity), SHARES.made, SHARES.needed)

/** The identity that two shares give, or undefined where they do not give the one of this public key. */
export const joinShares = async (
  shares: readonly [Uint8Array, Uint8Array],
  publicKey: string,
): Promise<string | undefined> => {
  try {
    const identity = new TextDecoder().decode(await combine([...shares]))
    return (await identityToRecipient(identity)) === publicKey ? identity : undefined
  } catch {
    return undefined
  }
}
