import { type Explanation, explainLaw } from './engine.ts'
import { readFacts } from './input/read-facts.ts'

/** Explains facts as somebody wrote them in JSON: see the README of the module for the fields and their other names. */
export const explainInput = (input: Readonly<Record<string, unknown>>): Explanation => {
  const read = readFacts(input)
  const explained = explainLaw(read.facts)
  const warnings = [...read.warnings, ...explained.warnings]
  if (read.questions.length === 0) return { ...explained, warnings }
  const asked = new Set(read.questions.map((question) => question.field))
  const questions = [
    ...read.questions,
    ...explained.questions.filter((question) => !asked.has(question.field)),
  ]
  return { ...explained, warnings, questions, assumptions: [], summary: null, answers: [], timetable: [] }
}
