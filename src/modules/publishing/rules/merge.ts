import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import type { Merged, MergeRefusal, MergeRules, MergeWarning } from '../model/merging.ts'
import { OCDS_MERGE_RULES } from './merge-rules.ts'
import { addRelease, emptyTree, historyOf, latestOf } from './merge-tree.ts'

const instantOf = (release: JsonObject): number => Date.parse(String(release.date))

/** Oldest first, by the moment and not by its spelling, so that time zones do not disorder them. */
export const inOrderOfDate = (releases: readonly JsonObject[]): JsonObject[] =>
  [...releases].sort((a, b) => instantOf(a) - instantOf(b))

const findUnfit = (releases: readonly Json[]): Decision<readonly JsonObject[], MergeRefusal> => {
  if (releases.length === 0) return refuse('no-releases')
  const ocid = isObject(releases[0]) ? releases[0].ocid : undefined
  for (const [index, release] of releases.entries()) {
    const facts = { number: index + 1 }
    if (!isObject(release)) return refuse('not-a-release', facts)
    if (typeof release.ocid !== 'string' || release.ocid === '') return refuse('no-ocid', facts)
    if (typeof release.date !== 'string' || Number.isNaN(instantOf(release))) return refuse('no-date', facts)
    if (release.ocid !== ocid) return refuse('other-ocid', { ...facts, ocid: release.ocid })
  }
  return accept(releases as readonly JsonObject[])
}

/**
 * All releases of one contracting process as one: the compiled release says what holds now, the versioned
 * release what each field said and when (https://standard.open-contracting.org/1.1/en/schema/merging/).
 */
export const mergeReleases = (
  releases: readonly Json[],
  rules: MergeRules = OCDS_MERGE_RULES,
): Decision<Merged, MergeRefusal> => {
  const fit = findUnfit(releases)
  if (!fit.ok) return fit
  const ordered = inOrderOfDate(fit.value)
  const tree = emptyTree()
  const warnings: MergeWarning[] = []
  for (const release of ordered) {
    const { id = null, date = null, tag = null } = release
    const version = { releaseID: id, releaseDate: date, releaseTag: tag }
    const clash = addRelease(tree, release, { rules, version, warnings })
    if (clash) return refuse('inconsistent-type', { path: clash.clash, release: String(id) })
  }
  const ocid = String(ordered[0]?.ocid)
  const date = String(ordered.at(-1)?.date)
  return accept({
    ocid,
    compiled: { tag: ['compiled'], id: `${ocid}-${date}`, date, ...latestOf(tree) },
    versioned: { ...historyOf(tree), ocid },
    warnings,
  })
}
