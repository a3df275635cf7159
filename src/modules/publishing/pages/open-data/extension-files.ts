import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, content } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'

/** The files of our extension, by their address. */
export const EXTENSION_FILES = {
  'extension.json': 'application/json; charset=utf-8',
  'release-schema.json': 'application/json; charset=utf-8',
  'README.md': 'text/markdown; charset=utf-8',
  'codelists/socialValueBasis.csv': 'text/csv; charset=utf-8',
  'codelists/socialValueCommitmentStatus.csv': 'text/csv; charset=utf-8',
  'codelists/socialValueDeliveryStatus.csv': 'text/csv; charset=utf-8',
} as const

const read = (name: keyof typeof EXTENSION_FILES): Buffer =>
  readFileSync(new URL(`../../extension/${name}`, import.meta.url))

/** A package names its extensions by address; ours are here, where the package is. */
export const get = async ({ params }: PageRequest): Promise<Answer> => {
  const name = (params['*'] ?? '') as keyof typeof EXTENSION_FILES
  if (!Object.hasOwn(EXTENSION_FILES, name)) throw new NotFound('The extension has no such file.')
  const bytes = read(name)
  return content({
    contentType: EXTENSION_FILES[name],
    etag: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
    bytes: bytes.length,
    open: (from, to) => bytes.subarray(from, to),
  })
}
