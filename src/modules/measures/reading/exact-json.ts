/** The longest input that is read: some 10,000 items with everything said about each. */
export const LONGEST_INPUT = 20_000_000

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown

/** Numbers stay as they were written, `0.1` and not its nearest binary fraction; undefined where it is no JSON. */
export const parseExactJson = (text: string): { readonly value: unknown } | undefined => {
  const keepNumbers: SourceReviver = (_key, value, { source }) =>
    typeof value === 'number' ? (source ?? String(value)) : value
  try {
    return { value: JSON.parse(text, keepNumbers as Parameters<typeof JSON.parse>[1]) }
  } catch {
    return undefined
  }
}
