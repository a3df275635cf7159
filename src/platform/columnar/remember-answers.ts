import type { Ask } from './ask.ts'

/** Answers are short (a page of figures); one that is longer is worked out again. */
const MOST_ANSWERS = 1_000
const MOST_ROWS = 500

/**
 * Remembers what was asked of copies. A copy never changes and its stamp stands in every question, so an answer is right for
 * good; the longest unused leave first. Two who ask the same at once wait for one answer. Rows are shared, hence frozen.
 */
export const rememberAnswers = (ask: Ask): Ask => {
  const answers = new Map<string, Promise<readonly unknown[]>>()
  const work = async (key: string, text: string, parameters: readonly unknown[]) => {
    try {
      const rows = await ask<object>(text, parameters)
      if (rows.length > MOST_ROWS) answers.delete(key)
      return rows.map((row) => Object.freeze(row))
    } catch (error) {
      answers.delete(key)
      throw error
    }
  }
  return async <Row>(text: string, parameters: readonly unknown[] = []) => {
    const key = JSON.stringify([text, parameters])
    const answer = answers.get(key) ?? work(key, text, parameters)
    answers.delete(key)
    answers.set(key, answer)
    const oldest = answers.keys().next().value
    if (answers.size > MOST_ANSWERS && oldest !== undefined) answers.delete(oldest)
    return [...(await answer)] as Row[]
  }
}
