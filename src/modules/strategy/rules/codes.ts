import { slugOf } from '../../../kernel/slug.ts'

/** `fair-pay-in-every-job`, for addresses, files and command lines; of two the same, the later gets a number. */
export const freeCode = (title: string, taken: ReadonlySet<string>): string => {
  const plain = slugOf(title, 70) || 'untitled'
  let code = plain
  for (let number = 2; taken.has(code); number++) code = `${plain}-${number}`
  return code
}
