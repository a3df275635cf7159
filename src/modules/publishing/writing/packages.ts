import type { JsonObject } from '../model/json.ts'
import { mergeReleases } from '../rules/merge.ts'

export type Publisher = {
  readonly name: string
  readonly scheme?: string
  readonly uid?: string
  readonly uri?: string
}
export type PackageFacts = {
  /** Where this package can be fetched. */
  readonly uri: string
  readonly publisher: Publisher
  readonly publishedAt: string
  /** Where our social value extension's extension.json can be fetched. */
  readonly extensions?: readonly string[]
  readonly license?: string
  readonly publicationPolicy?: string
}

const OPEN_GOVERNMENT_LICENCE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'
export const UK_EXTENSION =
  'https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json'

const headOf = (facts: PackageFacts): JsonObject => ({
  uri: facts.uri,
  version: '1.1',
  extensions: [UK_EXTENSION, ...(facts.extensions ?? [])],
  publisher: facts.publisher as JsonObject,
  license: facts.license ?? OPEN_GOVERNMENT_LICENCE,
  ...(facts.publicationPolicy === undefined ? {} : { publicationPolicy: facts.publicationPolicy }),
  publishedDate: facts.publishedAt,
})

export const releasePackage = (releases: readonly JsonObject[], facts: PackageFacts): JsonObject => ({
  ...headOf(facts),
  releases,
})

/** All releases of each process with what they compile to. A process whose releases do not merge has no record. */
export const recordPackage = (
  processes: readonly (readonly JsonObject[])[],
  facts: PackageFacts,
): JsonObject => ({
  ...headOf(facts),
  records: processes.flatMap((releases) => {
    const merged = mergeReleases(releases)
    if (!merged.ok) return []
    const { ocid, compiled, versioned } = merged.value
    return [{ ocid, releases, compiledRelease: compiled, versionedRelease: versioned }]
  }),
})

/** A package of any number of releases or records, given as JSON texts, in pieces. */
export async function* streamPackageOf(
  list: 'releases' | 'records',
  texts: AsyncIterable<string> | Iterable<string>,
  facts: PackageFacts,
): AsyncGenerator<string> {
  yield `${JSON.stringify(headOf(facts)).slice(0, -1)},"${list}":[`
  let between = '\n'
  for await (const text of texts) {
    yield `${between}${text}`
    between = ',\n'
  }
  yield '\n]}\n'
}

async function* textsOf(releases: AsyncIterable<JsonObject> | Iterable<JsonObject>): AsyncGenerator<string> {
  for await (const release of releases) yield JSON.stringify(release)
}

/** A release package of any number of releases, as text in pieces. */
export const streamPackage = (
  releases: AsyncIterable<JsonObject> | Iterable<JsonObject>,
  facts: PackageFacts,
): AsyncGenerator<string> => streamPackageOf('releases', textsOf(releases), facts)

export async function* streamLines(
  releases: AsyncIterable<JsonObject> | Iterable<JsonObject>,
): AsyncGenerator<string> {
  for await (const text of textsOf(releases)) yield `${text}\n`
}
