import {
  addEntry,
  changeEntry,
  changeVariant,
  importFramework,
  importReference,
  installShippedFrameworks,
  keepRefusedFile,
  type MeasuresTables,
  readFramework,
  switchOff,
  weighMeasure,
} from '#measures'
import { actingAs, type Context, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { CITY_WARDS, COUNTY } from '../geography/made-up-places.ts'
import { COUNTY_FRAMEWORK, frameworkFile, WRONG_FRAMEWORK } from './county-framework.ts'
import { insist } from './insist.ts'

const adaptOpenFramework = async (ctx: Context): Promise<void> => {
  const measure = { kind: 'measure' as const }
  const change = await changeEntry(ctx, 'open', {
    ...measure,
    code: 'com-volunteer',
    texts: {
      name: 'Hours staff give to groups in Northmere',
      value: '19.40',
      low: '12.71',
      high: '27.90',
      priceYear: '2025/26',
      source: 'Northmere community time study 2026 (made up)',
    },
    because: 'The panel of community groups asked that only groups in the city count.',
  })
  insist(change, 'the change of a measure')
  const added = await addEntry(ctx, 'open', {
    ...measure,
    code: 'library-hours',
    texts: {
      name: 'Hours that libraries stay open longer',
      parent: 'com-time-and-gifts',
      counts: 'Hours beyond the published times, staffed through the contract.',
      doesNotCount: 'Hours that only move to another day.',
      unit: 'hour',
      howToCount: 'Add up the hours that doors were open.',
      evidence: 'the log of the library',
      basis: 'none',
      licence: 'Own definition',
      deadweight: 'Say which hours were planned anyway.',
    },
    because: 'The place plan promises longer hours in three libraries.',
  })
  insist(added, 'a measure of the council’s own')
  const off = await switchOff(ctx, 'open', {
    ...measure,
    code: 'env-biodiversity',
    because: 'Counted with planning permissions, not with contracts.',
  })
  insist(off, 'switching a measure off')
  const [ward] = CITY_WARDS
  const weight = await weighMeasure(ctx, 'open', {
    measure: 'job-neet-18-24',
    target: { kind: 'ward', id: ward.code },
    weight: '2',
    because: 'Twice the city’s share of young people there are out of work.',
  })
  insist(weight, 'a weight')
}

const bringCountyFrameworkIn = async (ctx: Context): Promise<void> => {
  for (const [at, version] of COUNTY_FRAMEWORK.entries()) {
    const imported = await importFramework(ctx, {
      bytes: frameworkFile(version),
      fileName: `county-framework-${version.version}.csv`,
      facts: {
        id: 'county-framework',
        version: version.version,
        title: `${COUNTY} framework`,
        publishedOn: version.publishedOn,
        licence: 'CC BY 4.0',
        source: `${COUNTY} County Council (made up)`,
        terms: 'open',
      },
    })
    if (!imported.ok && imported.refusal !== 'version-taken') insist(imported, 'the framework of the county')
    if (at > 0) continue
    const change = await changeEntry(ctx, 'county-framework', {
      kind: 'measure',
      code: 'repair-cafe',
      texts: { name: 'Things mended at repair cafés' },
      because: 'That is what people in Northmere call them.',
    })
    insist(change, 'the change of a measure of the county')
    const figure = await changeVariant(ctx, 'county-framework', {
      measure: 'county-apprentice',
      code: 'over-25',
      texts: { value: '2310' },
      because: 'Our college found a little more.',
    })
    insist(figure, 'the change of another figure')
    const renamed = await changeEntry(ctx, 'county-framework', {
      kind: 'outcome',
      code: 'good-streets',
      texts: { name: 'Streets that neighbours look after together', words: 'streets; neighbours; litter' },
      because: 'The street panels put it so.',
    })
    insist(renamed, 'the change of an outcome of the county')
  }
}

/** A file that somebody handed in and that was not taken in, so that what is wrong with it can be seen. */
const bringWrongFileIn = async (ctx: Context): Promise<void> => {
  const typed = { title: 'Street survey', code: 'street-survey', version: '1', published: '2026-11-01' }
  const rest = { licence: 'Own definition', source: '', terms: 'open' }
  const fileName = 'street-survey.csv'
  const imported = await importFramework(ctx, {
    bytes: WRONG_FRAMEWORK,
    fileName,
    facts: { ...typed, id: typed.code, publishedOn: typed.published, ...rest, source: null, terms: 'open' },
  })
  if ('faults' in imported)
    await keepRefusedFile(ctx, {
      kind: 'framework',
      fileName,
      typed: { ...typed, ...rest },
      faults: imported.faults,
    })
}

/** Wages that somebody handed in for the years to come, with a slip in each second row. */
const bringWrongWagesIn = async (ctx: Context): Promise<void> => {
  const lines = Array.from({ length: 48 }, (_, at) => {
    const [year, place] = [2026 + Math.floor(at / 2), at % 2 === 0 ? 'uk' : 'city']
    return `real-living-wage,${place},adults,${year}-04-01,${year + 1}-03-31,${at % 4 === 0 ? '0' : '13.45'}`
  })
  const typed = {
    title: 'Living wages, our forecast (made up)',
    licence: 'Own figures',
    published: '2026-11-02',
  }
  const fileName = 'living-wages.csv'
  const imported = await importReference(ctx, {
    kind: 'wages',
    bytes: Buffer.from(['kind,place,who,from,to,hourly', ...lines].join('\n')),
    fileName,
    title: typed.title,
    licence: typed.licence,
    url: null,
    publishedOn: typed.published,
    nextDue: null,
    priceYear: 'nominal',
  })
  if (imported.ok) return
  const form = { kind: 'wages', ...typed, url: '', due: '', prices: '' }
  await keepRefusedFile(ctx, { kind: 'reference', fileName, typed: form, faults: imported.faults })
}

/** The council's measures: the open framework made its own, and the county's with a newer version to take in. */
export const seedMeasures = async (services: Services, councilId: string): Promise<void> => {
  await installShippedFrameworks(services)
  const ctx = actingAs(services, { kind: 'command' }, councilId)
  const { revision } = await inReading<MeasuresTables, { revision: number }>(ctx, (db) =>
    readFramework(db, 'open'),
  )
  // An earlier try may have got this far; an adaptation that somebody has begun is not touched.
  if (revision > 0) return
  await bringCountyFrameworkIn(ctx)
  await adaptOpenFramework(ctx)
  await bringWrongFileIn(ctx)
  await bringWrongWagesIn(ctx)
}
