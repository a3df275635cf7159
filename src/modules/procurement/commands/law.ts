import { readFile } from 'node:fs/promises'
import type { Command, Terminal } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import type { Applies } from '../law/answer.ts'
import type { Explanation } from '../law/engine.ts'
import { explainInput } from '../law/explain-input.ts'
import { dayWords } from '../law/words.ts'

const readText = async (file: string, terminal: Terminal): Promise<string> => {
  if (file === '' || file === '-') return terminal.readInput()
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new Unusable(`The file "${file}" could not be read.`)
  }
}

type Facts = Readonly<Record<string, unknown>>
/** The facts as an object, or the sentence that says why they are none. */
const parseFacts = (text: string): Facts | string => {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Facts
    return 'The facts have to be one JSON object, such as {"contractType": "services"}.'
  } catch (error) {
    return `The facts are not JSON that can be read: ${(error as Error).message}.`
  }
}

const MARKS: Readonly<Record<`${Applies}`, string>> = { true: 'yes', false: 'no', depends: 'depends' }
const MEANS = { by: 'by', from: 'from', before: 'before' } as const
const KEPT = { true: ', kept', false: ', NOT kept' } as const

const printQuestions = (explanation: Explanation, terminal: Terminal): void => {
  terminal.print('Some facts are missing or cannot be. Please answer:')
  for (const { field, question, why } of explanation.questions)
    terminal.print(`  ${field}: ${question}\n    ${why}`)
}

const printAnswers = (explanation: Explanation, terminal: Terminal): void => {
  for (const { field, assumed, why } of explanation.assumptions)
    terminal.print(`Taken for granted: ${field} is ${String(assumed)}. ${why}`)
  let topic = ''
  for (const answer of explanation.answers) {
    if (answer.topic !== topic) terminal.print(`\n${answer.topic.toUpperCase()}`)
    topic = answer.topic
    const label = MARKS[`${answer.applies}`].padEnd(8)
    terminal.print(
      `${label}${answer.title} [${answer.kind}, ${answer.confidence}: ${answer.provision}]\n        ${answer.sentence}`,
    )
  }
  if (explanation.timetable.length > 0) terminal.print('\nTIMETABLE')
  for (const step of explanation.timetable) {
    const kept = step.met === null ? '' : KEPT[`${step.met}`]
    const rest = step.isWorkingDay === false ? ', not a working day' : ''
    terminal.print(`${MEANS[step.means].padEnd(7)} ${dayWords(step.date)}  ${step.title}${rest}${kept}`)
  }
}

const EXAMPLE = `law explain --json <<< '{"contractType": "services", "estimatedValue": 250000, "vatIncluded": true, "procurementCommencedOn": "2026-05-01", "route": "open"}'`

const explain: Command = {
  name: 'law explain',
  needsNoDatabase: true,
  summary: 'Explain what procurement law says of a purchase',
  usage: '[--file FACTS.json]',
  minArgs: 0,
  maxArgs: 0,
  options: {
    file: { type: 'string', description: 'facts in JSON; without it they are read from standard input' },
  },
  examples: [
    EXAMPLE,
    `law explain <<< '{"contractType": "works", "estimatedValue": "90000", "vatIncluded": false, "vatRate": 20, "procurementCommencedOn": "2026-05-01", "advertised": true, "reservation": "local area"}'`,
    `law explain --json <<< '{"contractType": "light touch services", "cpv": "85311000-2", "estimatedValuePence": 70000000, "vatIncluded": true, "procurementCommencedOn": "2026-05-01", "route": "direct award", "directAwardGround": "user choice", "dates": {"contractEnteredOn": "2026-06-01"}}'`,
    'law explain --file facts.json',
  ],
  run: async ({ options, terminal }) => {
    const facts = parseFacts(await readText(String(options.file ?? ''), terminal))
    if (typeof facts === 'string') {
      terminal.warn(facts)
      return 2
    }
    const explanation = explainInput(facts)
    terminal.answer(explanation)
    for (const warning of explanation.warnings) terminal.warn(warning)
    if (explanation.questions.length > 0) printQuestions(explanation, terminal)
    else printAnswers(explanation, terminal)
    terminal.print(`\n${explanation.disclaimer}`)
    return explanation.questions.length > 0 ? 1 : 0
  },
}

export const lawCommands: readonly Command[] = [explain]
