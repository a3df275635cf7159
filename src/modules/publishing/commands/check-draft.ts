import type { Command, CommandInput } from '../../../platform/command.ts'
import { lawOf } from '../draft-law.ts'
import { draftSentence } from '../draft-words.ts'
import { mergeSentence } from '../messages.ts'
import type { DraftFinding } from '../model/draft.ts'
import { isObject, type JsonObject } from '../model/json.ts'
import { checkDraft, draftOf } from '../rules/check-draft.ts'
import { mergeReleases } from '../rules/merge.ts'
import { loadReleases } from './input.ts'

const byProcess = (releases: readonly JsonObject[]): JsonObject[][] => {
  const groups = new Map<unknown, JsonObject[]>()
  for (const release of releases) groups.set(release.ocid, [...(groups.get(release.ocid) ?? []), release])
  return [...groups.values()]
}

type Checked = {
  readonly ocid: string
  readonly title: string | null
  readonly findings: readonly (DraftFinding & { readonly sentence: string })[]
}

const run = async ({ args, terminal }: CommandInput): Promise<0 | 1> => {
  const { releases, unreadable } = await loadReleases(args, terminal)
  const processes = byProcess(releases).flatMap((group): JsonObject[] => {
    const [only] = group
    if (group.length === 1 && isObject(only)) return [only]
    const merged = mergeReleases(group)
    if (merged.ok) return [merged.value.compiled]
    terminal.warn(`${String(only?.ocid)}: ${mergeSentence(merged.refusal, merged.facts)}`)
    return []
  })
  const drafts = processes.map((release) => ({ release, draft: draftOf(release) }))
  const all = drafts.map(({ draft }) => draft)
  const checked = drafts.map(({ release, draft }): Checked => {
    const law = lawOf(release, draft)
    const findings = checkDraft(draft, law, all).map((each) => ({ ...each, sentence: draftSentence(each) }))
    return { ocid: draft.ocid, title: draft.title, findings }
  })
  for (const { ocid, title, findings } of checked)
    for (const { kind, sentence } of findings)
      terminal.print(`${kind.padEnd(9)} ${title ?? ocid} (${ocid})\n          ${sentence}`)
  const count = checked.reduce((sum, { findings }) => sum + findings.length, 0)
  terminal.answer({ processes: checked, findings: count, unreadable })
  terminal.print(`${checked.length} processes checked; ${count} things to look at.`)
  return count > 0 || unreadable.length > 0 || checked.length === 0 ? 1 : 0
}

/** Exit 0: nothing to look at; 1: something, or something could not be read. */
export const checkDraftCommand: Command = {
  name: 'ocds check-draft',
  needsNoDatabase: true,
  summary: 'Check your own notices before they are published: lots, periods, direct awards, thresholds',
  usage: '[FILE…]',
  minArgs: 0,
  maxArgs: 1000,
  options: {},
  examples: [
    'ocds check-draft draft.json',
    'ocds check-draft draft.json this-year.jsonl --json',
    `ocds check-draft <<< '{"ocid":"ocds-abc123-1","date":"2026-05-01T00:00:00Z","tender":{"title":"Paths","mainProcurementCategory":"services","procurementMethod":"open","value":{"amount":400000,"currency":"GBP"},"tenderPeriod":{"startDate":"2026-05-01T00:00:00Z","endDate":"2026-05-11T12:00:00Z"}}}'`,
  ],
  run,
}
