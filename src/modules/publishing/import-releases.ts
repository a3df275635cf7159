import { type ContractText, importContracts, type RegisterImported } from '#contracts'
import type { Context } from '../../platform/context.ts'
import { mergeSentence, unreadableSentence } from './messages.ts'
import { type JsonObject, writtenOut } from './model/json.ts'
import { readReleases } from './reading/read-releases.ts'
import { openSpool } from './reading/spool.ts'
import { readingSentence } from './reading-words.ts'
import { mergeReleases } from './rules/merge.ts'
import { contractOfRecord, type RecordRefusal } from './rules/publication/contract-of-record.ts'
import { readContracts } from './rules/read-contracts.ts'

/** So many sentences are kept; what is beyond is counted. */
const MOST_TOLD = 200
/** A register has some thousands of contracts; a file of a whole country is for `ocds read`. */
const MOST_CONTRACTS = 20_000

export type ReleasesImported = RegisterImported & {
  readonly releases: number
  /** What could not be used, as sentences: the first of them, and how many there are. */
  readonly leftOut: readonly string[]
  readonly leftOutCount: number
}

const WORDS: Readonly<Record<RecordRefusal, (facts: Readonly<Record<string, string | number>>) => string>> = {
  'not-a-contract': () => 'is a plan or a tender and no contract yet',
  'another-buyer': ({ buyer }) => `was bought by ${buyer}`,
  'no-supplier': () => 'names no supplier',
  'no-title': () => 'has neither a title nor a description',
  'not-pounds': ({ currency }) => `has its value in ${currency}`,
}

const collector = () => {
  const told: string[] = []
  let count = 0
  return {
    add: (sentence: string): void => {
      count += 1
      if (told.length < MOST_TOLD) told.push(sentence)
    },
    result: () => ({ leftOut: told, leftOutCount: count }),
  }
}
type Collector = ReturnType<typeof collector>

/** Several releases of a process say together what holds; one is taken as it is. */
const compiledOf = (ocid: string, releases: readonly JsonObject[], left: Collector): JsonObject | null => {
  if (releases.length === 1) return releases[0] ?? null
  const merged = mergeReleases(releases)
  if (merged.ok) return merged.value.compiled
  left.add(`${ocid}: ${mergeSentence(merged.refusal, merged.facts)}`)
  return null
}

const contractsIn = (release: JsonObject, own: string, left: Collector): ContractText[] => {
  const { records, problems } = readContracts(release, writtenOut(release.ocid ?? 'A release'))
  for (const problem of problems) left.add(readingSentence(problem))
  return records.flatMap((record) => {
    const made = contractOfRecord(record, own)
    if (made.ok) return [made.value]
    left.add(`${record.title ?? record.ocid} ${WORDS[made.refusal](made.facts ?? {})}; left out.`)
    return []
  })
}

/**
 * Brings contracts that were published as OCDS into an authority's register, from any mix of releases, packages, records
 * and JSON Lines. What is invalid is named and left out; nothing is imported from a file that cannot be read at all.
 */
export const importReleases = async (
  ctx: Context,
  file: { readonly name: string; readonly content: AsyncIterable<string> | Iterable<string> },
  own: string,
): Promise<ReleasesImported> => {
  const spool = openSpool()
  const left = collector()
  let releases = 0
  try {
    for await (const found of readReleases(file.content)) {
      if (!found.ok) {
        left.add(unreadableSentence(file.name, found))
        continue
      }
      releases += 1
      spool.add(found.release)
    }
    const contracts = new Map<string, ContractText>()
    for (const { ocid, releases: group } of spool.groups()) {
      const found = group as JsonObject[]
      // Releases that do not say of which process they are belong to none together; each is told of by itself.
      const wholes = ocid === '' ? found : [compiledOf(ocid, found, left)].filter((each) => each !== null)
      for (const contract of wholes.flatMap((whole) => contractsIn(whole, own, left)))
        if (contracts.size < MOST_CONTRACTS) contracts.set(contract.reference, contract)
        else
          left.add(
            `${contract.title} is beyond the ${MOST_CONTRACTS} contracts that one file may bring; left out.`,
          )
    }
    const imported = await importContracts(ctx, {
      source: 'open-data',
      name: file.name.slice(0, 120),
      contracts: [...contracts.values()],
    })
    return { ...imported, releases, ...left.result() }
  } finally {
    spool.close()
  }
}
