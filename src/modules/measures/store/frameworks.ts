import type { Selectable } from 'kysely'
import type { Reader, Writer } from '../../../platform/database.ts'
import { ENTRY_KINDS, type Entry, type EntryKind, type FrameworkVersion } from '../model/adaptation.ts'
import type { Measure, Outcome, Theme } from '../model.ts'
import { entriesOf } from '../rules/adapt.ts'
import type { MeasuresTables } from '../tables.ts'

type FrameworkRow = Selectable<MeasuresTables['measures.framework']>

export type FrameworkHeader = Omit<FrameworkVersion, 'framework'> & {
  readonly framework: Omit<FrameworkVersion['framework'], 'themes' | 'outcomes' | 'measures'>
}

const headerOf = (row: FrameworkRow): FrameworkHeader => ({
  id: row.id,
  authorityId: row.authority_id,
  terms: row.terms,
  fileName: row.file_name,
  addedAt: row.added_at,
  framework: {
    id: row.code,
    version: row.version,
    title: row.title,
    publishedOn: row.published_on,
    appliesFrom: row.applies_from,
    licence: row.licence,
    attribution: row.attribution,
    notice: row.notice,
    isOptionalTemplate: row.is_optional_template,
    source: row.source,
    rubrics: row.rubrics,
    neverTogether: row.never_together,
  },
})

/** Every version that the acting authority may see, the newest of each framework first. */
export const listVersions = async (db: Reader<MeasuresTables>): Promise<FrameworkHeader[]> => {
  const rows = await db
    .selectFrom('measures.framework')
    .selectAll()
    .orderBy('code')
    .orderBy('published_on', 'desc')
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(headerOf)
}

/** A version with its themes, outcomes and measures in their order. */
export const readVersion = async (
  db: Reader<MeasuresTables>,
  header: FrameworkHeader,
): Promise<FrameworkVersion> => {
  const rows = await db
    .selectFrom('measures.entry')
    .select(['kind', 'code', 'content'])
    .where('framework_id', '=', header.id)
    .orderBy('kind')
    .orderBy('position')
    .execute()
  const of = <Kind extends Entry>(kind: EntryKind): Kind[] =>
    rows.filter((row) => row.kind === kind).map(({ code, content }) => ({ ...content, code }) as Kind)
  return {
    ...header,
    framework: {
      ...header.framework,
      themes: of<Theme>('theme'),
      outcomes: of<Outcome>('outcome'),
      measures: of<Measure>('measure'),
    },
  }
}

export const insertVersion = async (
  tx: Writer<MeasuresTables>,
  { framework, ...version }: FrameworkVersion,
  addedBy: string,
): Promise<void> => {
  await tx
    .insertInto('measures.framework')
    .values({
      id: version.id,
      authority_id: version.authorityId,
      code: framework.id,
      version: framework.version,
      title: framework.title,
      published_on: framework.publishedOn,
      applies_from: framework.appliesFrom,
      licence: framework.licence,
      terms: version.terms,
      attribution: [...framework.attribution],
      notice: framework.notice,
      is_optional_template: framework.isOptionalTemplate,
      source: framework.source,
      rubrics: JSON.stringify(framework.rubrics),
      never_together: JSON.stringify(framework.neverTogether),
      file_name: version.fileName,
      added_at: version.addedAt,
      added_by: addedBy,
    })
    .execute()
  const entries = ENTRY_KINDS.flatMap((kind) =>
    entriesOf(framework, kind).map(({ code, ...content }, position) => ({
      framework_id: version.id,
      authority_id: version.authorityId,
      kind,
      code,
      position,
      content: JSON.stringify(content),
    })),
  )
  const MOST_AT_ONCE = 5_000
  for (let from = 0; from < entries.length; from += MOST_AT_ONCE)
    await tx
      .insertInto('measures.entry')
      .values(entries.slice(from, from + MOST_AT_ONCE))
      .execute()
}

/** Lets one change of frameworks of this code at a time through. */
export const lockFramework = async (tx: Writer<MeasuresTables>, code: string): Promise<void> => {
  await tx
    .selectNoFrom((eb) =>
      eb
        .fn('pg_advisory_xact_lock', [eb.fn('hashtextextended', [eb.val(`measures ${code}`), eb.val(0)])])
        .as('locked'),
    )
    .execute()
}
