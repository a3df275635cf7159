import type { Question } from './answer.ts'
import type { Facts } from './facts.ts'

/** Looks at facts and returns what has to be asked. */
export type Check = (facts: Facts) => readonly Question[]
export const ask = (field: string, question: string, why: string): Question => ({ field, question, why })
export const when = (condition: boolean, question: Question): Question[] => (condition ? [question] : [])
