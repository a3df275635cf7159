import { z } from 'zod'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Profile } from '../model.ts'

/**
 * What is sealed: a line that names the form, the length of a JSON header, the header, and the files one after another.
 * Anybody with the package can take it apart with this description alone.
 */
const FORM = 'GOLDTHREAD-BID-1\n'
const LENGTH_BYTES = 4

const text = z.string()
const Header = z.object({
  tenderId: text,
  reference: text,
  tenderVersion: z.number().int(),
  lot: text,
  supplierId: text,
  supplierName: text,
  supplierKey: text.nullable(),
  /** 32 random bytes, so that nobody can guess at a bid by its fingerprint. */
  nonce: text,
  answers: z.array(
    z.object({
      question: text,
      words: text.nullable(),
      number: text.nullable(),
      yes: z.boolean().nullable(),
      pence: z.number().int().nullable(),
      offers: z.array(z.object({ framework: text, measure: text, quantity: text, inWords: text })).nullable(),
    }),
  ),
  files: z.array(z.object({ question: text, name: text, size: z.number().int().min(0), sha256: text })),
  profile: z.unknown(),
})
export type PackageHeader = Omit<z.output<typeof Header>, 'profile'> & { readonly profile: Profile | null }
export type BidPackage = { readonly header: PackageHeader; readonly contents: readonly Uint8Array[] }

/** A package up to its files, around a header that is written already: the same text gives the same bytes. */
export const packStart = (header: string): Uint8Array => {
  const json = Buffer.from(header)
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(json.length)
  return Buffer.concat([Buffer.from(FORM), length, json])
}

export const pack = ({ header, contents }: BidPackage): Uint8Array =>
  Buffer.concat([packStart(JSON.stringify(header)), ...contents])

/** The header of a package from its text; undefined where it is none. */
export const readHeader = (json: string): PackageHeader | undefined => {
  try {
    const parsed = Header.safeParse(JSON.parse(json))
    return parsed.success ? (parsed.data as PackageHeader) : undefined
  } catch {
    return undefined
  }
}

/** Takes a package apart. Refuses whatever is not exactly one. */
export const unpack = (bytes: Uint8Array): Decision<BidPackage, 'package-unreadable'> => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = FORM.length + LENGTH_BYTES
  if (all.length < start || all.toString('latin1', 0, FORM.length) !== FORM)
    return refuse('package-unreadable')
  const end = start + all.readUInt32BE(FORM.length)
  const header = end > all.length ? undefined : readHeader(all.toString('utf8', start, end))
  if (!header) return refuse('package-unreadable')
  const contents: Uint8Array[] = []
  let at = end
  for (const { size } of header.files) {
    contents.push(all.subarray(at, at + size))
    at += size
  }
  return at === all.length ? accept({ header, contents }) : refuse('package-unreadable')
}
