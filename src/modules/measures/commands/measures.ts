import type { Command, CommandInput } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { careOf, figureOf, pricesOf, STATUS_TAGS } from '../messages/figure-words.ts'
import { warningSentence } from '../messages/warning-words.ts'
import { BASES, type Measure } from '../model.ts'
import { showFramework } from '../present-valuation.ts'
import { REFERENCE } from '../reference/loaded.ts'
import { findUnit } from '../rules/conversions.ts'
import { nearestCodes } from '../rules/nearest-codes.ts'
import { ageOf, isOutOfDate, outOfDateNotice } from '../rules/reference-age.ts'
import { pricingOf } from './value.ts'

const FRAMEWORK = {
  framework: { type: 'string', description: 'which framework: open (default) or ppn-026' },
} as const

const filterOf = (
  { options }: CommandInput,
  themeOf: ReadonlyMap<string, string>,
): ((measure: Measure) => boolean) => {
  const { basis, theme } = options
  if (typeof basis === 'string' && !BASES.some((known) => known === basis))
    throw new Unusable(`--basis is one of: ${BASES.join(', ')}.`)
  const themes = new Set(themeOf.values())
  if (typeof theme === 'string' && !themes.has(theme))
    throw new Unusable(`There is no theme "${theme}". There are: ${[...themes].join(', ')}.`)
  return (measure) =>
    (basis === undefined || measure.basis === basis) &&
    (theme === undefined || themeOf.get(measure.outcome) === theme)
}

const listCommand: Command = {
  name: 'measures list',
  needsNoDatabase: true,
  summary: 'List the measures of a framework, with their figures and how far these may be trusted',
  usage: '',
  minArgs: 0,
  maxArgs: 0,
  options: {
    ...FRAMEWORK,
    theme: { type: 'string', description: 'only of this theme' },
    basis: { type: 'string', description: `only of this basis: ${BASES.join(', ')}` },
  },
  examples: ['measures list', 'measures list --basis carbon --json'],
  run: async (input) => {
    const { framework } = pricingOf(input)
    const themeOf = new Map(framework.outcomes.map(({ code, theme }) => [code, theme]))
    const isWanted = filterOf(input, themeOf)
    const measures = framework.measures.filter(isWanted)
    const { terminal } = input
    terminal.answer({
      framework: { ...showFramework(framework), attribution: framework.attribution },
      measures: measures.map((measure) => ({
        ...measure,
        theme: themeOf.get(measure.outcome),
        warning: careOf(measure),
      })),
    })
    terminal.print(`${framework.title}, version ${framework.version}: ${measures.length} measures`)
    if (framework.notice) terminal.print(`! ${framework.notice}`)
    for (const theme of framework.themes) {
      const own = measures.filter(({ outcome }) => themeOf.get(outcome) === theme.code)
      if (own.length > 0) terminal.print(`\n${theme.name} (${theme.code})`)
      for (const measure of own)
        terminal.print(
          `  ${measure.code.padEnd(26)} ${measure.name}${measure.proxy ? `: ${figureOf(measure)} ${measure.proxy.priceYear}, ${measure.basis}` : ''}${STATUS_TAGS[measure.status] ? ` [${measure.status}]` : ''}`,
        )
    }
    for (const line of framework.attribution) terminal.print(`\n${line}`)
    return 0
  },
}

const showCommand: Command = {
  name: 'measures show',
  needsNoDatabase: true,
  summary: 'Show one measure: what counts, how to count it, evidence, value, source, licence',
  usage: 'CODE',
  minArgs: 1,
  maxArgs: 1,
  options: FRAMEWORK,
  examples: ['measures show com-volunteer', 'measures show ppn026-fair-pay --framework ppn-026'],
  run: async (input) => {
    const { framework, measures, today } = pricingOf(input)
    const [code = ''] = input.args
    const measure = measures.get(code.toLowerCase())
    if (!measure) {
      const near = nearestCodes(code, [...measures.keys()])
      throw new Unusable(warningOfUnknown(code, near))
    }
    const outcome = framework.outcomes.find((known) => known.code === measure.outcome)
    const rubric = framework.rubrics.find((known) => known.code === measure.rubric) ?? null
    const source = measure.source === null ? null : (REFERENCE.sources.get(measure.source) ?? null)
    const care = careOf(measure)
    const isOld = source !== null && isOutOfDate(ageOf(source, today))
    const { terminal } = input
    terminal.answer({
      framework: showFramework(framework),
      ...measure,
      outcome,
      rubric,
      source,
      isSourceOutOfDate: isOld,
      warning: care,
    })
    const line = (name: string, text: string): void =>
      text === '' ? undefined : terminal.print(`  ${name.padEnd(18)} ${text}`)
    terminal.print(`${measure.name} (${measure.code})`)
    line('Outcome', outcome?.name ?? '')
    line('Counts', measure.counts)
    line('Does not count', measure.doesNotCount)
    line('Unit', findUnit(measure.unit)?.one ?? measure.unit)
    line('How to count', measure.howToCount)
    line('Evidence', measure.evidence.join('; '))
    line('Basis', measure.basis)
    line('Value', measure.proxy ? `${figureOf(measure)}, ${pricesOf(measure)}` : '')
    for (const variant of measure.variants)
      line(
        `  ${variant.code}`,
        `£${variant.value} ${variant.priceYear}, ${variant.basis}: ${variant.name}${variant.isTransfer ? ' (a transfer, never added)' : ''}`,
      )
    line('Deadweight', measure.deadweight)
    line(
      'Not with',
      measure.group === null
        ? ''
        : `other measures of the group "${measure.group}" for the same people or things`,
    )
    line('Confidence', measure.confidence)
    line('Small suppliers', measure.suitsSmallSuppliers ? 'suits them' : 'hard for them')
    line(
      'Source',
      source ? `${source.title} (${source.publishedOn})${source.url ? `, ${source.url}` : ''}` : '',
    )
    line('Licence', measure.licence)
    for (const level of rubric?.levels ?? []) line(`  ${level.score} ${level.name}`, level.described)
    for (const text of [measure.caution, care]) if (text) terminal.print(`  ! ${text}`)
    if (isOld && source) terminal.print(`  ! ${warningSentence(outOfDateNotice(ageOf(source, today)))}`)
    return 0
  },
}

const warningOfUnknown = (code: string, near: readonly string[]): string =>
  `There is no measure "${code.slice(0, 60)}". ${near.length > 0 ? `Did you mean ${near.join(', ')}? ` : ''}goldthread measures list shows them all.`

export const measuresCommands: readonly Command[] = [listCommand, showCommand]
