import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { OrganisationId } from '#identity'
import type { Services } from '../../platform/context.ts'

/**
 * Drafts and files of a supplier are kept encrypted (AES-256-GCM) under a key made for that supplier from the
 * installation's secret (HKDF, RFC 5869), so that neither the database nor its back-up shows them. `purpose` names what
 * it is, so that one cannot stand in for another.
 */
const keyOf = (secret: string, supplierId: OrganisationId): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, supplierId, 'goldthread bids of a supplier', 32))

const NONCE = 12
const TAG = 16

export const hide = (
  { secret }: Pick<Services, 'secret'>,
  supplierId: OrganisationId,
  purpose: string,
  content: Uint8Array,
): Buffer => {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, supplierId), nonce)
  cipher.setAAD(Buffer.from(purpose))
  const hidden = [cipher.update(content), cipher.final()]
  return Buffer.concat([nonce, cipher.getAuthTag(), ...hidden])
}

/** Throws where the secret is another or a byte was changed: such a draft is lost, and nobody should bid with half of it. */
export const reveal = (
  { secret }: Pick<Services, 'secret'>,
  supplierId: OrganisationId,
  purpose: string,
  hidden: Uint8Array,
): Buffer => {
  const bytes = Buffer.from(hidden)
  const cipher = createDecipheriv('aes-256-gcm', keyOf(secret, supplierId), bytes.subarray(0, NONCE))
  cipher.setAAD(Buffer.from(purpose))
  cipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([cipher.update(bytes.subarray(NONCE + TAG)), cipher.final()])
}
