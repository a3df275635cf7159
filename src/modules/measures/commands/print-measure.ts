import type { Terminal } from '../../../platform/command.ts'
import { figureOf, pricesOf } from '../messages/figure-words.ts'
import type { Source } from '../model/reference.ts'
import type { Measure, Outcome, Rubric } from '../model.ts'
import { findUnit } from '../rules/conversions.ts'

type Shown = {
  readonly measure: Measure
  readonly outcome: Outcome | undefined
  readonly rubric: Rubric | null
  readonly source: Source | null
}

/** All of one measure for a person, a line for each part that says something. */
export const printMeasure = ({ measure, outcome, rubric, source }: Shown, terminal: Terminal): void => {
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
    source
      ? `${source.title} (${source.publishedOn})${source.url ? `, ${source.url}` : ''}`
      : (measure.source ?? ''),
  )
  line('Licence', measure.licence)
  for (const level of rubric?.levels ?? []) line(`  ${level.score} ${level.name}`, level.described)
}
