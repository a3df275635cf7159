import { actingForNamed } from '#identity'
import { todayInLondon } from '../../../platform/clock.ts'
import type { Command } from '../../../platform/command.ts'
import { warningSentence } from '../messages/warning-words.ts'
import { REFERENCE } from '../reference/loaded.ts'
import { ageOf, isOutOfDate, outOfDateNotice } from '../rules/reference-age.ts'
import { read } from '../seen.ts'
import { readReference } from '../store/reference-sets.ts'
import { PRICING_OPTIONS } from './pricing.ts'

const referenceCommand: Command = {
  name: 'measures reference',
  needsNoDatabase: 'without-organisation',
  summary: 'Show which reference data is loaded, from where, how old it is, and what is out of date',
  usage: '',
  minArgs: 0,
  maxArgs: 0,
  options: { organisation: PRICING_OPTIONS.organisation },
  examples: ['measures reference', 'measures reference --organisation northmere-city-council --json'],
  run: async ({ services, options, terminal }) => {
    const today = todayInLondon(services.clock)
    const reference =
      options.organisation === undefined
        ? REFERENCE
        : await read(await actingForNamed(services, options.organisation), readReference)
    const ages = [...reference.sources.values()].map((source) => ageOf(source, today))
    const old = ages.filter(isOutOfDate)
    terminal.answer({
      today,
      outOfDate: old.length,
      sources: ages.map(({ source, months, isOverdue, isSuperseded }) => ({
        ...source,
        monthsOld: months,
        isOverdue,
        isSuperseded,
        warning:
          isOverdue || isSuperseded
            ? warningSentence(outOfDateNotice({ source, months, isOverdue, isSuperseded }))
            : null,
      })),
      series: {
        deflators: reference.deflators.map(({ points, ...series }) => ({
          ...series,
          first: points[0]?.year,
          last: points.at(-1)?.year,
          forecastFrom: points.find(({ isForecast }) => isForecast)?.year ?? null,
        })),
        carbonValues: {
          id: reference.carbon.id,
          priceYear: reference.carbon.priceYear,
          first: reference.carbon.points[0]?.year,
          last: reference.carbon.points.at(-1)?.year,
        },
        discountRates: reference.rates,
        wages: reference.wages,
      },
    })
    terminal.print(`Reference data on ${today}: ${ages.length} sources, ${old.length} out of date`)
    for (const age of ages)
      terminal.print(
        `  ${isOutOfDate(age) ? '!' : ' '} ${age.source.title}; ${age.source.publishedOn}, ${age.months} months old; ${age.source.licence}${age.source.isConfirmed ? '' : '; read in a copy'}`,
      )
    terminal.print('')
    for (const age of old) terminal.print(`! ${warningSentence(outOfDateNotice(age))}`)
    return 0
  },
}

export const referenceCommands: readonly Command[] = [referenceCommand]
