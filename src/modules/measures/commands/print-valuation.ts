import type { Terminal } from '../../../platform/command.ts'
import { questionWords } from '../messages/question-words.ts'
import { stepLabel } from '../messages/step-words.ts'
import { leftOutWords, refusalSentence, warningSentence } from '../messages/warning-words.ts'
import type { Range, Step, Valuation } from '../model/valuation.ts'
import { findUnit } from '../rules/conversions.ts'
import { type Exact, showExact, toPounds } from '../rules/exact.ts'
import { isPoint } from '../rules/ranges.ts'
import type { Totals } from '../rules/totals.ts'
import type { ItemOutcome } from '../rules/value-items.ts'

const grouped = (figure: string): string => figure.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
const pounds = (value: Exact): string => `£${grouped(toPounds(value))}`
const range = (value: Range, show: (each: Exact) => string): string =>
  isPoint(value) ? show(value.central) : `${show(value.central)} (${show(value.low)} to ${show(value.high)})`

const stepResult = ({ result, unit }: Step): string => {
  const show = (value: Exact): string => {
    const figure = showExact(value, 4)
    // Pounds have no pence or two; more are shown only where the sum has them on its way.
    return unit === 'pounds' ? `£${grouped(/\.\d$/.test(figure) ? `${figure}0` : figure)}` : grouped(figure)
  }
  return 'central' in result ? range(result, show) : show(result)
}

const printValued = (valuation: Valuation, terminal: Terminal): void => {
  const { measure, value, basis, returned } = valuation
  const unit = findUnit(measure.unit)?.many ?? measure.unit
  terminal.print(`${valuation.key}: ${measure.name} (${measure.code})`)
  terminal.print(`  ${range(valuation.quantity, (each) => grouped(showExact(each)))} ${unit}`)
  for (const step of valuation.steps())
    terminal.print(`  ${stepLabel(step)}: ${stepResult(step)}${step.reason ? ` [${step.reason}]` : ''}`)
  if (value) terminal.print(`  = ${range(value, pounds)} ${basis}, prices of ${valuation.priceYear}`)
  if (returned)
    terminal.print(`  ${range(returned.ratio, (each) => showExact(each, 2))} pounds for each pound put in`)
  for (const warning of valuation.warnings) terminal.print(`  ! ${warningSentence(warning)}`)
}

export const printOutcome = (outcome: ItemOutcome, terminal: Terminal): void => {
  if (outcome.kind === 'valued') return printValued(outcome.valuation, terminal)
  if (outcome.kind === 'scored') {
    terminal.print(
      `${outcome.key}: ${outcome.measure.name}: ${outcome.scored.score} of 5, ${outcome.scored.level.name}`,
    )
    terminal.print(`  ${outcome.scored.reason}`)
    return
  }
  if (outcome.kind === 'refused') {
    for (const refusal of outcome.refusals) terminal.warn(`${outcome.key}: ${refusalSentence(refusal)}`)
    return
  }
  terminal.warn(`${outcome.key}: ${outcome.measure.name}: there are questions first.`)
  for (const question of outcome.questions) {
    const { field, question: text, help, example } = questionWords(question, outcome.measure)
    terminal.warn(`  ${field}: ${text} ${help}`.trimEnd())
    terminal.warn(`    for example ${JSON.stringify(example)}`)
  }
}

export const printTotals = (totals: Totals | null, terminal: Terminal): void => {
  if (!totals) return terminal.print('No totals: some items are not valued yet.')
  for (const total of totals.byBasis) {
    terminal.print(`Total ${total.basis}: ${total.range ? range(total.range, pounds) : 'not added up'}`)
    for (const left of total.leftOut)
      terminal.print(`  without ${left.key}: ${left.why ?? leftOutWords(left.because)}`)
    for (const notice of total.notices) terminal.print(`  ! ${warningSentence(notice)}`)
  }
  for (const notice of totals.notices) terminal.print(`! ${warningSentence(notice)}`)
}
