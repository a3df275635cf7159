import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import { lawOf } from './draft-law.ts'
import { draftSentence } from './draft-words.ts'
import type { DraftFinding } from './model/draft.ts'
import { FLAG_CODES, FLAG_GROUPS, type FlagCode, type FlagGroup } from './model/flags.ts'
import type { JsonObject } from './model/json.ts'
import { readCandidates, readSources } from './read-publication.ts'
import { checkDraft, draftOf } from './rules/check-draft.ts'
import { findFlags } from './rules/flags/find-flags.ts'
import { contentOf } from './rules/write-release.ts'
import { listCompiled } from './store/processes.ts'
import type { PublishingTables } from './tables.ts'

export type CheckedDraft = {
  readonly ocid: string
  readonly title: string
  readonly purchaseId: string | null
  readonly contractId: string | null
  readonly findings: readonly (DraftFinding & { readonly sentence: string })[]
}

export type RaisedFlag = {
  readonly code: FlagCode
  readonly group: FlagGroup
  readonly subject: string
  /** Rounded to four places, as Cardinal's results are compared. */
  readonly value: number
}

export type Checks = {
  readonly checked: number
  readonly drafts: readonly CheckedDraft[]
  readonly flags: readonly RaisedFlag[]
  readonly looked: number
}

/** What would be published of one's own purchases and contracts, looked at before it is; and flags in what was. */
export const readChecks = async (
  db: Reader<PublishingTables>,
  authorityId: string,
  on: PlainDate,
): Promise<Checks | undefined> => {
  const sources = await readSources(db, authorityId, on)
  if (!sources) return undefined
  const found: { candidate: Omit<CheckedDraft, 'findings'>; release: JsonObject }[] = []
  for await (const { facts, ...candidate } of readCandidates(db, sources))
    found.push({ candidate, release: { date: `${on}T12:00:00Z`, ...contentOf(facts) } })
  const all = found.map(({ release }) => draftOf(release))
  const drafts = found.map(({ candidate: { ocid, title, purchaseId, contractId }, release }, at) => {
    const draft = all[at] ?? draftOf(release)
    const findings = checkDraft(draft, lawOf(release, draft), all)
    return {
      ocid,
      title,
      purchaseId,
      contractId,
      findings: findings.map((each) => ({ ...each, sentence: draftSentence(each) })),
    }
  })
  const { results, processes } = findFlags(await listCompiled(db, authorityId), {
    only: FLAG_CODES,
    currency: 'GBP',
  })
  const flags = FLAG_GROUPS.flatMap((group) =>
    Object.entries(results[group] ?? {}).flatMap(([subject, values]) =>
      FLAG_CODES.flatMap((code): RaisedFlag[] => {
        const value = values[code]
        return value === undefined
          ? []
          : [{ code, group, subject, value: Math.round(value * 10_000) / 10_000 }]
      }),
    ),
  )
  return {
    checked: drafts.length,
    drafts: drafts.filter(({ findings }) => findings.length > 0),
    flags,
    looked: processes,
  }
}
