import type { Command, CommandInput } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { markOfParts } from '../../../platform/seen.ts'
import { entryParts } from '../framework/entry-parts.ts'
import { careOf, figureOf, STATUS_TAGS } from '../messages/figure-words.ts'
import { keptInside, warningSentence } from '../messages/warning-words.ts'
import { BASES, type LicenceTerms, type Measure } from '../model.ts'
import { showFramework } from '../present-valuation.ts'
import { nearestCodes } from '../rules/nearest-codes.ts'
import { ageOf, isOutOfDate, outOfDateNotice } from '../rules/reference-age.ts'
import { PRICING_OPTIONS, pricingOf } from './pricing.ts'
import { printMeasure } from './print-measure.ts'

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

/** Of a framework that its licence keeps inside, only what one has to know to use it: a list can be passed on. */
const listed = (measure: Measure, terms: LicenceTerms): Partial<Measure> => {
  const { code, name, unit, kind, basis } = measure
  return terms === 'open' ? measure : { code, name, unit, kind, basis }
}

const listCommand: Command = {
  name: 'measures list',
  needsNoDatabase: 'without-organisation',
  summary: 'List the measures of a framework, with their figures and how far these may be trusted',
  usage: '',
  minArgs: 0,
  maxArgs: 0,
  options: {
    ...PRICING_OPTIONS,
    theme: { type: 'string', description: 'only of this theme' },
    basis: { type: 'string', description: `only of this basis: ${BASES.join(', ')}` },
  },
  examples: [
    'measures list',
    'measures list --basis carbon --json',
    'measures list --framework county --organisation northmere-city-council',
  ],
  run: async (input) => {
    const { pricing, terms, revision } = await pricingOf(input)
    const { framework } = pricing
    const themeOf = new Map(framework.outcomes.map(({ code, theme }) => [code, theme]))
    const isWanted = filterOf(input, themeOf)
    const measures = framework.measures.filter(isWanted)
    const { terminal } = input
    terminal.answer({
      framework: { ...showFramework(framework), attribution: framework.attribution, terms, revision },
      measures: measures.map((measure) => ({
        ...listed(measure, terms),
        theme: themeOf.get(measure.outcome),
        warning: careOf(measure),
      })),
    })
    if (terms === 'restricted') terminal.warn(keptInside(framework.licence))
    terminal.print(`${framework.title}, version ${framework.version}: ${measures.length} measures`)
    if (framework.notice) terminal.print(`! ${framework.notice}`)
    for (const theme of framework.themes) {
      const own = measures.filter(({ outcome }) => themeOf.get(outcome) === theme.code)
      if (own.length > 0) terminal.print(`\n${theme.name} (${theme.code})`)
      for (const measure of own)
        terminal.print(
          `  ${measure.code.padEnd(26)} ${measure.name}${measure.proxy && terms === 'open' ? `: ${figureOf(measure)} ${measure.proxy.priceYear}, ${measure.basis}` : ''}${STATUS_TAGS[measure.status] ? ` [${measure.status}]` : ''}`,
        )
    }
    for (const line of framework.attribution) terminal.print(`\n${line}`)
    return 0
  },
}

const showCommand: Command = {
  name: 'measures show',
  needsNoDatabase: 'without-organisation',
  summary: 'Show one measure: what counts, how to count it, evidence, value, source, licence',
  usage: 'CODE',
  minArgs: 1,
  maxArgs: 1,
  options: PRICING_OPTIONS,
  examples: [
    'measures show com-volunteer',
    'measures show ppn026-fair-pay --framework ppn-026',
    'measures show com-volunteer --organisation northmere-city-council',
  ],
  run: async (input) => {
    const { pricing, terms, revision } = await pricingOf(input)
    const { framework, measures, reference, today } = pricing
    const [code = ''] = input.args
    const measure = measures.get(code) ?? measures.get(code.toLowerCase())
    if (!measure) {
      const near = nearestCodes(code, [...measures.keys()])
      throw new Unusable(warningOfUnknown(code, near))
    }
    const outcome = framework.outcomes.find((known) => known.code === measure.outcome)
    const rubric = framework.rubrics.find((known) => known.code === measure.rubric) ?? null
    const source = measure.source === null ? null : (reference.sources.get(measure.source) ?? null)
    const care = careOf(measure)
    const isOld = source !== null && isOutOfDate(ageOf(source, today))
    const { terminal } = input
    terminal.answer({
      framework: { ...showFramework(framework), terms, revision },
      ...measure,
      seen: markOfParts(entryParts(measure)),
      outcome,
      rubric,
      source,
      isSourceOutOfDate: isOld,
      warning: care,
    })
    if (terms === 'restricted') terminal.warn(keptInside(framework.licence))
    printMeasure({ measure, outcome, rubric, source }, terminal)
    for (const text of [measure.caution, care]) if (text) terminal.print(`  ! ${text}`)
    if (isOld && source) terminal.print(`  ! ${warningSentence(outOfDateNotice(ageOf(source, today)))}`)
    return 0
  },
}

const warningOfUnknown = (code: string, near: readonly string[]): string =>
  `There is no measure "${code.slice(0, 60)}". ${near.length > 0 ? `Did you mean ${near.join(', ')}? ` : ''}goldthread measures list shows them all.`

export const measuresCommands: readonly Command[] = [listCommand, showCommand]
