import { todayInLondon } from '../../../platform/clock.ts'
import type { Command } from '../../../platform/command.ts'
import { warningSentence } from '../messages/warning-words.ts'
import { REFERENCE } from '../reference/loaded.ts'
import { ageOf, isOutOfDate, outOfDateNotice } from '../rules/reference-age.ts'

const referenceCommand: Command = {
  name: 'measures reference',
  needsNoDatabase: true,
  summary: 'Show which reference data is loaded, from where, how old it is, and what is out of date',
  usage: '',
  minArgs: 0,
  maxArgs: 0,
  options: {},
  examples: ['measures reference', 'measures reference --json'],
  run: async ({ services, terminal }) => {
    const today = todayInLondon(services.clock)
    const ages = [...REFERENCE.sources.values()].map((source) => ageOf(source, today))
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
        deflators: REFERENCE.deflators.map(({ points, ...series }) => ({
          ...series,
          first: points[0]?.year,
          last: points.at(-1)?.year,
          forecastFrom: points.find(({ isForecast }) => isForecast)?.year ?? null,
        })),
        carbonValues: {
          id: REFERENCE.carbon.id,
          priceYear: REFERENCE.carbon.priceYear,
          first: REFERENCE.carbon.points[0]?.year,
          last: REFERENCE.carbon.points.at(-1)?.year,
        },
        discountRates: REFERENCE.rates,
        wages: REFERENCE.wages,
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
