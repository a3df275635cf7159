import { type Candidate, chooseParts, partName } from './choose-parts.ts'
import { weighDate } from './columns/date-order.ts'
import { detectPart, needsMoreEvidenceFor } from './columns/detect-part.ts'
import { type OpenedFile, openFile, type Part } from './files/open-file.ts'
import { DEFAULT_LIMITS, type ReadingLimits } from './limits.ts'
import { warning } from './messages.ts'
import type { Layout, LayoutCorrection, PartLayout, SourceFile, Warning } from './model.ts'
import { noRecordNotes, readRecords } from './read-records.ts'
import type { UnreadableFile } from './refusal-model.ts'
import type { Detected } from './row-model.ts'
import { type Sample, samplePart } from './sample-part.ts'
import { ROWS_TO_SHOW, sampleRows } from './sample-rows.ts'
import { isUnreadable, UnreadableFileError, unreadable } from './unreadable.ts'

/**
 * Finds out how an uploaded file is to be read, from its first rows, or says in a sentence why it cannot be. A
 * correction overrides what would be found. Never throws for what a file holds.
 */
export const detectLayout = async (
  file: SourceFile,
  correction?: LayoutCorrection,
  limits: ReadingLimits = DEFAULT_LIMITS,
): Promise<Detected | UnreadableFile> => {
  let opened: OpenedFile | undefined
  try {
    opened = await openFile(file, limits)
    return await detectOpened(file, opened, correction, limits)
  } catch (error) {
    if (isUnreadable(error)) return unreadable(error)
    throw error
  } finally {
    await opened?.close()
  }
}

type Failure = { readonly part: Part; readonly error: UnreadableFileError; readonly sample: Sample | null }

const detectOpened = async (
  file: SourceFile,
  opened: OpenedFile,
  correction: LayoutCorrection | undefined,
  limits: ReadingLimits,
): Promise<Detected | UnreadableFile> => {
  const parts = partsAskedFor(opened, correction)
  const candidates: Candidate[] = []
  const failures: Failure[] = []
  for (const part of parts) {
    const tried = await tryPart(file, part, correction, limits)
    if ('found' in tried) candidates.push(tried)
    else failures.push(tried)
  }
  if (candidates.length === 0) return refuse(opened, failures)
  const choice = chooseParts(candidates)
  const settled: PartLayout[] = []
  const warnings: Warning[] = []
  for (const candidate of choice.chosen) {
    const { layout, warnings: own } = await settleDateOrder(candidate, correction, limits)
    settled.push(layout)
    warnings.push(...own)
  }
  const leftOut = [
    ...opened.notRead,
    ...choice.notRead,
    ...failures.map(({ part, error }) => ({ name: partName(part), reason: error.message })),
  ]
  const layout: Layout = {
    container: opened.container,
    parts: settled,
    notRead: leftOut,
    warnings: [...choice.warnings, ...leftOutWarnings(opened, leftOut), ...onlyOnce(warnings)],
  }
  const sample = settled.flatMap((one, index) => sampleRows(choice.chosen[index]?.sample, one, index))
  return { ok: true, layout, sample: sample.slice(0, ROWS_TO_SHOW * 3), warnings: layout.warnings }
}

const partsAskedFor = (opened: OpenedFile, correction: LayoutCorrection | undefined): readonly Part[] => {
  const wanted = correction?.sheet?.trim().toLowerCase()
  if (wanted === undefined) return opened.parts
  const found = opened.parts.filter(
    (part) => part.kind === 'sheet' && part.sheet.trim().toLowerCase() === wanted,
  )
  if (found.length > 0) return found
  const sheets = opened.parts.map(partName).join(', ')
  throw new UnreadableFileError('correction-unknown-sheet', { sheet: `“${correction?.sheet ?? ''}”`, sheets })
}

const tryPart = async (
  file: SourceFile,
  part: Part,
  correction: LayoutCorrection | undefined,
  limits: ReadingLimits,
): Promise<Candidate | Failure> => {
  let sample: Sample | null = null
  try {
    sample = await samplePart(part, correction, limits)
    const names = { sheet: part.kind === 'sheet' ? part.sheet : null, entry: part.entry, file: file.name }
    return { part, sample, found: detectPart(sample.records, sample.source, names, correction) }
  } catch (error) {
    if (!isUnreadable(error) || error.code.startsWith('correction-')) throw error
    return { part, sample, error }
  }
}

/** Reasons that concern the file as a whole, not one table of it. */
const DAMAGE: ReadonlySet<string> = new Set([
  'workbook-damaged',
  'archive-damaged',
  'expands-too-much',
  'too-large',
])

const refuse = (opened: OpenedFile, failures: readonly Failure[]): UnreadableFile => {
  const damage = failures.find(({ error }) => DAMAGE.has(error.code))
  if (damage !== undefined) return unreadable(damage.error)
  const [first, ...others] = failures
  if (first !== undefined && others.length === 0 && opened.container !== 'zip') {
    const rows = first.sample?.records.slice(0, ROWS_TO_SHOW)
    return rows === undefined
      ? unreadable(first.error)
      : { ...unreadable(first.error), preview: { rows, headers: [] } }
  }
  const detail = failures.map(({ part, error }) => `${partName(part)}: ${error.message}`).join(' ')
  const isWorkbook = failures.length === 0 || failures.some(({ part }) => part.kind === 'sheet')
  return unreadable(
    new UnreadableFileError(
      isWorkbook && opened.container !== 'zip' ? 'workbook-without-payments' : 'archive-without-payments',
      { detail },
    ),
  )
}

const leftOutWarnings = (opened: OpenedFile, leftOut: Layout['notRead']): Warning[] => {
  const found: Warning[] = []
  if (opened.hiddenSheets.length > 0)
    found.push(warning('sheets-hidden', { names: opened.hiddenSheets.join(', ') }))
  if (leftOut.length > 0) {
    const code = opened.container === 'zip' ? 'entries-not-read' : 'sheets-not-read'
    found.push(warning(code, { names: leftOut.map(({ name }) => name).join(', ') }))
  }
  return found
}

const onlyOnce = (warnings: readonly Warning[]): Warning[] => [
  ...new Map(warnings.map((one) => [one.message, one])).values(),
]

/** Where the first rows leave day and month open, the rest of the file is looked through until one row settles it. */
const settleDateOrder = async (
  candidate: Candidate,
  correction: LayoutCorrection | undefined,
  limits: ReadingLimits,
): Promise<{ layout: PartLayout; warnings: readonly Warning[] }> => {
  const { found, part, sample } = candidate
  const column = found.layout.columns.date
  if (correction?.dateOrder || sample.isAll || column === undefined || !needsMoreEvidenceFor(found))
    return found
  for await (const records of readRecords(part, found.layout, limits, noRecordNotes())) {
    for (const row of records) weighDate(row[column] ?? '', found.layout.period, found.evidence)
    if (found.evidence.dayFirst + found.evidence.monthFirst > 0) break
  }
  return found.judgeAgain()
}
