import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { findMinutes, listLog } from '#bids'
import { listEnquiries, listExtensions, listPublishedAnswers, listVersions } from '#tenders'
import type { AuditTables } from '../../platform/audit.ts'
import type { Reader } from '../../platform/database.ts'
import { csvText } from '../../platform/export-table.ts'
import type { FileStore } from '../../platform/files.ts'
import { plainName } from '../../platform/zip-member.ts'
import type { Evaluation } from './model.ts'
import { packIndex } from './pack-index.ts'
import { listAwards } from './store/awards.ts'
import { bidderOfBids, listAnswers, listBids, listDeclarations, listFindings } from './store/bids.ts'
import { listApprovals, listLowPrices, listResults, listSeen, listSummaries } from './store/decisions.ts'
import { listAgreed, listPanel, listScores } from './store/panel.ts'
import type { EvaluationTables } from './tables.ts'

type Row = Readonly<Record<string, unknown>>
export type PackPart = { readonly name: string; readonly about: string; readonly rows: readonly Row[] }

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return csvText(value)
  return typeof value === 'object' ? csvText(JSON.stringify(value)) : String(value as number | boolean)
}

const csvOf = (rows: readonly Row[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => columns.map((column) => cellText(row[column])).join(','))
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

const auditOf = (db: Reader<AuditTables>, subjects: readonly string[]) =>
  db
    .selectFrom('platform.audit_entry')
    .select(['number', 'occurred_at', 'actor', 'name', 'subject', 'facts', 'previous_hash', 'hash'])
    .where('subject', 'in', [...subjects])
    .orderBy('number')
    .execute()

type Source = {
  readonly name: string
  readonly about: string
  readonly read: (db: Reader<EvaluationTables>, evaluation: Evaluation) => Promise<readonly Row[]>
}

const bidsWithNames = async (db: Reader<EvaluationTables>, { id }: Evaluation): Promise<readonly Row[]> => {
  const bidders = await bidderOfBids(db, id)
  return (await listBids(db, id)).map((bid) => ({ ...bid, bidder: bidders.get(bid.id)?.name ?? null }))
}

/** The parts of a pack, in the order of a purchase. */
const SOURCES: readonly Source[] = [
  {
    name: 'criteria',
    about: 'Award criteria as published, with their weights',
    read: async (_db, { criteria }) => criteria,
  },
  {
    name: 'tender-versions',
    about: 'The tender as published, version by version, with what changed and why',
    read: (db, { tenderId }) => listVersions(db as never, tenderId),
  },
  {
    name: 'questions-and-answers',
    about: 'Questions of bidders with the answers that everybody could read',
    read: (db, { tenderId }) => listPublishedAnswers(db as never, tenderId),
  },
  {
    name: 'enquiries',
    about: 'What bidders asked, in their words and without their names, and why a question was closed',
    read: async (db, { tenderId }) =>
      (await listEnquiries(db as never, tenderId)).map(({ id, text, askedAt, closedAt, closedBecause }) => ({
        id,
        text,
        askedAt,
        closedAt,
        closedBecause,
      })),
  },
  {
    name: 'extensions',
    about: 'More time that everybody was given, why, and the outage behind it',
    read: (db, { tenderId }) => listExtensions(db as never, tenderId),
  },
  {
    name: 'log-of-bids',
    about:
      'The public log of bids: what came in or was taken back when, each entry’s hash covering the one before',
    read: (db, { tenderId }) => listLog(db as never, tenderId),
  },
  {
    name: 'opening',
    about: 'Minutes of the opening: who, when, and each fingerprint against the public log',
    read: async (db, { tenderId }) => [(await findMinutes(db as never, tenderId)) ?? []].flat(),
  },
  { name: 'questions', about: 'Questions as published', read: async (_db, { questions }) => questions },
  { name: 'asked', about: 'Social value that was asked for', read: async (_db, { askLines }) => askLines },
  {
    name: 'bids',
    about: 'Bids, with the fingerprint that was made public when each was submitted',
    read: bidsWithNames,
  },
  { name: 'answers', about: 'What bidders answered', read: (db, { id }) => listAnswers(db, id) },
  { name: 'panel', about: 'Who scored which criteria', read: (db, { id }) => listPanel(db, id) },
  {
    name: 'declarations',
    about: 'Interests declared, by person and bidder',
    read: (db, { id }) => listDeclarations(db, id),
  },
  {
    name: 'checks',
    about: 'Conditions, clarifications and exclusions',
    read: (db, { id }) => listFindings(db, id),
  },
  { name: 'scores', about: 'What each evaluator gave, and why', read: (db, { id }) => listScores(db, id) },
  {
    name: 'agreed',
    about: 'What the panel agreed, why it moved, and what bidders were told',
    read: (db, { id }) => listAgreed(db, id),
  },
  {
    name: 'low-prices',
    about: 'Prices that stood out as low: asked, explained, decided',
    read: (db, { id }) => listLowPrices(db, id),
  },
  {
    name: 'results',
    about: 'Results put up for approval, with every step and every test of robustness',
    read: (db, { id }) => listResults(db, id),
  },
  {
    name: 'robustness-seen',
    about: 'Who looked at the tests of robustness, and when',
    read: (db, { id }) => listSeen(db, id),
  },
  {
    name: 'approvals',
    about: 'Who approved what, by which role',
    read: (db, { id }) => listApprovals(db, id),
  },
  {
    name: 'summaries',
    about: 'What each bidder was told',
    read: (db, { id }) => listSummaries(db, { evaluationId: id }),
  },
  { name: 'awards', about: 'What was awarded to whom', read: (db, { id }) => listAwards(db, id) },
  {
    name: 'audit-log',
    about:
      'Entries of the audit log about this purchase; each hash covers the entry before it in the whole log',
    read: (db, { id, tenderId, purchaseId }) =>
      auditOf(db as unknown as Reader<AuditTables>, [id, tenderId, purchaseId]),
  },
]

/** A file that belongs to an answer; `key` is where it is stored. */
export type PackFile = {
  readonly name: string
  readonly bid: string
  readonly question: string
  readonly givenName: string
  readonly size: number
  readonly sha256: string
  readonly key: string
}
export type Pack = { readonly parts: readonly PackPart[]; readonly files: readonly PackFile[] }

const readFiles = async (db: Reader<EvaluationTables>, { id }: Evaluation): Promise<readonly PackFile[]> => {
  const bids = new Map(
    (await listBids(db, id)).map(({ id: bidId, lot, letter }) => [bidId, `${lot}-${letter}`]),
  )
  return (await listAnswers(db, id)).flatMap(({ bidId, question, files }) =>
    files.map(({ name, size, sha256, key }, at) => ({
      name: `files/bid-${bids.get(bidId)}/${question}-${at + 1}-${plainName(name)}`,
      bid: bids.get(bidId) ?? '',
      question,
      givenName: name,
      size,
      sha256,
      key,
    })),
  )
}

/** Everything that is kept of an evaluation, as far as whoever asks may read it; each part in one fixed order. */
export const readPack = async (db: Reader<EvaluationTables>, evaluation: Evaluation): Promise<Pack> => {
  const parts: PackPart[] = []
  for (const { name, about, read } of SOURCES) parts.push({ name, about, rows: await read(db, evaluation) })
  const files = await readFiles(db, evaluation)
  const rows = files.map(({ key: _key, ...file }) => file)
  return {
    parts: [...parts, { name: 'files', about: 'Files that belong to answers, in the folder files', rows }],
    files,
  }
}

/**
 * A ZIP with a page to begin at, every part as CSV and JSON, and a list of fingerprints. The same records give the same
 * bytes: order, names and times are fixed.
 */
export const packZip = (
  evaluation: Evaluation,
  { parts, files }: Pack,
  { open }: Pick<FileStore, 'open'>,
): Readable => {
  const zip = new ZipFile()
  const out = zip.outputStream as unknown as Readable
  zip.on('error', (error) => out.destroy(error as Error))
  const options = { mtime: evaluation.startedAt, mode: 0o100644, forceDosTimestamp: true } as const
  const prints: string[] = []
  const add = (name: string, text: string): void => {
    const bytes = Buffer.from(text)
    prints.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`)
    zip.addBuffer(bytes, name, options)
  }
  add('index.html', packIndex(evaluation, parts))
  add('evaluation.json', `${JSON.stringify(evaluation, null, 2)}\n`)
  for (const { name, rows } of parts) {
    add(`${name}.csv`, csvOf(rows))
    add(`${name}.json`, `${JSON.stringify(rows, null, 2)}\n`)
  }
  for (const { name, sha256, key } of files) {
    prints.push(`${sha256}  ${name}`)
    zip.addReadStreamLazy(name, options, (take) => take(null, open(key)))
  }
  zip.addBuffer(Buffer.from(`${prints.join('\n')}\n`), 'SHA256SUMS', options)
  zip.end()
  return out
}
