import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import { lawOf } from './draft-law.ts'
import { draftWords } from './draft-words.ts'
import type { DraftFinding } from './model/draft.ts'
import type { JsonObject } from './model/json.ts'
import { readCandidates, readSources } from './read-publication.ts'
import { checkDraft, draftOf } from './rules/check-draft.ts'
import { flagsWithDrafts, type RaisedFlag } from './rules/flags/with-drafts.ts'
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

export type Checks = {
  readonly checked: number
  readonly drafts: readonly CheckedDraft[]
  readonly flags: readonly RaisedFlag[]
  readonly looked: number
}

/** What would be published of one's own purchases and contracts, looked at before it is; and flags in it and in what was. */
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
      findings: findings.map((each) => ({ ...each, sentence: draftWords(each) })),
    }
  })
  const published = await listCompiled(db, authorityId)
  return {
    checked: drafts.length,
    drafts: drafts.filter(({ findings }) => findings.length > 0),
    flags: flagsWithDrafts(
      published,
      found.map(({ release }) => release),
    ),
    looked: published.length,
  }
}
