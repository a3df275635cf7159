import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { warningSentence } from '../messages/warning-words.ts'
import type { Reference } from '../model/reference.ts'
import { ageOf, isOutOfDate, outOfDateNotice } from '../rules/reference-age.ts'
import { contextOf, read } from '../seen.ts'
import { listCountingSets, readReference } from '../store/reference-sets.ts'
import { ReferenceView, type SeriesLine, type SourceLine } from './reference.view.tsx'

const seriesOf = ({ deflators, carbon, rates, wages }: Reference): SeriesLine[] => [
  ...deflators.map(({ title, source, points, purpose }) => ({
    name: title,
    source,
    holds: `${points[0]?.year ?? ''} to ${points.at(-1)?.year ?? ''}${purpose === 'reproduction' ? '; only to repeat a published sum' : ''}`,
  })),
  {
    name: 'Carbon values',
    source: carbon.source,
    holds: `${carbon.points[0]?.year ?? ''} to ${carbon.points.at(-1)?.year ?? ''}, in prices of ${carbon.priceYear}`,
  },
  ...rates.map(({ title, source, bands, inForceFrom }) => ({
    name: title,
    source,
    holds: `${Number(bands[0]?.rate ?? 0) * 100}% at first, ${bands.length} bands, since ${inForceFrom}`,
  })),
  ...wages.map(({ kind, place, who, hourly, from, to, source }) => ({
    name: `Wage: ${kind.replaceAll('-', ' ')}, ${place === 'uk' ? 'UK' : 'London'}, ${who}`,
    source,
    holds: `£${hourly} an hour, ${from} to ${to}`,
  })),
]

export const get = async (request: PageRequest): Promise<Answer> => {
  const ctx = contextOf(request)
  const { reference, sets } = await read(ctx, async (db) => ({
    reference: await readReference(db),
    sets: await listCountingSets(db),
  }))
  const day = today(request.ctx)
  const ages = [...reference.sources.values()].map((source) => ageOf(source, day))
  const imported = new Map(sets.map((set) => [set.source.id, set.isOwn]))
  const lines = ages
    .map(
      (age): SourceLine => ({
        age,
        warning: isOutOfDate(age) ? warningSentence(outOfDateNotice(age)) : null,
        isImported: imported.has(age.source.id),
        isOwn: imported.get(age.source.id) ?? false,
      }),
    )
    .sort((a, b) => Number(b.warning !== null) - Number(a.warning !== null))
  const titles = new Map([...reference.sources.values()].map(({ id, title }) => [id, title]))
  const series = seriesOf(reference).map((line) => ({
    ...line,
    source: titles.get(line.source) ?? line.source,
  }))
  const mayManage = request.visitor.permissions.has('measures.manage')
  return page('Reference data', h(ReferenceView, { day, lines, series, mayManage }), {
    width: 'wide',
    backLink: { href: '/measures', text: 'Measures' },
  })
}
