import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { Decrypter, Encrypter, type Identity, type Recipient, Stanza } from 'age-encryption'

/**
 * age's own passphrase recipient, worked out by Node's scrypt on another thread: the library's is JavaScript and
 * would hold up every other request for a second. Files are the same, and `age` opens them.
 * Source: the age file encryption format, https://c2sp.org/age, "scrypt recipient stanza".
 */
const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
)

const LABEL = 'age-encryption.org/v1/scrypt'
/** 2^17 rounds, as OWASP asks of scrypt; the passphrases are longer than passwords. */
const WORK_FACTOR = 17
/** Beyond this, a stanza asks for more memory than it should get (2^20 is 1 GB). */
const MOST_WORK = 18
const NONCE = Buffer.alloc(12)
const TAG_BYTES = 16

const wrappingKey = (passphrase: string, salt: Buffer, logN: number): Promise<Buffer> =>
  derive(passphrase.normalize('NFC'), Buffer.concat([Buffer.from(LABEL), salt]), 32, {
    N: 2 ** logN,
    r: 8,
    p: 1,
    maxmem: 2 ** (logN + 11),
  })

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

const toPassphrase = (passphrase: string, logN: number): Recipient => ({
  wrapFileKey: async (fileKey) => {
    const salt = randomBytes(16)
    const cipher = createCipheriv('chacha20-poly1305', await wrappingKey(passphrase, salt, logN), NONCE, {
      authTagLength: TAG_BYTES,
    })
    const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()])
    return [new Stanza(['scrypt', base64(salt), String(logN)], new Uint8Array(body))]
  },
})

const ofPassphrase = (passphrase: string): Identity => ({
  unwrapFileKey: async ([stanza]) => {
    const [kind, salt = '', work] = stanza?.args ?? []
    const logN = Number(work)
    if (!stanza || kind !== 'scrypt' || !Number.isInteger(logN) || logN < 1 || logN > MOST_WORK) return null
    const body = Buffer.from(stanza.body)
    if (body.length !== 16 + TAG_BYTES) return null
    const key = await wrappingKey(passphrase, Buffer.from(salt, 'base64'), logN)
    const cipher = createDecipheriv('chacha20-poly1305', key, NONCE, { authTagLength: TAG_BYTES })
    cipher.setAuthTag(body.subarray(-TAG_BYTES))
    try {
      return new Uint8Array(Buffer.concat([cipher.update(body.subarray(0, -TAG_BYTES)), cipher.final()]))
    } catch {
      return null
    }
  },
})

/** Locks a text under a passphrase, as an age file. */
export const lock = async (text: string, passphrase: string, logN = WORK_FACTOR): Promise<Uint8Array> => {
  const encrypter = new Encrypter()
  encrypter.addRecipient(toPassphrase(passphrase, logN))
  return encrypter.encrypt(text)
}

/** The text, or undefined where the passphrase is not the one it was locked under or the file was changed. */
export const unlock = async (file: Uint8Array, passphrase: string): Promise<string | undefined> => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(ofPassphrase(passphrase))
  try {
    return await decrypter.decrypt(file, 'text')
  } catch {
    return undefined
  }
}
