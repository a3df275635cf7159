import type { PartFound } from './columns/detect-part.ts'
import type { Part } from './files/open-file.ts'
import { partSignature } from './layout-signature.ts'
import { warning } from './messages.ts'
import type { Warning } from './model.ts'
import { createInterpreter } from './rows/interpreter.ts'
import { createCounters } from './rows/tally.ts'
import type { Sample } from './sample-part.ts'

/** A table whose layout was found. */
export type Candidate = { readonly part: Part; readonly sample: Sample; readonly found: PartFound }

export type Choice = {
  readonly chosen: readonly Candidate[]
  readonly notRead: readonly { readonly name: string; readonly reason: string }[]
  readonly warnings: readonly Warning[]
}

/** How much a table looks like a list of payments. */
const worth = ({ found }: Candidate): number => {
  const { columns, headerRows, groupedByPayee } = found.layout
  const roles = Object.keys(columns).length
  return (
    (columns.date === undefined ? 0 : 3) +
    (columns.payee === undefined ? 0 : 3) +
    (headerRows === null ? 0 : 1) +
    Math.min(roles, 8) * 0.3 +
    Math.log10(found.dataRows) -
    (groupedByPayee ? 1 : 0)
  )
}

export const partName = (part: Part): string => (part.kind === 'sheet' ? part.sheet : part.name)

/** The payments among the first rows of a table, each as one text that is the same in a copy of it. */
const keysOf = ({ sample, found }: Candidate): Set<string> => {
  const interpreter = createInterpreter(found.layout, 0, createCounters())
  for (const record of sample.records) interpreter.take(record)
  interpreter.end()
  return new Set(
    interpreter
      .drain()
      .payments.map((row) =>
        [row.paidOn ?? row.periodFrom, row.payeeName, row.amountPence, row.reference, row.description].join(
          '\u0001',
        ),
      ),
  )
}

const COPY_SHARE = 0.95

/** The name of a larger table that holds nearly all payments of this one. */
const holderOf = (
  keys: Set<string>,
  seen: readonly { name: string; keys: Set<string> }[],
): string | undefined =>
  seen.find((other) => {
    const held = [...keys].filter((key) => other.keys.has(key)).length
    return keys.size > 0 && held >= keys.size * COPY_SHARE
  })?.name

/**
 * Which tables are read: of a workbook the best sheet and those laid out like it (one for each month, say); of a ZIP
 * file every entry that holds payments. Copies and extracts are left out, so that no payment is counted twice.
 */
export const chooseParts = (candidates: readonly Candidate[]): Choice => {
  const notRead: { name: string; reason: string }[] = []
  const alike = groupByFile(candidates).flatMap((group) => {
    const signature = bestSignature(group)
    return group.filter((candidate) => {
      const isAlike = partSignature(candidate.found.layout) === signature
      if (!isAlike) notRead.push({ name: partName(candidate.part), reason: OTHER_LAYOUT })
      return isAlike
    })
  })
  const seen: { name: string; keys: Set<string> }[] = []
  const kept = new Set<Candidate>()
  for (const candidate of [...alike].sort((a, b) => b.found.dataRows - a.found.dataRows)) {
    const name = partName(candidate.part)
    const keys = keysOf(candidate)
    const holder = alike.length > 1 ? holderOf(keys, seen) : undefined
    if (holder === undefined) {
      seen.push({ name, keys })
      kept.add(candidate)
    } else notRead.push({ name, reason: `Its payments are also in ${holder}.` })
  }
  const chosen = alike.filter((candidate) => kept.has(candidate))
  return { chosen, notRead, warnings: severalWarnings(chosen) }
}

const OTHER_LAYOUT = 'It holds amounts too, laid out differently from the sheet that was read.'

const groupByFile = (candidates: readonly Candidate[]): Candidate[][] => {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const { part } = candidate
    const key = part.kind === 'sheet' ? `workbook ${part.entry ?? ''}` : `text ${part.entry ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), candidate])
  }
  return [...groups.values()]
}

const bestSignature = (group: readonly Candidate[]): string => {
  const best = [...group].sort((a, b) => worth(b) - worth(a))[0]
  return best === undefined ? '' : partSignature(best.found.layout)
}

const severalWarnings = (chosen: readonly Candidate[]): Warning[] => {
  if (chosen.length < 2) return []
  const names = chosen.map(({ part }) => partName(part)).join(', ')
  const areSheets = chosen.every(({ part }) => part.kind === 'sheet')
  return [warning(areSheets ? 'sheets-read' : 'entries-read', { count: chosen.length, names })]
}
