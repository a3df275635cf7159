import { MOST_QUESTIONS, QUESTION_KINDS, type Question } from '../../model/survey.ts'

type Typed = { readonly id: string; readonly text: string; readonly hint: string; readonly kind: string }

const idFrom = (text: string, taken: ReadonlySet<string>): string => {
  const plain =
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40) || 'question'
  if (!taken.has(plain)) return plain
  for (let at = 2; ; at++) if (!taken.has(`${plain}-${at}`)) return `${plain}-${at}`
}

/** The questions of a form: one whose words were cleared is gone, one that is new gets a name of its own. */
export const readQuestions = (typed: readonly Typed[]): Question[] => {
  const taken = new Set<string>()
  const questions: Question[] = []
  for (const { id, text, hint, kind } of typed.slice(0, MOST_QUESTIONS)) {
    const words = text.trim().slice(0, 300)
    if (words === '') continue
    const known = /^[a-z0-9-]{1,60}$/.test(id) && !taken.has(id) ? id : idFrom(words, taken)
    taken.add(known)
    questions.push({
      id: known,
      kind: QUESTION_KINDS.find((one) => one === kind) ?? 'text',
      text: words,
      hint: hint.trim().slice(0, 300),
    })
  }
  return questions
}
