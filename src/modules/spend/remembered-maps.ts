const MOST = 500

type Remembered = Map<string, unknown>

/**
 * Keeps what was worked out for one version of an authority's payments. A new version of the data has a new
 * key, so nothing here is ever out of date; the oldest answers leave first.
 */
export const rememberMaps = () => {
  const answers: Remembered = new Map()
  return async <Value>(
    authorityId: string,
    version: number,
    question: object,
    work: () => Promise<Value>,
  ): Promise<Value> => {
    const key = `${authorityId} ${version} ${JSON.stringify(question)}`
    if (answers.has(key)) {
      const found = answers.get(key) as Value
      answers.delete(key)
      answers.set(key, found)
      return found
    }
    const value = await work()
    answers.set(key, value)
    const oldest = answers.keys().next().value
    if (answers.size > MOST && oldest !== undefined) answers.delete(oldest)
    return value
  }
}
