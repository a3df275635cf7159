import { createOrganisation, type OrganisationId } from '#identity'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { installShippedFrameworks } from './actions/install-shipped.ts'
import type { MeasuresTables } from './tables.ts'

export type Council = {
  readonly id: string
  readonly name: string
  readonly ctx: Context & { readonly authorityId: string }
}

/** A council, with the shipped frameworks in the library. */
export const aCouncil = async (
  db: TestDatabase,
  name = `Council ${newId().slice(-12)}`,
): Promise<Council> => {
  await installShippedFrameworks(db.services)
  const operator = db.context({ kind: 'command' }, null)
  const made = await createOrganisation(operator, {
    name,
    kind: 'council',
    isAuthority: true,
    homePlaceId: null,
  })
  if (!made.ok) throw new Error(`refused: ${made.refusal}`)
  const id: OrganisationId = made.value.id
  return { id, name, ctx: { ...db.context({ kind: 'command' }, id), authorityId: id } }
}

const HEADER =
  'kind,code,parent,name,counts,does not count,unit,how to count,evidence,measure kind,basis,value,low,high,price year,source,link,licence,confidence,group,deadweight,small suppliers,rubric'

/** A framework as an authority would hand it in: two themes, two outcomes and, unless said otherwise, three measures. */
export const frameworkCsv = (...measures: readonly string[]): string =>
  [
    HEADER,
    'theme,work,,Work',
    'theme,green,,Climate',
    'outcome,jobs,work,Residents have work',
    'outcome,carbon,green,Less carbon',
    ...(measures.length > 0
      ? measures
      : [
          'measure,local-job,jobs,Jobs for residents,Each year of work,Work elsewhere,person-year,Paid weeks / 52,payroll totals,quantitative,economic,14000,12000,16000,2024/25,County study 2025,https://example.org/study,,medium,person-into-work,Say how many would have found work,yes,',
          'measure,tonnes,carbon,Carbon saved,Each tonne,Offsets,tonne,Weigh it,meter readings,quantitative,none,,,,,,,,,,,yes,',
          'measure,story,jobs,What changed for people,Their words,Ours,score,Score it,their words,qualitative,none,,,,,,,,,,,yes,story-of-change',
        ]),
  ].join('\r\n')

export const read = <Result>(
  ctx: Context,
  work: (db: Reader<MeasuresTables>) => Promise<Result>,
): Promise<Result> => inReading<MeasuresTables, Result>(ctx, work)
